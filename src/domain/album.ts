import { z } from 'zod';
import type { Message } from './message.js';
import type { ChatRef, MessageRef } from './refs.js';
import { DAY, SECOND } from './time.js';
import type { Intake, Update } from './update.js';

/** So long the parts of a post wait for each other: the messenger hands them over one by one, all at once. */
export const GATHERING = SECOND;
/** So long it is remembered which messages are one post: until none of them is changed or told late any more. */
const REMEMBERED = 3 * DAY;

/** Which messages of a chat are one post, by `albumId`. */
export const AlbumRecord = z.object({
  messages: z.array(z.string()),
  until: z.number(),
  /** It was taken away: what comes of it yet goes the same way. */
  removed: z.literal(true).exactOptional(),
});
export type Album = z.output<typeof AlbumRecord>;

export const albumId = (chat: ChatRef, name: string): string => `${chat} ${name}`;

const BETWEEN = '+';

/** The messenger's own numbers of a message: several of an album, which is one message for us. */
export const numbersIn = ({ id }: Pick<MessageRef, 'id'>): readonly string[] => id.split(BETWEEN);

const inOrder = (one: string, other: string): number => Number(one) - Number(other);

/** One name for messages that are one post. */
export const nameTogether = (numbers: readonly string[]): string =>
  [...new Set(numbers)].toSorted(inOrder).join(BETWEEN);

export const remember = (messages: readonly string[], removed: boolean, now: number): Album => ({
  messages: numbersIn({ id: nameTogether(messages) }) as string[],
  until: now + REMEMBERED,
  ...(removed && { removed }),
});

type Written = Extract<Update, { kind: 'message' }>;
/** One message of several that are one post. */
export type Part = Intake & { readonly update: Written & { readonly message: { readonly album: { name: string } } } };

export const isPart = (intake: Intake): intake is Part =>
  intake.update.kind === 'message' && intake.update.message.album?.part === true;

/** Parts of one post bear one name, which means something in their place only. */
export const postOf = ({ update: { message } }: Part): string => `${message.ref.place} ${message.album.name}`;

export const byNumber = (one: Part, other: Part): number =>
  inOrder(one.update.message.ref.id, other.update.message.ref.id);

const words = (messages: readonly Message[]): string =>
  messages
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');

/** The parts of one post as one message: the words of one, the pictures of all. Under the name of the first, twice is once. */
export const together = (parts: readonly Part[]): Intake | undefined => {
  const sorted = parts.toSorted(byNumber);
  const messages = sorted.map(({ update }) => update.message);
  const [first] = sorted;
  if (first === undefined) return undefined;
  const { update } = first;
  const replyTo = messages.find((message) => message.replyTo !== undefined)?.replyTo;
  const message: Message = {
    ...update.message,
    ref: { ...update.message.ref, id: nameTogether(messages.map(({ ref }) => ref.id)) },
    text: words(messages),
    attachments: messages.flatMap(({ attachments }) => attachments),
    forwarded: messages.flatMap(({ forwarded }) => forwarded),
    album: {
      name: update.message.album.name,
      parts: messages.map(({ text, attachments }) => ({ text, attachments })),
    },
    ...(replyTo && { replyTo }),
  };
  return { ...first, update: { ...update, id: `${update.id}-album`, key: `${update.key}/album`, message } };
};
