import { normaliseClass } from '../domain/class-name.js';
import type { MeetingKind } from '../domain/meeting.js';
import { linkIn } from './call-link.js';

/** What one line about a meeting names; the words about the time are read by `readWhen`. */
export interface MeetingWish {
  readonly kind: MeetingKind;
  /** Said in words, and not only meant. */
  readonly named: boolean;
  readonly class?: string;
  readonly when: string;
  readonly agenda: readonly string[];
  readonly link?: string;
}

const KINDS: readonly (readonly [RegExp, MeetingKind])[] = [
  [/(?<!\p{L})(?:обще)?школьн\p{L}+\s(?:родительск\p{L}+\s)?собрани\p{L}*/iu, 'school-parents'],
  [/(?<!\p{L})(?:педсовет|педагогическ\p{L}+\sсовет)\p{L}*/iu, 'council'],
  [/(?<!\p{L})(?:рабоч\p{L}+\s)?(?:совещани|планерк|планёрк)\p{L}*/iu, 'staff'],
  [/(?<!\p{L})консультаци\p{L}*/iu, 'consultation'],
  [/(?<!\p{L})(?:онлайн-)?урок(?:а|у)?(?!\p{L})/iu, 'lesson'],
  [/(?<!\p{L})(?:мероприяти\p{L}*|классн\p{L}+\sчас\p{L}*)/iu, 'event'],
  [/(?<!\p{L})(?:(?:классн|родительск)\p{L}+\s){0,2}собрани\p{L}*/iu, 'class-parents'],
];

/** Letters that stand beside a figure for something else: hours, years, minutes, and prepositions. */
const NO_CLASS = /[чгмсвкиоу]/u;
const CLASS =
  /(?<![\p{L}\d:.,])(1[01]|[1-9])(\s?-?\s?)[«"'“„]?([А-ЯЁа-яёA-Z])[»"'”“]?(?![\p{L}\d])(\s?кл(?:асс\p{L}*|\.)?)?/gu;

const classIn = (words: string): { readonly name: string; readonly rest: string } | undefined => {
  for (const match of words.matchAll(CLASS)) {
    const [matched, figure = '', apart = '', letter = '', called] = match;
    const doubtful = NO_CLASS.test(letter) && (apart.trim() === '' ? apart !== '' || /[чгм]/u.test(letter) : false);
    const name = normaliseClass(`${figure}${letter}`);
    if (name === null || (doubtful && called === undefined)) continue;
    return { name, rest: `${words.slice(0, match.index)} ${words.slice(match.index + matched.length)}` };
  }
  return undefined;
};

/** Items so many and so long are read by somebody still. */
const MOST_ITEMS = 20;
const LONGEST_ITEM = 200;

const NUMBER = /(?:^|[\s;,])\d{1,2}[.)]\s+/u;

/** «итоги адаптации; питание; разное», «1) итоги 2) питание», or an item a line. */
export const agendaOf = (words: string): readonly string[] => {
  const parts = /[;\n]/.test(words)
    ? words.split(/[;\n]/u)
    : NUMBER.test(words)
      ? words.split(NUMBER)
      : words.split(',');
  return parts
    .map((one) =>
      one
        .replace(/^\s*(?:\d{1,2}[.)]|[•–—-])\s*/u, '')
        .replace(/[\s.,]+$/u, '')
        .trim(),
    )
    .filter((one) => one !== '')
    .map((one) => one.slice(0, LONGEST_ITEM))
    .slice(0, MOST_ITEMS);
};

const AGENDA = /[\s,.;]*(?<!\p{L})(?:повестк\p{L}+(?:\s(?:дня|собрания))?|вопрос\p{L}*|тем\p{L}{1,2})\s*[:–—-]\s*/iu;

/** «Собрание 5А в пятницу в 18:30, повестка: итоги адаптации; питание; разное». */
export const readMeetingLine = (words: string): MeetingWish => {
  const link = linkIn(words);
  const plain = link === undefined ? words : words.replace(link, ' ');
  const agenda = AGENDA.exec(plain);
  const head = agenda ? plain.slice(0, agenda.index) : plain;
  const found = KINDS.map(([pattern, kind]) => ({ kind, match: pattern.exec(head) })).find(({ match }) => match);
  const rest = found?.match ? head.replace(found.match[0], ' ') : head;
  const named = classIn(rest);
  return {
    kind: found?.kind ?? 'class-parents',
    named: found !== undefined,
    ...(named && { class: named.name }),
    when: (named?.rest ?? rest)
      .replace(/(?<!\p{L})класс\p{L}*/giu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
    agenda: agenda ? agendaOf(plain.slice(agenda.index + agenda[0].length)) : [],
    ...(link !== undefined && { link }),
  };
};
