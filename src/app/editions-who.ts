import { acknowledgementId } from '../domain/acknowledgement.js';
import { fullName } from '../domain/names.js';
import { isOfSchool, type Person } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { classesOf as ownClasses } from '../regulation/permissions-hats.js';
import { shownDate } from './acknowledging.js';
import type { Call } from './command.js';
import { currentChapter } from './editions-archive.js';
import type { Known } from './known.js';
import { classesOf } from './own-chats.js';

/** Characters of the names of one group; whoever does not fit is counted. */
const ROOM = 1500;

const fitting = (names: readonly string[]): readonly string[] => {
  let left = ROOM;
  return names.filter((name) => {
    left -= name.length + 2;
    return left > 0;
  });
};

/** People of a class, or those of none, and who of them has not read the edition. */
export interface ReadingGroup {
  /** «5А»; undefined for those of no class. */
  readonly of: string | undefined;
  readonly people: readonly Person[];
  readonly missing: readonly Person[];
}

/**
 * Who has not read an edition, by classes: pupils with their parents, and everybody else. Whoever is reached another way
 * counts as reached.
 * @param edition its date
 */
export const readingGroups = async (
  edition: string,
  call: Pick<Known, 'people' | 'records' | 'now'>,
): Promise<readonly ReadingGroup[]> => {
  const all = (await call.people.all()).filter((person) => isOfSchool(person, call.now));
  const read = new Set(
    (await call.records.all('acknowledgement'))
      .filter(({ value }) => value.edition === edition && value.at !== undefined)
      .map(({ id }) => id),
  );
  const reached = (person: Person) =>
    person.standing?.otherWay !== undefined || read.has(acknowledgementId(edition, person.id));
  const withClasses = await Promise.all(
    all.map(async (person) => {
      const ofClass = person.role === 'student' || person.role === 'parent';
      const classes: readonly (string | undefined)[] = ofClass ? await classesOf(person, call) : [undefined];
      return { person, classes };
    }),
  );
  const named = [...new Set(withClasses.flatMap(({ classes }) => classes))].sort((a, b) =>
    (a ?? '').localeCompare(b ?? '', 'ru', { numeric: true }),
  );
  return named.map((of) => {
    const people = withClasses.filter(({ classes }) => classes.includes(of)).map(({ person }) => person);
    return { of, people, missing: people.filter((person) => !reached(person)) };
  });
};

const title = ({ of }: ReadingGroup): Text =>
  of === undefined ? text('reading-staff') : text('reading-class', { class: of });

const named = (group: ReadingGroup): Text => {
  const names = group.missing.map(fullName).toSorted((a, b) => a.localeCompare(b, 'ru'));
  if (names.length === 0) return text('reading-all', { group: title(group) });
  const told = fitting(names);
  return text('reading-names', {
    group: title(group),
    missing: names.length,
    all: group.people.length,
    names: told.join(', '),
    more: names.length - told.length,
  });
};

/** Figures about fewer people than the threshold would name them. */
const counted = (group: ReadingGroup, few: number): Text => {
  const missing = group.missing.length;
  if (group.people.length < few) return text('reading-few', { group: title(group), few });
  if (missing === 0) return text('reading-all', { group: title(group) });
  return missing < few
    ? text('reading-fewer', { group: title(group), few, all: group.people.length })
    : text('reading-count', { group: title(group), missing, all: group.people.length });
};

/** Whose names a class teacher sees: the own class. Whoever leads the school sees numbers. */
const lineOf = async (
  group: ReadingGroup,
  own: readonly string[],
  few: number,
  call: Call,
): Promise<Text | undefined> => {
  const scope = group.of === undefined ? {} : { class: group.of };
  const mine = group.of !== undefined && own.includes(group.of);
  if (mine && (await call.may('names-behind-figures', scope)).granted === 'yes') return named(group);
  const figures = group.of === undefined ? 'figures-school' : 'figures-class';
  return (await call.may(figures, scope)).granted === 'yes' ? counted(group, few) : undefined;
};

/** Who has not read the edition in force, as far as whoever asks may know it. */
export const whoHasNot = async (call: Call): Promise<{ readonly words: Text; readonly because: string }> => {
  const edition = currentChapter(call)?.edition.requisites.inForceFrom;
  if (edition === undefined) return { words: text('regulation-none'), because: 'none' };
  const { smallGroup } = await call.settings();
  const own = call.person ? ownClasses(call.person, call.now) : [];
  const lines: Text[] = [];
  for (const group of await readingGroups(edition, call)) {
    const line = await lineOf(group, own, smallGroup, call);
    if (line) lines.push(line);
  }
  if (lines.length > 0) return { words: text('reading', { date: shownDate(edition), lines }), because: 'told' };
  const refused = await call.may('figures-class', 'anywhere');
  return { words: refused.granted === 'no' ? refused.text : text('reading-nothing'), because: 'refused' };
};
