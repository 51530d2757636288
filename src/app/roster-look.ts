import { normaliseClass } from '../domain/class-name.js';
import { isOfSchool, type Person, STAFF } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { editionAt } from '../regulation/cite.js';
import { exportCsv } from '../roster/export.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { inRow } from '../roster/words.js';
import type { Known } from './known.js';

const byNumber = (one: string, other: string): number =>
  Number.parseInt(one, 10) - Number.parseInt(other, 10) || one.localeCompare(other, 'ru');

const classesOf = (people: readonly Person[], approved: readonly string[]): readonly string[] =>
  approved.length > 0
    ? approved
    : [...new Set(people.flatMap(({ role, classes }) => (role === 'class-teacher' ? classes : [])))].sort(byNumber);

/** What a list should have and has not. */
const missing = (people: readonly Person[], classes: readonly string[]): readonly Text[] => {
  const led = new Set(people.flatMap(({ role, classes: own }) => (role === 'class-teacher' ? own : [])));
  const leaderless = classes.filter((one) => !led.has(one));
  const looked = new Set(people.flatMap(({ children }) => children));
  const alone = people.filter(({ id, role }) => role === 'student' && !looked.has(id)).length;
  const empty = classes.filter(
    (one) => !people.some(({ role, classes: own }) => role === 'student' && own.includes(one)),
  );
  return [
    ...(people.some(({ role }) => role === 'director') ? [] : [text('list-no-director')]),
    ...(leaderless.length > 0 ? [text('list-leaderless', { classes: leaderless.join(', ') })] : []),
    ...(empty.length > 0 ? [text('list-empty-classes', { classes: empty.join(', ') })] : []),
    ...(alone > 0 ? [text('list-without-parents', { count: alone })] : []),
  ];
};

/** An administrator who is no teacher, where the edition asks for one. */
export const administratorLack = (
  people: readonly Person[],
  { policy, now }: Pick<Known, 'policy' | 'now'>,
): readonly Text[] => {
  const asked = editionAt(policy, now)?.switches.adminMustBeTeacher ?? false;
  const plain = ({ role, subject, classes }: Person) =>
    role === 'administrator' && subject === '' && classes.length === 0;
  return asked && people.some(plain) ? [text('list-administrator')] : [];
};

/** How many people the school's list holds, and what it lacks. */
export const overview = async ({ people, policy, now }: Pick<Known, 'people' | 'policy' | 'now'>): Promise<Text> => {
  const [all, approved] = await Promise.all([people.all(), people.classes()]);
  const here = all.filter((one) => one.id !== PROVISIONAL.id && isOfSchool(one, now));
  if (here.length === 0) return text('list-none');
  const classes = classesOf(here, approved);
  const lacks = inRow([...administratorLack(here, { policy, now }), ...missing(here, classes)], 'roster-errors-next');
  return text('list-overview', {
    staff: here.filter(({ role }) => STAFF.includes(role)).length,
    students: here.filter(({ role }) => role === 'student').length,
    parents: here.filter(({ role }) => role === 'parent').length,
    classes: classes.length,
    lacks: lacks ? text('list-lacks', { lacks }) : text('list-whole'),
  });
};

/** The list as a file that can be loaded again. */
export const exported = async ({ people }: Pick<Known, 'people'>): Promise<{ readonly base64: string }> => ({
  base64: Buffer.from(exportCsv(await people.all())).toString('base64'),
});

/** «5А, 5Б, 6 а» → the classes of a school; undefined when one of them is none. */
export const readClasses = (words: string): readonly string[] | undefined => {
  const classes = words
    .split(/[,;]+/u)
    .map((one) => one.trim())
    .filter(Boolean)
    .map(normaliseClass);
  if (classes.length === 0 || classes.length > 200 || classes.includes(null)) return undefined;
  return [...new Set(classes.filter((one) => one !== null))].sort(byNumber);
};
