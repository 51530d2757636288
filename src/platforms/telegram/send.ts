import { InputFile } from 'grammy';
import { z } from 'zod';
import type { Button, Enclosure, Worded } from '../../domain/action.js';
import type { Answer } from '../../domain/outcome.js';
import { inChat, type MessageRef, type PlaceRef } from '../../domain/refs.js';
import { shorten } from '../shorten.js';
import type { Reply } from './call.js';
import { answerOf } from './errors.js';
import { packPayload } from './payload.js';
import { messageNumber, numberOf, placeOf } from './refs.js';
import { ended, failed, type Step } from './step.js';

type Of<D extends Worded['do']> = Extract<Worded, { readonly do: D }>;

const LABEL = 40;
const TEXT = 4_096;
/** Words below a file. */
export const CAPTION = 1_024;

const Kept = z.object({ file_id: z.string() });
const Sent = z.object({
  message_id: z.number(),
  chat: z.object({ id: z.number() }),
  /** Every size of a photo; the last is the largest. */
  photo: z.array(Kept).catch([]),
  document: Kept.optional().catch(undefined),
});

const markupOf = (buttons: readonly (readonly Button<string>[])[] | undefined) =>
  buttons?.length
    ? {
        reply_markup: {
          inline_keyboard: buttons.map((row) =>
            row.map(({ label, payload }) => ({
              text: shorten(label, LABEL),
              callback_data: packPayload(payload) ?? '',
            })),
          ),
        },
      }
    : {};

/** A button that carries too much would be refused with all the rest of the message. */
export const tooMuch = (buttons: readonly (readonly Button<string>[])[] = []): boolean =>
  buttons.flat().some(({ payload }) => packPayload(payload) === undefined);

const replyOf = (to: PlaceRef, replyTo: MessageRef | undefined) =>
  replyTo?.place === to
    ? { reply_parameters: { message_id: messageNumber(replyTo), allow_sending_without_reply: true } }
    : {};

/** Telegram made no preview of a link that the school sends: it would stand for the words. */
const QUIETLY = { link_preview_options: { is_disabled: true } } as const;

/** A name travels without quotes: what would end it is left out. */
const contentsOf = ({ name, base64 }: Enclosure): InputFile =>
  new InputFile(Buffer.from(base64, 'base64'), name.replace(/[;"\r\n\\/]/g, '_'));

interface File {
  readonly as: 'photo' | 'document';
  readonly contents: InputFile | string;
}

/** Files of an action: with their contents, or by the name under which Telegram has them, `photo:…` or `document:…`. */
const filesOf = ({ files = [], attached = [] }: Of<'send'>): readonly File[] => [
  ...attached.map((name): File => {
    const [as, id = ''] = name.split(/:(.*)/s);
    return { as: as === 'photo' ? 'photo' : 'document', contents: id };
  }),
  ...files.map((file): File => ({ as: file.kind === 'picture' ? 'photo' : 'document', contents: contentsOf(file) })),
];

const sendFile = (step: Step, chat_id: number, { as, contents }: File, more: object): Promise<Reply> =>
  as === 'photo'
    ? step('sendPhoto', { chat_id, photo: contents, ...more })
    : step('sendDocument', { chat_id, document: contents, ...more });

const sentOf = (reply: Reply): z.output<typeof Sent> | undefined =>
  'result' in reply ? Sent.safeParse(reply.result).data : undefined;

const sentAs = (reply: Reply): MessageRef | undefined => {
  const sent = sentOf(reply);
  return sent && { place: placeOf(sent.chat.id), id: String(sent.message_id) };
};

const nameOf = (reply: Reply): string | undefined => {
  const { photo = [], document } = sentOf(reply) ?? {};
  const [largest] = photo.slice(-1);
  if (largest) return `photo:${largest.file_id}`;
  return document && `document:${document.file_id}`;
};

/** The message itself: its words, or its one file with them below. */
const sendHead = (step: Step, chat_id: number, action: Of<'send'>): Promise<Reply> => {
  const { to, text, buttons, replyTo } = action;
  const more = { ...markupOf(buttons), ...replyOf(to, replyTo) };
  const [only, ...others] = filesOf(action);
  return only !== undefined && others.length === 0 && text.length <= CAPTION
    ? sendFile(step, chat_id, only, { caption: text, ...more })
    : step('sendMessage', { chat_id, text: shorten(text, TEXT), ...QUIETLY, ...more });
};

/** A person who never pressed «Start» is not there for a bot. */
const inDialog = (answer: Answer): Answer =>
  answer.is === 'refused' && (answer.why === 'detached' || answer.why === 'unknown-target')
    ? { ...answer, why: 'not-allowed-to-write' }
    : answer;

/** Telegram has one file a message, or an album without buttons: several follow as answers to the words. */
const sendRest = async (step: Step, message: MessageRef, head: Reply, action: Of<'send'>): Promise<Answer> => {
  const files = filesOf(action);
  if (files.length === 0) return { is: 'done', message };
  if (files.length === 1 && action.text.length <= CAPTION) {
    const name = nameOf(head);
    return { is: 'done', message, ...(name === undefined ? {} : { files: [name] }) };
  }
  const more = { reply_parameters: { message_id: messageNumber(message), allow_sending_without_reply: true } };
  let missing = 0;
  for (const file of files) {
    // The words are there: what is lost now must not make the whole be sent again.
    const reply = await sendFile(step, numberOf(message.place), file, more).catch(() => undefined);
    if (reply === undefined || 'failure' in reply) missing += 1;
  }
  return missing === 0
    ? { is: 'done', message }
    : { is: 'degraded', how: `files not sent: ${missing} of ${files.length}`, message };
};

export const send = async (step: Step, action: Of<'send'>): Promise<Answer> => {
  const reply = await sendHead(step, numberOf(action.to), action);
  const moved = failed(reply)?.movedTo;
  const final = moved === undefined ? reply : await sendHead(step, moved, action);
  if ('failure' in final) {
    const answer = answerOf(final.failure);
    return inChat(action.to) ? answer : inDialog(answer);
  }
  const message = sentAs(final);
  return message === undefined ? { is: 'done' } : sendRest(step, message, final, action);
};

/** Words below a file are changed by another call. */
const WITHOUT_TEXT = /there is no text in the message/i;

export const edit = async (step: Step, { message, text, buttons }: Of<'edit'>): Promise<Answer> => {
  const at = { chat_id: numberOf(message.place), message_id: messageNumber(message), ...markupOf(buttons) };
  const reply = await step('editMessageText', { ...at, text: shorten(text, TEXT), ...QUIETLY });
  if (!WITHOUT_TEXT.test(failed(reply)?.description ?? '')) return ended(reply);
  return ended(await step('editMessageCaption', { ...at, caption: shorten(text, CAPTION) }));
};
