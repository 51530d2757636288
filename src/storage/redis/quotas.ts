import { randomUUID } from 'node:crypto';
import { inChat } from '../../domain/refs.js';
import type { PlaceRate, Quotas } from '../../ports/pace.js';
import { quotaScript, restScript } from './lua.js';
import type { Shelf } from './shelf.js';

/** What was said in each place by every process of the school, by Redis' own clock. `token` is a pseudonym. */
export const redisQuotas = (
  { redis, keys, vault }: Pick<Shelf, 'redis' | 'keys' | 'vault'>,
  token: string,
  { atOnce, between, inChat: chats, everywhere }: PlaceRate,
): Quotas => ({
  wait: async (place) => {
    const name = vault.pseudonym('c', place);
    const limit = inChat(place) ? chats.limit : 0;
    const bounds = [atOnce, between, limit, chats.span, everywhere].map(String);
    const places = [keys.said(token, name), keys.told(token)];
    return Number(await quotaScript(redis, places, [...bounds, name, randomUUID()]));
  },
  hold: async (place, ms) => {
    await restScript(redis, [keys.told(token)], [vault.pseudonym('c', place), String(Math.ceil(ms))]);
  },
});
