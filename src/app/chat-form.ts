import { z } from 'zod';
import type { ChatKind } from '../domain/chat.js';
import { normaliseClass } from '../domain/class-name.js';

/** What people write for each kind of chat: the beginning of the word. The first that fits counts. */
const WORDS: readonly (readonly [RegExp, ChatKind])[] = [
  [/^(?:учительск|staff)/u, 'staff'],
  [/^(?:родител|parent)/u, 'class_parents'],
  [/^(?:учени[кц]|учащ|обучающ|student|pupil)/u, 'class_students'],
  [/^(?:педагог|учител|teacher)/u, 'class_teachers'],
  [/^(?:предмет|subject)/u, 'subject'],
  [/^(?:руководств|leader)/u, 'leadership'],
  [/^канал\s+(?:общешкол|школ)/u, 'channel_school'],
  [/^channel\s+school/u, 'channel_school'],
  [/^канал\s+сотрудник/u, 'channel_employees'],
  [/^channel\s+(?:staff|employee)/u, 'channel_employees'],
  [/^(?:управлен|администрац|management)/u, 'management_other'],
  [/^(?:друг|other)/u, 'edu_other'],
];
/** Words of a kind that nothing but the kind is told by. */
const HEAD = /^(?:(?:канал|channel)\s+)?[\p{L}-]+/u;
const CLASS = /(?:^|\s)(\d{1,2})\s*[-–]?\s*(\p{L})?(?!\p{L}|\d)/u;
const BASIS = /[\s,;.]*(?:основание|basis)\s*:?\s*(.*)$/isu;

/** Nothing in it can call everybody or pretend to be a link: it will stand in messages of the bot. */
const words = (most: number) =>
  z
    .string()
    .trim()
    .min(2)
    .max(most)
    .regex(/^(?:[\p{L}\p{N} ,()№–-]|\.(?!\p{L}))+$/u);
const classed = z.string().transform((typed, context) => {
  const name = normaliseClass(typed);
  if (name !== null) return name;
  context.addIssue('no class');
  return z.NEVER;
});

const basis = words(120)
  .regex(/\d.*\sот\s+\d{1,2}\.\d{1,2}\.\d{4}/u)
  .optional();
const Plain = z.object({ kind: z.enum(['staff', 'leadership', 'channel_school', 'channel_employees']) });
const OfClass = z.object({
  kind: z.enum(['class_parents', 'class_teachers', 'class_students']),
  class: classed,
  basis,
});
const OfSubject = z.object({ kind: z.literal('subject'), class: classed, subject: words(40), basis });
const Other = z.object({ kind: z.enum(['edu_other', 'management_other']), purpose: words(60) });
const Form = z.discriminatedUnion('kind', [Plain, OfClass, OfSubject, Other]);

/** What somebody wants to register a chat as. */
export interface ChatForm {
  readonly kind: ChatKind;
  readonly class?: string;
  readonly subject?: string;
  readonly purpose?: string;
  readonly basis?: string;
}

export type ChatFormDefect = 'kind' | 'class' | 'subject' | 'purpose' | 'basis';
const DEFECTS: readonly ChatFormDefect[] = ['kind', 'class', 'subject', 'purpose', 'basis'];

/** Without the keys of absent parts. */
const trimmed = (form: z.output<typeof Form>): ChatForm => {
  const { basis: ground, ...rest } = { basis: undefined, ...form };
  return ground === undefined ? rest : { ...rest, basis: ground };
};

/** «родители 5А», «5 а предмет информатика», «ученики 5А, основание: приказ 80 от 01.09.2026» … */
export const readChatForm = (typed: string): { form: ChatForm } | { defect: ChatFormDefect } => {
  const plain = typed
    .replace(/[«»"“”„']/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const ground = BASIS.exec(plain)?.[1]?.trim();
  const what = plain.replace(BASIS, '');
  const found = CLASS.exec(what);
  const rest = what.replace(CLASS, ' ').trim().toLowerCase();
  const tail = rest.replace(HEAD, '').trim();
  const parsed = Form.safeParse({
    kind: WORDS.find(([word]) => word.test(rest))?.[1],
    class: found ? `${found[1]}${found[2] ?? ''}` : undefined,
    subject: tail,
    purpose: what.replace(HEAD, '').trim(),
    basis: ground,
  });
  if (parsed.success) return { form: trimmed(parsed.data) };
  const wrong = parsed.error.issues.map(({ path }) => path[0]);
  return { defect: DEFECTS.find((part) => wrong.includes(part)) ?? 'kind' };
};
