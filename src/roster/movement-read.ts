import { normaliseClass } from '../domain/class-name.js';
import { shortName } from '../domain/names.js';
import { type Person, STAFF } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { inFigures } from '../domain/typed-date.js';
import { roleOf } from './columns.js';
import { findPeople } from './find-people.js';
import { type Day, type Movement, type Order, readDay } from './movement.js';

/** One of several who may be meant, and what to type for this one. */
export interface Choice {
  readonly person: Person;
  readonly typed: string;
}

export type ReadMovement =
  | { readonly ok: true; readonly movement: Movement }
  | { readonly ok: false; readonly text: Text; readonly choices?: readonly Choice[] };

type Kind = 'enrol' | 'transfer' | 'leave' | 'dismiss' | 'stand-in';

const KINDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:при[её]м|зачисление|enrol)$/u, 'enrol'],
  [/^(?:перевод|transfer)$/u, 'transfer'],
  [/^(?:отчисление|выбытие|leave)$/u, 'leave'],
  [/^(?:увольнение|dismiss)$/u, 'dismiss'],
  [/^(?:замена|смена|substitute)$/u, 'stand-in'],
];

const DATE = String.raw`(\d{1,2}\.\d{1,2}\.(?:20)?\d{2})(?:\s?г(?:ода|\.)?(?=\s|$))?`;
const ORDER = new RegExp(
  String.raw`\s(?:приказ\p{L}*|пр\.|order)\s+(?:№\s*)?([\p{L}\p{N}/._-]{1,32})\s+(?:от|of)\s+${DATE}`,
  'iu',
);
const ORDER_TURNED = new RegExp(
  String.raw`\s(?:приказ\p{L}*|пр\.|order)\s+(?:от|of)\s+${DATE}\s+(?:№\s*)?([\p{L}\p{N}/._-]{1,32})(?=\s|$)`,
  'iu',
);
const SINCE = new RegExp(String.raw`\s(?:[cс]о?|from)\s+${DATE}`, 'iu');
const UNTIL = new RegExp(String.raw`\s(?:до|по|until)\s+${DATE}`, 'iu');
/** Words that say nothing: «из 5А в 5Б», «смена классного руководителя», «ученика Иванов». */
const BETWEEN =
  /^(?:из|в|во|на|с|со|класс\p{L}*|руководител\p{L}*|ученик\p{L}*|ученицу|обучающ\p{L}*|за|вместо|to|for|by|with)$/iu;
