import { schoolYear } from '../cases/school-year.js';
import { counterId } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import type { Known } from './known.js';

/** The next number of the school year, and the change that takes it: two never get one. */
export const nextNumber = async (
  of: 'case' | 'appeal',
  { records, now, zone }: Pick<Known, 'records' | 'now' | 'zone'>,
): Promise<{ readonly number: number; readonly taken: Change }> => {
  const id = counterId(of, schoolYear(now, zone));
  const held = await records.get('counter', id);
  const number = (held?.value.last ?? 0) + 1;
  return { number, taken: keep('counter', id, { last: number }, held) };
};
