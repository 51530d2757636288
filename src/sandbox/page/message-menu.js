import { compose } from './compose.js';
import { openForward, openRemove } from './dialogs.js';
import { openMenu } from './menu.js';
import { act, choose, snack } from './moves.js';
import { go } from './route.js';
import { openPlace, state } from './store.js';
import { MENU } from './strings.js';

const explain = (message) => () => {
  choose(message.cmid);
  go({ side: 'journal' });
};

const forward = (message) => () => {
  const from = state.peer;
  openForward(() => compose.forward(from, [message.cmid]));
};

/** What may be done with a message, each with the key that does it at once. */
export const actionsOn = (message) => {
  const place = openPlace();
  const mine = message.from === state.me.id;
  const alive = !message.deleted && !message.service;
  const leads = Boolean(place?.inviteLink);
  return [
    alive && place?.mayWrite
      ? { label: MENU.reply, picture: 'reply', code: 'KeyR', run: () => compose.reply(message) }
      : null,
    alive
      ? {
          label: MENU.forward,
          picture: 'forward',
          code: 'KeyF',
          run: forward(message),
        }
      : null,
    alive && mine && place?.mayWrite
      ? { label: MENU.edit, picture: 'edit', code: 'KeyE', run: () => compose.edit(message) }
      : null,
    alive && leads
      ? { label: MENU.pin, picture: 'pin', run: () => act({ do: 'pin', peer: state.peer, cmid: message.cmid }) }
      : null,
    alive && message.text
      ? {
          label: MENU.copy,
          picture: 'copy',
          run: () => navigator.clipboard.writeText(message.text).then(() => snack(MENU.copied)),
        }
      : null,
    { label: MENU.explain, picture: 'journal', code: 'KeyJ', run: explain(message) },
    alive && (mine || leads)
      ? { label: MENU.remove, picture: 'remove', tone: 'danger', code: 'Delete', run: () => openRemove(message.cmid) }
      : null,
  ].filter(Boolean);
};

export const openMessageMenu = (message, anchor, at) => openMenu(anchor, MENU.name, actionsOn(message), at);

/** The action a key stands for while a message is focused; layout of the keyboard does not matter. */
export const actionByKey = (message, event) =>
  event.altKey || event.ctrlKey || event.metaKey
    ? undefined
    : actionsOn(message).find((action) => action.code === event.code);
