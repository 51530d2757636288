import type { PlaceRef } from '../../src/domain/refs.js';
import type { School } from './world.js';

/** Monday, 14 September 2026, 10:00 in Moscow. */
export const MONDAY = Date.UTC(2026, 8, 14, 7, 0);

export const WHO: readonly string[] = ['d01', 'z01', 'a01', 'k01', 'u01', 'p01', 'p02', 'p03', 'p04'];

/** A class's chat and its teacher's dialog; whoever is named has opened a dialog with the bot. */
export const opened = async (school: School, who = WHO) => {
  for (const one of who) await school.allows(one);
  return { parents: await school.chat('class_parents', { class: '5А' }), k01: school.dialog('k01') };
};

export const last = (school: School, where: PlaceRef): string | undefined => school.hears(where).at(-1);

/** What every message there begins with. */
export const first = (school: School, where: PlaceRef): readonly (string | undefined)[] =>
  school.hears(where).map((words) => words.split('\n')[0]);
