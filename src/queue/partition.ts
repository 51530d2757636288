import { createHash } from 'node:crypto';
import { nativeId, type OrderRef } from '../domain/refs.js';

/** How many chats are worked on at once. Changing it while updates wait reorders chats: let the queues run empty first. */
export const PARTITIONS = 16;

/** A messenger numbers a community's chats one after the other: by number they spread evenly, by a hash they may not. */
const NUMBER = /^-?(\d{1,15})$/;

/** The partition of a chat, a dialog or the school: the same on every process for ever. */
export const partitionOf = (place: OrderRef): number => {
  const [, number] = NUMBER.exec(nativeId(place)) ?? [];
  const spread = number === undefined ? createHash('sha1').update(place).digest().readUInt32BE(0) : Number(number);
  return spread % PARTITIONS;
};
