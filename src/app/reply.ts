import type { Action } from '../domain/action.js';
import type { Message } from '../domain/message.js';
import { type AccountRef, dialogOf, inChat, type PlaceRef } from '../domain/refs.js';
import type { Text } from '../domain/text.js';

interface Asked {
  readonly place: PlaceRef;
  readonly account: AccountRef;
  readonly message: Pick<Message, 'ref'>;
}

/** An answer where the command was typed; in a chat it hangs on the message it answers. */
export const here = ({ place, message }: Asked, text: Text): Action => ({
  do: 'send',
  to: place,
  text,
  ...(inChat(place) ? { replyTo: message.ref } : {}),
});

/** An answer for one pair of eyes; where no dialog is open, `short` goes to the chat instead. */
export const privately = (asked: Asked, text: Text, short: Text): Action => ({
  do: 'send',
  to: dialogOf(asked.account),
  text,
  ...(inChat(asked.place) ? { otherwise: here(asked, short) } : {}),
});
