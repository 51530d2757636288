import type { Change } from '../domain/change.js';
import { type Answer, PressPayload, type Question } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { MINUTE } from '../domain/time.js';
import type { Update } from '../domain/update.js';
import { EMERGENCY } from './calling-words.js';
import type { Call, Command, Reply } from './command.js';
import { shut } from './frozen-said.js';
import { here } from './reply.js';

/** Older than this, what would act is asked about. */
export const FRESH = 10 * MINUTE;

/** How labels and typed words are compared. */
const bare = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const mayAnswer = ({ whom }: Question, { person, account }: Call): boolean =>
  whom === '*' || whom === person?.id || whom === account;

const withAnswer = (held: Held<'question'>, option: string, reply: Reply, now: number): Reply => {
  if (reply.stays) return reply;
  const answered: Change = keep('question', held.id, { ...held.value, answered: { option, at: now } }, held);
  return { ...reply, changes: [answered, ...reply.changes] };
};

const late = (command: Command, { begun, message }: Call): boolean =>
  command.perishable === true && begun - message.at > FRESH;

const handOver = async (
  held: Held<'question'>,
  answer: Answer,
  call: Call,
  commands: readonly Command[],
): Promise<Reply> => {
  const command = commands.find(({ name }) => name === held.value.asks);
  if (command?.hears === undefined)
    return { actions: [], changes: [], because: 'question:?', snack: text('button-stale') };
  if (late(command, call)) {
    const words = text('late', { command: `/${command.name}` });
    return { actions: [here(call, words)], changes: [], because: 'late', stays: true };
  }
  // Whoever is in danger is heard in any case.
  const frozen = command.name === EMERGENCY ? undefined : await shut(call);
  if (frozen) return { ...frozen, stays: true };
  const reply = await command.hears(answer, held.value.data, call);
  const because = `command:${command.name}:${reply.because}`;
  return { ...withAnswer(held, answer.option ?? '', reply, call.now), because, asker: command.name };
};

/**
 * What typed words or a file mean as the answer to the question that is open in this dialog; nothing when they are none.
 * @param meant whether the words mean a command as well: then they answer only as an option's own words
 */
export const hearWords = async (
  call: Call,
  commands: readonly Command[],
  say: (text: Text) => string,
  meant: boolean,
): Promise<Reply | undefined> => {
  const pointer = await call.records.get('asked', call.account);
  if (pointer === undefined) return undefined;
  const typed = bare(call.message.text);
  for (const id of [pointer.value.question, ...(pointer.value.beside ?? [])]) {
    const held = await call.records.get('question', id);
    if (!held || held.value.answered || held.value.until <= call.now || !mayAnswer(held.value, call)) continue;
    const option = held.value.options.find(({ label }) => bare(say(label)) === typed);
    if (option) return handOver(held, { option: option.id }, call, commands);
    if (held.value.free && !meant && id === pointer.value.question)
      return handOver(held, { words: call.message.text.trim() }, call, commands);
  }
  return undefined;
};

const refusal = (held: Held<'question'> | undefined, option: string, call: Call): Text | undefined => {
  if (held === undefined || held.value.until <= call.now) return text('button-stale');
  if (!mayAnswer(held.value, call)) return text('button-not-yours');
  if (held.value.answered) return text('button-answered');
  return held.value.options.some(({ id }) => id === option) ? undefined : text('button-stale');
};

/** What follows from a pressed button: always an answer to the messenger, whatever else. */
export const hearPress = async (
  { press, payload }: Extract<Update, { kind: 'pressed' }>,
  call: Call,
  commands: readonly Command[],
): Promise<Reply> => {
  const { q: id = '', o: option = '' } = PressPayload.safeParse(payload).data ?? {};
  const held = id === '' ? undefined : await call.records.get('question', id);
  const snack = (words: Text) =>
    ({ do: 'answer', press, account: call.account, place: call.place, text: words }) as const;
  const refused = refusal(held, option, call);
  if (refused || held === undefined)
    return { actions: [snack(refused ?? text('button-stale'))], changes: [], because: refused?.key ?? 'button-stale' };
  const reply = await handOver(held, { option }, call, commands);
  return { ...reply, actions: [snack(reply.snack ?? text('button-done')), ...reply.actions] };
};
