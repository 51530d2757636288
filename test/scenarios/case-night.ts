import type { Case } from '../../src/domain/case.js';
import type { ChatRef, MessageRef, PlaceRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { NOON, type School } from './world.js';

/** September 2026, this day and time of day in Moscow. */
export const on = (day: number, hours: number, minutes = 0): number =>
  NOON - 12 * HOUR + (day - 9) * DAY + hours * HOUR + minutes * MINUTE;

/** Until that moment. */
export const until = async (school: School, moment: number): Promise<void> => {
  if (moment > school.clock.now()) await school.passes(moment - school.clock.now());
};

export const QUESTION = 'Подскажите, что задали по математике?';
export const FIRST = 'Вы там совсем охренели со своими сборами? Училка – дура безмозглая!';
export const SECOND = 'Клуши вы все, д у р ы';

export interface Night {
  readonly parents: ChatRef;
  readonly second: MessageRef;
}

/** SC-04, steps 1–3, with step 3 at 23:40 (`domain.md` §0a.5). Begins on 9 September at 22:40. */
export const night = async (school: School): Promise<Night> => {
  const parents = await school.chat('class_parents');
  for (const who of ['p02', 'p03', 'k01', 'z01', 'd01', 'a01']) await school.allows(who);
  await school.says('p03', parents, QUESTION);
  await until(school, on(9, 23, 14));
  await school.says('p02', parents, FIRST);
  await until(school, on(9, 23, 40));
  const second = await school.says('p02', parents, SECOND);
  return { parents, second };
};

/** What the bot has said of cases in somebody's dialog: other matters left aside. */
export const heard = (school: School, who: string): readonly string[] =>
  school.hears(school.dialog(who)).filter((words) => !words.startsWith('Сверка') && !words.startsWith('Проверьте'));

/** The last of it. */
export const last = (school: School, who: string): string => heard(school, who).at(-1) ?? '';

/** How the strikes against somebody stand, the first first. */
export const strikes = async (school: School, who = 'p02'): Promise<readonly string[]> =>
  ((await school.stores.records.get('conduct', who))?.value.strikes ?? []).map(({ state }) => state);

export const cases = async (school: School): Promise<readonly Case[]> =>
  (await school.stores.records.all('case')).map(({ value }) => value).sort((a, b) => a.number - b.number);

/** The case with the last limit. */
export const limit = async (school: School): Promise<Case> => {
  const found = (await cases(school)).findLast(({ measure }) => measure?.kind === 'read-only');
  if (found === undefined) throw new Error('nobody is limited');
  return found;
};

/** What people have written there and everybody can read. */
export const stands = (school: School, where: PlaceRef): readonly string[] => {
  const own = school.hears(where);
  return school.sees(where).filter((words) => words !== '' && !own.includes(words));
};
