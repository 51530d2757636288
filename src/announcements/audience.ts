import type { Audience, Whom } from '../domain/announcement.js';
import { normaliseClass } from '../domain/class-name.js';

/** What the school has: words can name nothing else. */
export interface Named {
  readonly classes: readonly string[];
  /** As the roster has them. */
  readonly subjects: readonly string[];
}

/** A part of the words about whom. */
export interface Piece {
  readonly length: number;
  readonly whom?: Whom;
  /** All classes. */
  readonly everywhere?: true;
  readonly classes?: readonly string[];
  /** Classes that the school does not have. */
  readonly unknown?: readonly string[];
  readonly subject?: string;
  readonly by?: Audience['by'];
}

const WHOMS: readonly (readonly [RegExp, Whom])[] = [
  [/^(?:общешкольн\p{L}*(?:\s+канал\p{L}*)?|канал\p{L}*\s+(?:общешкольн|школ)\p{L}*|school channel)/u, 'school'],
  [/^(?:родител|законн\p{L}+\s+представител|мам|parent)\p{L}*/u, 'parents'],
  [/^(?:учени[кц]|учащ|обучающ|школьник|ребят|детям?(?!\p{L})|student|pupil)\p{L}*/u, 'students'],
  [/^(?:канал\p{L}*\s+)?(?:сотрудник|работник|коллектив|employee|staff)\p{L}*/u, 'employees'],
  [/^(?:учител|педагог|педсостав|коллег|teacher)\p{L}*/u, 'teachers'],
];
const SCHOOL = /^(?:вс(?:я|ю|ей|е)\s+школ\p{L}*|школ[аеыу](?!\p{L})|the\s+whole\s+school|whole\s+school|all\s+school)/u;
const ALL = /^(?:все[мх]?|всех|all)(?:\s+класс\p{L}*)?(?!\p{L})/u;
const BY: readonly (readonly [RegExp, Audience['by']])[] = [
  [/^(?:в\s+чаты\s+и\s+(?:в\s+)?личн\p{L}*(?:\s+сообщени\p{L}*)?|и\s+в\s+чаты,?\s+и\s+лично)/u, 'both'],
  [
    /^(?:в\s+личн\p{L}+(?:\s+сообщени\p{L}*)?|личн(?:о|ыми)(?:\s+сообщени\p{L}*)?|каждому(?:\s+лично)?|personally)(?!\p{L})/u,
    'dialogs',
  ],
  [/^(?:в\s+чат(?:ы|е|ах)?|chats)(?!\p{L})/u, 'chats'],
];
const NUMBERED = String.raw`\s*[-–—]?\s*(?:[«"]\s*)?`;
const RANGE = /^(?:с\s+)?(\d{1,2})\s*(?:[-–—]|по|до)\s*(\d{1,2})(?:-?(?:е|х|ые|ых|м|ым))?\s*класс\p{L}*/u;
const PARALLEL = /^(\d{1,2})(?:-?(?:е|х|ые|ых|м|ым))\s+класс\p{L}*|^(\d{1,2})\s+класс(?:ы|ов|ам|ах)/u;
const CLASS = new RegExp(String.raw`^(\d{1,2})${NUMBERED}([а-яa-z])?[»"]?(?:\s+класс\p{L}*)?(?![\p{L}\d:.])`, 'u');
const PRIMARY = /^(?:начальн\p{L}+\s+(?:школ|класс)\p{L}*|начальн(?:ая|ой)(?!\p{L}))/u;

const gradeOf = (name: string): number => Number.parseInt(name, 10);
const between = (from: number, to: number, { classes }: Named): readonly string[] =>
  classes.filter((name) => gradeOf(name) >= from && gradeOf(name) <= to);

const ofGrades = (from: number, to: number, length: number, named: Named): Piece => {
  const classes = between(from, to, named);
  return classes.length > 0 ? { length, classes } : { length, unknown: [from === to ? `${from}` : `${from}–${to}`] };
};

