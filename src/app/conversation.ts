import type { Action, Button } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import type { Option, Question } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { accountRef, dialogOf, inChat, nativeId, type PlaceRef, platformOf } from '../domain/refs.js';
import type { Text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';

/** Labels longer than this do not share a row. */
const SHORT = 16;

const buttonsOf = (id: string, options: readonly Option[], length: (label: Text) => number) => {
  const buttons = options.map(
    ({ id: o, label, look }): Button => ({ label, payload: { q: id, o }, ...(look && { look }) }),
  );
  const short = options.every(({ label }) => length(label) <= SHORT);
  return short && buttons.length <= 3 ? [buttons] : buttons.map((button) => [button]);
};

/** Who is talking, for a question that does not say whom it is for. */
type Talking = Pick<Call, 'account' | 'person'>;

const send = (
  id: string,
  to: PlaceRef,
  { words, options, files }: Ask,
  length: (label: Text) => number,
): Extract<Action, { do: 'send' }> => ({
  do: 'send',
  to,
  text: words,
  ...(options.length > 0 && { buttons: buttonsOf(id, options, length) }),
  ...(files && { files }),
});

/** So many cards of others are answered by the words of their buttons. */
const BESIDE = 5;

const isOpen = async (id: string | undefined, { records, now }: Known): Promise<boolean> => {
  const held = id === undefined ? undefined : await records.get('question', id);
  return held !== undefined && held.value.answered === undefined && held.value.until > now;
};

/**
 * Typed words in this dialog answer the last of these questions from now on. What somebody else asks does not break into a
 * conversation that is open.
 */
const pointer = async (
  known: Known,
  to: PlaceRef,
  ids: readonly string[],
  own: boolean,
): Promise<readonly Change[]> => {
  const newest = [...ids].reverse();
  const [question, ...earlier] = newest;
  if (inChat(to) || question === undefined) return [];
  const account = accountRef(platformOf(to), nativeId(to));
  const held = await known.records.get('asked', account);
  const { question: open, beside = [] } = held?.value ?? {};
  const breaksIn = !own && open !== undefined && (await isOpen(open, known));
  const asked = breaksIn
    ? { question: open, beside: [...newest, ...beside].slice(0, BESIDE) }
    : { question, beside: [...earlier, ...beside].slice(0, BESIDE) };
  return [keep('asked', account, asked.beside.length > 0 ? asked : { question: asked.question }, held)];
};

/** A reply with its questions made into messages and records. `asks` is the command that replied. */
export const asked = async (reply: Reply, asks: string, known: Known, talking?: Talking): Promise<Reply> => {
  const length = (label: Text) => known.say(label).length;
  const { asks: questions = [], ...rest } = reply;
  const actions: Action[] = [...rest.actions];
  const changes: Change[] = [...rest.changes];
  const put = new Map<PlaceRef, readonly string[]>();
  for (const [at, ask] of questions.entries()) {
    const id = known.name(`question-${at}`);
    const to = ask.to ?? (talking && dialogOf(talking.account));
    const whom = ask.whom ?? talking?.person?.id ?? talking?.account;
    if (to === undefined || whom === undefined) throw new TypeError(`${asks} asks nobody`);
    const { options, data, free = false, kept = DAY } = ask;
    const question: Question = {
      ...{ asks: ask.asks ?? asks, data, options: [...options], free, whom },
      until: known.now + kept,
    };
    const sent = send(id, to, ask, length);
    actions.push(ask.carried ? ask.carried(sent) : sent);
    changes.push(keep('question', id, question, undefined));
    put.set(to, [...(put.get(to) ?? []), id]);
  }
  const own = talking && dialogOf(talking.account);
  const urgent = new Set(questions.flatMap(({ breaksIn, to }) => (breaksIn && to ? [to] : [])));
  for (const [to, ids] of put) changes.push(...(await pointer(known, to, ids, to === own || urgent.has(to))));
  return { ...rest, actions, changes };
};
