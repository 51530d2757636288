import { chatVars } from '../domain/chat.js';
import type { Target } from '../domain/invite.js';
import type { Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { readChatForm } from './chat-form.js';

/** What somebody wants with invites: the verb, and the words after it. */
export interface InviteWish {
  readonly verb: 'list' | 'issue' | 'again' | 'annul';
  readonly words: string;
}

const VERBS: readonly (readonly [RegExp, InviteWish['verb']])[] = [
  [/^(?:аннулир\p{L}*|отозвать|отзови\p{L}*|annul|revoke)(?=\s|$)/iu, 'annul'],
  [/^(?:(?:выпуст\p{L}*|выда\p{L}*)\s+заново|заново|перевыпуст\p{L}*|again|reissue)(?=\s|$)/iu, 'again'],
  [/^(?:выпуст\p{L}*|выда\p{L}*|issue)(?=\s|$)/iu, 'issue'],
];

/** «как добавить Кирилла?» asks for the same. */
const WISH = /^(?:как|можно)?\s*(?:мне\s+)?(?:добавить|пригласить)\s+/iu;

/** «5А родители», «аннулировать Сидорова», «выпустить заново 5А родители», nothing: the list. */
export const readWish = (tail: string): InviteWish => {
  const plain = tail.replace(/\s+/gu, ' ').trim().replace(WISH, '');
  if (plain === '') return { verb: 'list', words: '' };
  const [pattern, verb = 'issue'] = VERBS.find(([word]) => word.test(plain)) ?? [];
  const words = (pattern ? plain.replace(pattern, '') : plain).trim();
  return { verb, words };
};

const plainly = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}-]/gu, '');

/** Of these words those that name somebody, and the rest. */
export const namedIn = (
  words: string,
  people: readonly Person[],
): { readonly named: readonly Person[]; readonly rest: string } => {
  const all = words.split(/[\s,]+/u).filter(Boolean);
  const of = (word: string) =>
    people.filter(({ id, surname }) => plainly(word) !== '' && [surname, id].map(plainly).includes(plainly(word)));
  const word = all.find((one) => of(one).length > 0);
  if (word === undefined) return { named: [], rest: words };
  // «Иванова О.»: initials narrow it down.
  const initials = all.filter((one) => /^(?:\p{Lu}\.)+$/u.test(one)).join('');
  const named = of(word).filter(({ name, patronymic }) =>
    [name, patronymic]
      .map((part) => `${part.charAt(0)}.`)
      .join('')
      .startsWith(initials),
  );
  return { named, rest: all.filter((one) => one !== word && !/^(?:\p{Lu}\.)+$/u.test(one)).join(' ') };
};

/** Which chat is meant; else what to say about it. Chats «другое» are named by their purpose, which is no roster's matter. */
export const readTarget = (words: string): { readonly target: Target } | { readonly defect: Text } => {
  const read = readChatForm(words);
  if ('defect' in read) return { defect: text(`chat-form-${read.defect}`) };
  const { kind, class: ofClass, subject } = read.form;
  const target = { kind, ...(ofClass && { class: ofClass }), ...(subject && { subject: subject.toLowerCase() }) };
  return { target };
};

/** What texts need to name the chat an invite leads to. */
export const targetVars = (target: Target): ReturnType<typeof chatVars> => chatVars(target);
