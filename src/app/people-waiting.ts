import { type Person, STAFF } from '../domain/person.js';
import type { AccountRef } from '../domain/refs.js';
import { requestId } from '../domain/request.js';
import type { Records } from '../ports/stores.js';

/**
 * Whether the administrator has still to say that whoever linked this account is really this person of the staff. One
 * more account waits alone: whoever was confirmed before keeps the rights in the old one.
 * @param account absent: whether the person has no confirmed account at all
 */
export const linkWaits = async (
  { id, role, standing }: Person,
  { records }: { readonly records: Pick<Records, 'get'> },
  account?: AccountRef,
): Promise<boolean> => {
  if (!STAFF.includes(role)) return false;
  const confirmed = standing?.confirmed !== undefined;
  if (confirmed && account === undefined) return false;
  const request = (await records.get('request', requestId('role', id)))?.value;
  return request?.state === 'open' && (!confirmed || request.account === account);
};
