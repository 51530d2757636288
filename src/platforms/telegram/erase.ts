import { z } from 'zod';
import type { Worded } from '../../domain/action.js';
import type { Answer } from '../../domain/outcome.js';
import type { PlaceRef } from '../../domain/refs.js';
import { isBasic, messagesOf, numberOf } from './refs.js';
import { ended, failed, GONE, type Step } from './step.js';

type Delete = Extract<Worded, { readonly do: 'delete' }>;

/** Numbers of one call. */
const TOGETHER = 100;

const Member = z.object({ status: z.string(), can_delete_messages: z.boolean().optional() });

/** Telegram says the same of a message that is too old for a bot and of a bot that may not delete. */
const whyNot = async (step: Step, place: PlaceRef, self: number): Promise<Answer> => {
  const looked = await step('getChatMember', { chat_id: numberOf(place), user_id: self });
  const me = 'result' in looked ? Member.safeParse(looked.result).data : undefined;
  const basic = isBasic(numberOf(place)) && me?.status === 'administrator';
  return { is: 'refused', why: me?.can_delete_messages || basic ? 'too-old' : 'no-right', code: '400' };
};

const UNDELETABLE = /message can't be deleted/i;

/** One message. Of a group that has become a supergroup the numbers mean nothing any more. */
const eraseOne = async (step: Step, place: PlaceRef, message_id: number, self: number): Promise<Answer> => {
  const reply = await step('deleteMessage', { chat_id: numberOf(place), message_id });
  const failure = failed(reply);
  if (failure?.movedTo !== undefined) return GONE;
  return UNDELETABLE.test(failure?.description ?? '') ? whyNot(step, place, self) : ended(reply);
};

/** Several by one call, which tells of the whole only; one by one when it is refused. */
const eraseSome = async (
  step: Step,
  place: PlaceRef,
  message_ids: readonly number[],
  self: number,
): Promise<readonly Answer[]> => {
  if (message_ids.length > 1) {
    const reply = await step('deleteMessages', { chat_id: numberOf(place), message_ids: [...message_ids] });
    const answer = ended(reply);
    if (answer.is === 'done' || answer.is === 'later') return message_ids.map(() => answer);
  }
  const answers: Answer[] = [];
  for (const number of message_ids) answers.push(await eraseOne(step, place, number, self));
  return answers;
};

/** An album is gone when each of its messages is. */
const ofParts = (answers: readonly Answer[]): Answer =>
  answers.find(({ is }) => is !== 'done' && is !== 'gone') ?? answers.find(({ is }) => is === 'done') ?? GONE;

/** Messages of one place, an album being several. */
export const eraseAll = async (step: Step, actions: readonly Delete[], self: number): Promise<readonly Answer[]> => {
  const place = actions[0]?.message.place;
  if (place === undefined) return [];
  const numbers = [...new Set(actions.flatMap(({ message }) => messagesOf(message)))].toSorted((a, b) => a - b);
  const found = new Map<number, Answer>();
  for (let from = 0; from < numbers.length; from += TOGETHER) {
    const some = numbers.slice(from, from + TOGETHER);
    const answers = await eraseSome(step, place, some, self);
    for (const [at, number] of some.entries()) found.set(number, answers[at] ?? GONE);
  }
  return actions.map(({ message }) => ofParts(messagesOf(message).flatMap((number) => found.get(number) ?? [])));
};
