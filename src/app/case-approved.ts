import { conductId } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { allAttachments, handlesOf, type Message } from '../domain/message.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { DAY } from '../domain/time.js';
import { likeness } from '../domain/trace.js';
import type { Verdict } from '../domain/verdict.js';
import { subjectsOf } from '../moderation/decide.js';
import type { Known } from './known.js';
import { returnedFiles } from './removed-files.js';

/** So long words that a person has found to be right are not hidden again. */
export const APPROVED_FOR = 30 * DAY;

/** A name that tells nothing of the words: the same author, chat and words have the same. Without words it is the files. */
export const markOf = (
  message: Message,
  chat: Pick<Chat, 'ref'>,
  person: Pick<Person, 'id'> | undefined,
  { nameOf }: Pick<Known, 'nameOf'>,
): string => {
  const of = conductId({ account: message.author, ...(person && { person: person.id }) });
  const words = subjectsOf(message).map(({ text }) => likeness(text));
  const said = words.length > 0 ? words : handlesOf(allAttachments(message)).toSorted();
  return nameOf(JSON.stringify(['approved', of, chat.ref, said]));
};

/** What was hidden under this case may be said again. */
export const approved = async (id: string, known: Known): Promise<readonly Change[]> => {
  const { mark, whole } = (await known.records.get('evidence', id))?.value ?? {};
  const files = (whole?.handles ?? []).map((handle) => ({ kind: 'file', words: [], handle }) as const);
  const again = await returnedFiles({ attachments: files, forwarded: [] }, known);
  if (mark === undefined) return again;
  const until = known.now + APPROVED_FOR;
  return [...again, keep('approved', mark, { until }, await known.records.get('approved', mark))];
};

/** Whether a person has found that these very words of this author may stand there. Never asked of what calls people. */
export const isApproved = async (
  { decision, findings }: Verdict,
  message: Message,
  chat: Chat,
  person: Person | undefined,
  known: Known,
): Promise<boolean> => {
  if (findings.length === 0 || decision === 'alert' || decision === 'keep') return false;
  const held = await known.records.get('approved', markOf(message, chat, person, known));
  return held !== undefined && held.value.until > message.at;
};
