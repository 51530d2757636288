import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { loadBeginning } from '../../src/storage/school.js';

export type School = 'school-21' | 'oosh-19';

const ZONE = 'Europe/Moscow';
const read = new Map<School, ReturnType<typeof load>>();

const load = async (school: School) => {
  const folder = join(projectRoot(), 'policies', school);
  const [policy, beginning] = await Promise.all([loadPolicy(folder, ZONE), loadBeginning(folder)]);
  return { policy, ...beginning };
};

/** A shipped policy and what a school begins with, read once: nobody changes them. */
export const shipped = (school: School): ReturnType<typeof load> => {
  const known = read.get(school) ?? load(school);
  read.set(school, known);
  return known;
};