const readClass = (words: string, named: Named): Piece | undefined => {
  const range = RANGE.exec(words);
  if (range) return ofGrades(Number(range[1]), Number(range[2]), range[0].length, named);
  const primary = PRIMARY.exec(words);
  if (primary) return ofGrades(1, 4, primary[0].length, named);
  const parallel = PARALLEL.exec(words);
  if (parallel)
    return ofGrades(Number(parallel[1] ?? parallel[2]), Number(parallel[1] ?? parallel[2]), parallel[0].length, named);
  const one = CLASS.exec(words);
  if (one === null) return undefined;
  // «16 сентября» is a day.
  const name = normaliseClass(`${one[1]}${one[2] ?? ''}`);
  if (name === null) return undefined;
  if (named.classes.includes(name)) return { length: one[0].length, classes: [name] };
  return one[2] === undefined ? undefined : { length: one[0].length, unknown: [name] };
};

/** «Информатика», «по информатике»: the beginning of the word tells. */
const readSubject = (words: string, { subjects }: Named): Piece | undefined => {
  const lead = /^(?:предмет\p{L}*\s+|по\s+)?/u.exec(words)?.[0].length ?? 0;
  for (const subject of subjects) {
    const plain = subject.toLowerCase().replaceAll('ё', 'е');
    const [stem = plain] = [plain.length > 4 ? plain.slice(0, -2) : plain];
    const found = words.slice(lead).startsWith(stem)
      ? /^[\p{L}]*(?:\s\p{L}+)*?/u.exec(words.slice(lead + stem.length))
      : null;
    if (found === null) continue;
    const rest = /^\p{L}*/u.exec(words.slice(lead + stem.length))?.[0].length ?? 0;
    if (rest <= 3) return { length: lead + stem.length + rest, whom: 'subject', subject };
  }
  return undefined;
};

/** What the beginning of these words, in small letters, says of whom they are for; nothing when they say nothing of it. */
export const readPiece = (words: string, named: Named): Piece | undefined => {
  for (const [pattern, by] of BY) {
    const found = pattern.exec(words);
    if (found) return { length: found[0].length, by };
  }
  const school = SCHOOL.exec(words);
  if (school) return { length: school[0].length, everywhere: true };
  const classes = readClass(words, named);
  if (classes) return classes;
  for (const [pattern, whom] of WHOMS) {
    const found = pattern.exec(words);
    if (found) return { length: found[0].length, whom };
  }
  const all = ALL.exec(words);
  if (all) return { length: all[0].length, everywhere: true };
  return readSubject(words, named);
};

export type AudienceDefect = 'whom' | 'class' | 'subject-class';

const ORDER: readonly Whom[] = ['school', 'parents', 'students', 'teachers', 'employees', 'subject'];

/** The pieces together; `ask`: of a class it was not said whom. */
export const together = (
  pieces: readonly Piece[],
  named: Named,
):
  | { readonly audience: Audience }
  | { readonly ask: 'whom'; readonly classes: readonly string[]; readonly by: Audience['by'] }
  | { readonly defect: AudienceDefect; readonly names?: string } => {
  const unknown = pieces.flatMap((piece) => piece.unknown ?? []);
  if (unknown.length > 0) return { defect: 'class', names: unknown.join(', ') };
  const found = new Set(pieces.flatMap(({ whom }) => (whom ? [whom] : [])));
  const everywhere = pieces.some((piece) => piece.everywhere);
  const picked = new Set(pieces.flatMap((piece) => piece.classes ?? []));
  const classes = named.classes.filter((name) => picked.has(name));
  const by = pieces.findLast((piece) => piece.by)?.by ?? 'chats';
  const subject = pieces.find((piece) => piece.subject)?.subject;
  if (subject !== undefined && classes.length === 0) return { defect: 'subject-class' };
  if (found.size === 0 && classes.length > 0) return { ask: 'whom', classes, by };
  if (found.size === 0 && everywhere) found.add('school');
  if (found.size === 0) return { defect: 'whom' };
  const whom = ORDER.filter((one) => found.has(one) && (subject === undefined || one === 'subject'));
  return { audience: { whom, classes, by, ...(subject === undefined ? {} : { subject }) } };
};
