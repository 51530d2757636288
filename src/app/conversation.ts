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

const send = (id: string, to: PlaceRef, { words, options, files }: Ask, length: (label: Text) => number): Action => ({
  do: 'send',
  to,
  text: words,
  ...(options.length > 0 && { buttons: buttonsOf(id, options, length) }),
  ...(files && { files }),
});

/** Typed words in this dialog answer this question from now on. */
const pointer = async (known: Known, to: PlaceRef, question: string): Promise<readonly Change[]> => {
  if (inChat(to)) return [];
  const account = accountRef(platformOf(to), nativeId(to));
  return [keep('asked', account, { question }, await known.records.get('asked', account))];
};

/** A reply with its questions made into messages and records. `asks` is the command that replied. */
export const asked = async (
  reply: Reply,
  asks: string,
  known: Known,
  length: (label: Text) => number,
  talking?: Talking,
): Promise<Reply> => {
  const { asks: questions = [], ...rest } = reply;
  const actions: Action[] = [...rest.actions];
  const changes: Change[] = [...rest.changes];
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
    actions.push(send(id, to, ask, length));
    changes.push(keep('question', id, question, undefined), ...(await pointer(known, to, id)));
  }
  return { ...rest, actions, changes };
};