/** Signs around words, and between two classes: «5А→5Б», «5А-5Б». */
const plain = (typed: string): string =>
  typed
    .replace(/[«»"„“”()→>]/gu, ' ')
    .replace(/(\d\p{L}?)\s*\p{Pd}\s*(?=\d{1,2}\p{L}(?:\s|$))/gu, '$1 ')
    .replace(/\s\p{Pd}+(?=\s)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

interface Typed {
  readonly kind: Kind;
  /** What is left: people and classes. */
  readonly words: readonly string[];
  readonly order?: Order;
  readonly since?: Day;
  readonly until?: Day;
  /** A date that is none. */
  readonly wrong: boolean;
}

/** The words of the order, its number and date as typed. */
const orderIn = (words: string): readonly [string, string, string] | undefined => {
  const usual = ORDER.exec(words);
  if (usual) return [usual[0], usual[1] ?? '', usual[2] ?? ''];
  const turned = ORDER_TURNED.exec(words);
  return turned ? [turned[0], turned[2] ?? '', turned[1] ?? ''] : undefined;
};

const typedOf = (tail: string): Typed | undefined => {
  const [first = ''] = tail.split(' ', 1);
  const kind = KINDS.find(([fits]) => fits.test(first.toLowerCase()))?.[1];
  if (kind === undefined) return undefined;
  const rest = tail.slice(first.length);
  const order = orderIn(rest);
  const apart = order ? rest.replace(order[0], ' ') : rest;
  const [since, until] = [SINCE.exec(apart), UNTIL.exec(apart)];
  const words = [since, until].reduce((left, part) => (part ? left.replace(part[0], ' ') : left), apart);
  const days = [order?.[2], since?.[1], until?.[1]].map((one) => (one === undefined ? undefined : readDay(one)));
  const [ordered, from, to] = days;
  return {
    kind,
    words: words.split(/[\s,;]+/).filter((word) => word !== '' && !BETWEEN.test(word)),
    ...(order?.[1] && ordered ? { order: { number: order[1], date: ordered } } : {}),
    ...(from ? { since: from } : {}),
    ...(to ? { until: to } : {}),
    wrong: (since !== null && from === undefined) || (until !== null && to === undefined),
  };
};

type Picked =
  | { readonly ok: true; readonly person: Person; readonly rest: readonly string[] }
  | Extract<ReadMovement, { ok: false }>;

const refuse = (words: Text): { readonly ok: false; readonly text: Text } => ({ ok: false, text: words });
const FORM = refuse(text('movement-form'));

/** How a person is told from a namesake: «Иванов П. (5А)». */
const apart = (person: Person): string =>
  `${shortName(person)}${person.classes.length > 0 ? ` (${person.classes.join(', ')})` : ''}`;

/** Namesakes named one by one; the others are counted. */
const NAMED = 10;
const whichOf = (names: readonly string[]) => ({
  names: names.slice(0, NAMED).join(', '),
  more: Math.max(0, names.length - NAMED),
});

/**
 * The person the words begin with.
 * @param likely who is meant when several bear the name
 */
const pick = (
  words: readonly string[],
  people: readonly Person[],
  { tail, likely }: { readonly tail: string; readonly likely: (person: Person) => boolean },
): Picked => {
  const found = findPeople(words, people);
  const likelier = found.people.filter(likely);
  const meant = likelier.length > 0 ? likelier : found.people;
  const rest = words.slice(found.words);
  const [person, another] = meant;
  const typed = words.slice(0, found.words).join(' ');
  if (person === undefined) return refuse(text('movement-nobody', { name: typed.slice(0, 60) }));
  if (another === undefined) return { ok: true, person, rest };
  return {
    ...refuse(text('movement-which', whichOf(meant.map(apart)))),
    choices: meant.map((one) => ({ person: one, typed: tail.replace(typed, one.id) })),
  };
};

/** Words that nothing was made of: the command was understood wrongly, or in part. */
const leftOver = (words: readonly string[]): ReturnType<typeof refuse> | undefined => {
  const left = words.filter((word) => normaliseClass(word) === null);
  if (left.length === 0) return undefined;
  return left.some((word) => /^\d{1,2}\.\d/u.test(word)) ? refuse(text('movement-date')) : FORM;
};

const classIn = (words: readonly string[]): readonly string[] => words.flatMap((word) => normaliseClass(word) ?? []);

/** `since` and `order`, as every movement has them. */
const ordered = ({ since }: Typed, order: Order) => ({ order, ...(since ? { since } : {}) });

const readEnrol = (typed: Typed, order: Order, people: readonly Person[]): ReadMovement => {
  const [first = '', ...others] = typed.words;
  const role = people.some(({ id }) => id === first) ? undefined : roleOf(first);
  const [id = '', ...rest] = role === undefined ? typed.words : others;
  const known = people.find((person) => person.id.toLowerCase() === id.toLowerCase());
  const classes = classIn(rest);
  const [surname = '', name = '', ...patronymic] = rest.filter((word) => normaliseClass(word) === null);
  const same = { kind: 'enrol', ...ordered(typed, order) } as const;
  if (known)
    return {
      ok: true,
      movement: { ...same, person: { ...known, classes: classes.length > 0 ? classes : known.classes } },
    };
  const names = [surname, name, ...patronymic];
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,31}$/u.test(id) || !names.every((one) => /^\p{L}[\p{L}'’.-]{0,63}$/u.test(one)))
    return FORM;
  const person: Person = {
    ...{ id, role: role ?? 'student', surname, name, patronymic: patronymic.join(' '), classes },
    ...{ subject: '', children: [], basis: '' },
  };
  if (person.role === 'parent' || (person.role === 'student' && classes.length !== 1)) return FORM;
  return { ok: true, movement: { ...same, person } };
};

const readStandIn = (tail: string, typed: Typed, order: Order, people: readonly Person[]): ReadMovement => {
  const [named] = classIn(typed.words);
  const words = typed.words.filter((word) => normaliseClass(word) === null || people.some(({ id }) => id === word));
  const leads = ({ role, classes }: Person) =>
    role === 'class-teacher' && (named === undefined || classes.includes(named));
  const first = pick(words, people, { tail, likely: leads });
  if (!first.ok) return first;
  const same = { ...ordered(typed, order), ...(named ? { class: named } : {}) };
  const { until } = typed;
  // «смена классного 5А u01» names only who comes.
  if (first.rest.length === 0)
    return named && !until ? { ok: true, movement: { kind: 'replace', by: first.person.id, ...same } } : FORM;
  const second = pick(first.rest, people, { tail, likely: ({ role }) => STAFF.includes(role) });
  if (!second.ok) return second;
  const left = leftOver(second.rest);
  if (left) return left;
  const both = { person: first.person.id, by: second.person.id, ...same };
  return { ok: true, movement: until ? { kind: 'substitute', ...both, until } : { kind: 'replace', ...both } };
};

const readPupil = (tail: string, typed: Typed, order: Order, people: readonly Person[]): ReadMovement => {
  const classes = classIn(typed.words.slice(1));
  const [from, to] = classes.length > 1 ? classes : [undefined, classes[0]];
  const staff = typed.kind === 'dismiss';
  const likely = ({ role, classes: own }: Person) =>
    staff ? STAFF.includes(role) : role === 'student' && (from === undefined || own.includes(from));
  const one = pick(typed.words, people, { tail, likely });
  if (!one.ok) return one;
  const left = leftOver(one.rest);
  if (left) return left;
  const same = { person: one.person.id, ...ordered(typed, order) };
  if (typed.kind !== 'transfer') return { ok: true, movement: { kind: staff ? 'dismiss' : 'leave', ...same } };
  return to === undefined ? FORM : { ok: true, movement: { kind: 'transfer', to, ...(from ? { from } : {}), ...same } };
};

/**
 * What stands after `/движение` → the movement that is meant, or what to say or ask. Who has left already is found too: the
 * same command once more is the same movement.
 * @param cited the clause that asks for an order
 */
export const readMovement = (typedTail: string, people: readonly Person[], cited?: Text): ReadMovement => {
  const tail = plain(inFigures(typedTail));
  const typed = typedOf(tail);
  if (typed === undefined || typed.words.length === 0) return FORM;
  const { order } = typed;
  if (order === undefined) return refuse(cited ? text('movement-order', { cited }) : text('movement-order-plain'));
  if (typed.wrong) return refuse(text('movement-date'));
  switch (typed.kind) {
    case 'enrol':
      return readEnrol(typed, order, people);
    case 'stand-in':
      return readStandIn(tail, typed, order, people);
    case 'transfer':
    case 'leave':
    case 'dismiss':
      return readPupil(tail, typed, order, people);
  }
};
