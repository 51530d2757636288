import { createHash } from 'node:crypto';
import type { PlaceRef } from '../domain/refs.js';

/** How many chats are worked on at once. Changing it while updates wait reorders chats: let the queues run empty first. */
export const PARTITIONS = 8;

/** The partition of a chat or dialog, 0…7: the same on every process for ever. */
export const partitionOf = (place: PlaceRef): number =>
  createHash('sha1').update(place).digest().readUInt32BE(0) % PARTITIONS;
