import { inChat, type PlaceRef } from '../../domain/refs.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import type { PlaceRate, Quotas } from '../../ports/pace.js';

/** What Telegram lets a bot say in one place: a message a second, some at once, and so many a minute in a group. */
export const PLACE_RATE: PlaceRate = {
  atOnce: 3,
  between: SECOND,
  inChat: { limit: 20, span: MINUTE },
  everywhere: 3,
};
const { atOnce: AT_ONCE, between: BETWEEN, everywhere: EVERYWHERE } = PLACE_RATE;
const IN_A_MINUTE = PLACE_RATE.inChat.limit;
/** Places remembered before those that have been quiet are forgotten. */
const REMEMBERED = 1_000;

/** When the next message may go where these went, latest last: so many in a row earn a pause for each. */
const free = (times: readonly number[], group: boolean): number => {
  const row = times.slice(-AT_ONCE);
  const [first = 0] = row;
  const [oldest = 0] = times.slice(-IN_A_MINUTE);
  return Math.max(
    row.length === AT_ONCE ? first + AT_ONCE * BETWEEN : 0,
    group && times.length >= IN_A_MINUTE ? oldest + MINUTE : 0,
  );
};

/** Of one process. */
export const createQuotas = (now: () => number): Quotas => {
  const said = new Map<PlaceRef, readonly number[]>();
  const held = new Map<PlaceRef, number>();

  const forgetQuiet = (at: number): void => {
    if (said.size <= REMEMBERED) return;
    for (const [place, times] of said) if ((times.at(-1) ?? 0) + MINUTE <= at) said.delete(place);
  };

  const heldUntil = (place: PlaceRef, at: number): number => {
    for (const [other, until] of held) if (until <= at) held.delete(other);
    return held.size < EVERYWHERE ? (held.get(place) ?? 0) : Math.max(...held.values());
  };

  return {
    wait: async (place) => {
      const at = now();
      const times = (said.get(place) ?? []).filter((time) => time + MINUTE > at);
      const next = Math.max(heldUntil(place, at), free(times, inChat(place)));
      if (next > at) return next - at;
      said.set(place, [...times, at].slice(-IN_A_MINUTE));
      forgetQuiet(at);
      return 0;
    },
    hold: async (place, ms) => void held.set(place, Math.max(held.get(place) ?? 0, now() + ms)),
  };
};
