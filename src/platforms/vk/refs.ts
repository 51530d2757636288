import { type AccountRef, accountRef, chatRef, dialogRef, nativeId, type PlaceRef } from '../../domain/refs.js';

/** Peers above this are chats; a chat's own number is what is above it. */
export const FIRST_CHAT = 2_000_000_000;

export const placeOf = (peer: number): PlaceRef => (peer > FIRST_CHAT ? chatRef('vk', peer) : dialogRef('vk', peer));

export const accountOf = (id: number): AccountRef => accountRef('vk', id);

/** VK's number of a place or an account. */
export const numberOf = (ref: PlaceRef | AccountRef): number => Number(nativeId(ref));
