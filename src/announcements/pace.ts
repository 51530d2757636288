import { SECOND } from '../domain/time.js';

/**
 * Seconds until the last of so many copies, at the pace so far. `undefined`: nothing has ended yet, nobody can tell.
 * @param since when the first was planned
 */
export const secondsLeft = (ended: number, copies: number, since: number, now: number): number | undefined =>
  ended <= 0 || now <= since ? undefined : Math.ceil((((now - since) / ended) * (copies - ended)) / SECOND);
