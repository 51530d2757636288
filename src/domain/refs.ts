/** Printable names of things in a messenger: `vk:chat:2000000001`. A log never holds one in clear: see `Vault.pseudonym`. */

export type PlatformName = 'vk' | 'telegram' | 'memory';

/** A place where several people talk. */
export type ChatRef = `${PlatformName}:chat:${string}`;
/** A one-to-one conversation of an account with the bot. */
export type DialogRef = `${PlatformName}:dialog:${string}`;
/** Where a message can lie. */
export type PlaceRef = ChatRef | DialogRef;
/** What happens in no place, such as a timer, is kept in one order for the whole school. */
export const SCHOOL = 'school';
export type OrderRef = PlaceRef | typeof SCHOOL | `${typeof SCHOOL} ${string}`;
/** Somebody in a messenger, linked to a person of the roster or not. Communities and bots are accounts too. */
export type AccountRef = `${PlatformName}:account:${string}`;

/** A message: its place and the messenger's number there. The number alone means nothing. */
export interface MessageRef {
  readonly place: PlaceRef;
  readonly id: string;
}

const parts = (ref: string): readonly [PlatformName, string, string] => {
  const [platform, kind, ...id] = ref.split(':');
  return [platform as PlatformName, kind ?? '', id.join(':')];
};

export const platformOf = (ref: PlaceRef | AccountRef): PlatformName => parts(ref)[0];
/** The messenger's own number of a chat, a dialog or an account. */
export const nativeId = (ref: OrderRef | AccountRef): string => parts(ref)[2];
export const inChat = (place: PlaceRef): place is ChatRef => parts(place)[1] === 'chat';

export const chatRef = (platform: PlatformName, id: string | number): ChatRef => `${platform}:chat:${id}`;
export const dialogRef = (platform: PlatformName, id: string | number): DialogRef => `${platform}:dialog:${id}`;
export const accountRef = (platform: PlatformName, id: string | number): AccountRef => `${platform}:account:${id}`;
/** Another community or a bot, not a human being: messengers give them numbers below zero. */
export const isCommunity = (account: AccountRef): boolean => nativeId(account).startsWith('-');
/** The dialog in which the bot and this account talk. */
export const dialogOf = (account: AccountRef): DialogRef => dialogRef(platformOf(account), nativeId(account));

/** `vk:chat:2000000001/42`: how a message is named on the command line. */
export const printMessage = (ref: MessageRef): string => `${ref.place}/${ref.id}`;
export const parseMessage = (text: string): MessageRef | null => {
  const found = /^((?:vk|telegram|memory):(?:chat|dialog):[^/\s]+)\/(\S+)$/.exec(text);
  return found ? { place: found[1] as PlaceRef, id: found[2] as string } : null;
};
