import type { Appeal, Case } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import type { Known } from './known.js';

/** An objection that was made in somebody's name, without whoever made it and the words. */
const wordless = ({ by: _gone, ...appeal }: Appeal): Appeal => ({ ...appeal, words: '' });

const without = (one: Case, names: ReadonlySet<string>): Case => {
  const { appeal, complaints } = one;
  return {
    ...one,
    ...(appeal?.by !== undefined && names.has(appeal.by) && { appeal: wordless(appeal) }),
    ...(complaints && { complaints: complaints.filter(({ by }) => !names.has(by)) }),
  };
};

const isNamed = ({ appeal, complaints = [] }: Case, names: ReadonlySet<string>): boolean =>
  (appeal?.by !== undefined && names.has(appeal.by)) || complaints.some(({ by }) => names.has(by));

/**
 * What somebody who is forgotten has said in cases of others: an objection for a child, a complaint. The case goes on.
 * @param names the person's id and accounts
 */
export const unspoken = async (
  person: string,
  names: ReadonlySet<string>,
  { records }: Pick<Known, 'records'>,
): Promise<readonly Change[]> =>
  (await records.all('case'))
    .filter(({ value }) => value.person !== person && isNamed(value, names))
    .map((held) => keep('case', held.id, without(held.value, names), held));
