import { type Person, STAFF } from '../domain/person.js';
import { requestId } from '../domain/request.js';
import type { Records } from '../ports/stores.js';

/** Whether the administrator has still to say that whoever linked an account is really this person of the staff. */
export const linkWaits = async (
  { id, role, standing }: Person,
  { records }: { readonly records: Pick<Records, 'get'> },
): Promise<boolean> => {
  if (!STAFF.includes(role) || standing?.confirmed !== undefined) return false;
  return (await records.get('request', requestId('role', id)))?.value.state === 'open';
};
