import type { Person } from '../../domain/person.js';

type Named = Pick<Person, 'surname' | 'name' | 'patronymic'>;

/** Whose names say who is spoken of. */
export interface Who {
  readonly staff: readonly Named[];
  readonly pupils: readonly Named[];
  /** Theirs say nothing: a surname may be of a parent as well as of a teacher. */
  readonly parents: readonly Named[];
}

/** Somebody of the staff, a pupil: how a sentence under examination names them, in the nominative only. */
export const STAFF_NAMED = '@u';
export const PUPIL_NAMED = '@p';

const plain = (words: string): string => words.toLowerCase().replaceAll('ё', 'е');

export interface Names {
  /** «иванова», «мария петровна» → who that is. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Who is meant by which name; a name that two may bear means nobody, except that children bear those of their parents. */
export const namesOf = ({ staff, pupils, parents }: Who): Names => {
  const families = new Set([...pupils, ...parents].map(({ surname }) => plain(surname)));
  const surnames = staff.map(({ surname }) => plain(surname));
  const teachers = new Set(surnames);
  return {
    marks: new Map([
      ...surnames.filter((one) => !families.has(one)).map((one) => [one, STAFF_NAMED] as const),
      ...staff.map(({ name, patronymic }) => [plain(`${name} ${patronymic}`), STAFF_NAMED] as const),
      ...pupils
        .map(({ surname }) => plain(surname))
        .filter((one) => !teachers.has(one))
        .map((one) => [one, PUPIL_NAMED] as const),
      ...pupils.map(({ surname, name }) => [plain(`${name} ${surname}`), PUPIL_NAMED] as const),
    ]),
  };
};

const TOKEN = /[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu;
const CAPITAL = /^\p{Lu}\p{Ll}/u;

const tokenOf = (word: string): string => {
  if (!/^[\p{L}\p{N}]/u.test(word)) return /[,:;()«»"–—-]/u.test(word) ? ',' : '';
  return CAPITAL.test(word) ? `^${plain(word)}` : plain(word);
};

const small = (token: string | undefined): string => (token?.startsWith('^') ? token.slice(1) : (token ?? ''));

const marked = (tokens: readonly string[], { marks }: Names): readonly string[] => {
  const out: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const two = marks.get(`${small(tokens[at])} ${small(tokens[at + 1])}`);
    const mark = two ?? marks.get(small(tokens[at]));
    if (two) at++;
    if (mark === undefined) out.push(tokens[at] ?? '');
    else if (out.at(-1) !== mark) out.push(mark);
  }
  return out;
};

/**
 * Sentences as patterns read them: small letters, «е» for «ё», `^` before a capital, `,` for any mark amid a sentence, names
 * of people of the school as `@u` and `@p`, a space around everything.
 */
export const sentencesOf = (text: string, names: Names): readonly string[] =>
  text
    .split(/[.!?…\n]+/u)
    .map((sentence) => [...sentence.matchAll(TOKEN)].map(([word]) => tokenOf(word)).filter((token) => token !== ''))
    .filter((tokens) => tokens.length > 1)
    .map((tokens) => ` ${marked(tokens, names).join(' ')} `);

/** What is read, watched, dreamt or denied has not happened here. */
export const UNREAL =
  / \^?(?:рассказ|повест|роман|фильм|сериал|мульт|книг|книж|сказк|спектакл|пьес|геро|персонаж|сочинени|отрывок|отрывк|сюжет|картин|сон[а-я]? |снил|представьте|например|неправд|не правда|клевет|выдумк|слух|врут|вранье|анекдот|шут[кл])/u;

/** Up to so many words between; none that turns the sentence, and no name. */
export const gap = (most: number): string =>
  `(?: (?!(?:не|ни|что|как|когда|если|где|чтобы|а|но|или|просит|просил[аи]?|сказал[аи]?|говорит|видел[аи]?|написал[аи]?|пишет|узнал[аи]?|слышал[аи]?) )[а-я0-9]+){0,${most}}`;
