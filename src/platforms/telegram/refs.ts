import { numbersIn } from '../../domain/album.js';
import {
  type AccountRef,
  accountRef,
  type ChatRef,
  chatRef,
  dialogRef,
  inChat,
  type MessageRef,
  nativeId,
  type PlaceRef,
} from '../../domain/refs.js';

/** Supergroups and channels are numbered below this, basic groups between it and zero. */
const SUPERGROUPS = -1_000_000_000_000;

/** A chat of people; a person's dialog with the bot bears the person's own number. */
export const placeOf = (id: number): PlaceRef => (id < 0 ? chatRef('telegram', id) : dialogRef('telegram', id));

export const chatOf = (id: number): ChatRef => chatRef('telegram', id);

/** Telegram numbers bots like people: below zero a bot is told from a human being by its name alone, as in every messenger. */
export const accountOf = ({ id, is_bot }: { readonly id: number; readonly is_bot: boolean }): AccountRef =>
  accountRef('telegram', is_bot ? -id : id);

/** Whoever writes in the name of a chat or a channel is nobody in particular. */
export const anonymous = (chat: number): AccountRef => accountRef('telegram', chat);

/** Telegram's numbers of a message; those of an album, which is one message for us. */
export const messagesOf = (message: Pick<MessageRef, 'id'>): readonly number[] => numbersIn(message).map(Number);

/** Of an album the first. */
export const messageNumber = (message: Pick<MessageRef, 'id'>): number => messagesOf(message)[0] ?? 0;

/** Telegram's number of a place. */
export const numberOf = (place: PlaceRef): number => Number(nativeId(place));

/** Telegram's number of a person or a bot; nothing for a chat that writes in its own name: nobody is to answer for that. */
export const userOf = (account: AccountRef): number | undefined => {
  const id = Number(nativeId(account));
  return id < SUPERGROUPS ? undefined : Math.abs(id);
};

/** A group that was never made a supergroup: few rights, no silence, no second link. */
export const isBasic = (chat: number): boolean => chat < 0 && chat > SUPERGROUPS;

/** A dialog of a human being: the name of a chat's own account makes one that does not exist. */
export const isReachable = (place: PlaceRef): boolean => inChat(place) || numberOf(place) > 0;
