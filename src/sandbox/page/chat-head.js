import { avatar } from './avatar.js';
import { openMembers, openRights } from './chat-dialogs.js';
import { openInvite, openJoin, openLeave } from './dialogs.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { messengerMark } from './messenger.js';
import { act } from './moves.js';
import { PANEL } from './panel-strings.js';
import { closePane, go } from './route.js';
import { openPlace, several, state, watch } from './store.js';
import { MENU, T } from './strings.js';
import { plainWords } from './words.js';

const botState = ({ present, fullAccess, admin }) => {
  if (!present) return T.botState.absent;
  if (!fullAccess) return T.botState.blind;
  return admin ? T.botState.able : T.botState.weak;
};

/** Whether the bot knows whose account this is: in one messenger it may, in another not. */
const acquainted = ({ linked }) => (linked === undefined ? '' : linked ? T.linked : T.unlinked);

const under = (place) => {
  const words =
    place.kind === 'dialog'
      ? [acquainted(place), place.allowed === false ? T.dialogClosed : T.dialogWithBot]
      : [place.readOnly ? T.readOnly : '', T.members(place.members), botState(place.bot)];
  return words.filter(Boolean).join(' · ');
};

const chatActions = (place) =>
  [
    { label: MENU.members, picture: 'people', run: () => openMembers(place) },
    place.inviteLink ? { label: MENU.invite, picture: 'link', run: () => openInvite(place) } : null,
    place.inviteLink ? { label: MENU.rights, picture: 'bot', run: () => openRights(place) } : null,
    { label: T.join, picture: 'plus', run: () => openJoin() },
    { label: MENU.leave, picture: 'leave', tone: 'danger', run: () => openLeave(place) },
  ].filter(Boolean);

const dialogActions = (place) => [
  place.allowed
    ? { label: MENU.deny, picture: 'close', tone: 'danger', run: () => act({ do: 'deny', peer: place.peer }) }
    : { label: MENU.allow, picture: 'check', run: () => act({ do: 'allow', peer: place.peer }) },
];

const iconButton = (name, picture, onclick, more = {}) =>
  el(
    'button',
    { type: 'button', className: 'icon-button', 'aria-label': name, title: name, onclick, ...more },
    icon(picture),
  );

const pinned = (place, showMessage) =>
  el(
    'button',
    {
      type: 'button',
      className: 'pinned',
      'aria-label': `${T.pinned}: ${plainWords(place.pinned.text)}`,
      onclick: () => showMessage(place.pinned.cmid),
    },
    icon('pin'),
    el('span', {}, plainWords(place.pinned.text)),
  );

const title = (place) => {
  const words = el(
    'span',
    { className: 'head-words' },
    el('h1', { title: place.title }, several() ? messengerMark(place.messenger) : null, place.title),
    el('small', {}, under(place)),
  );
  if (place.kind === 'dialog')
    return el('div', { className: 'head-title' }, avatar({ id: 0, name: '', bot: true }), words);
  return el(
    'button',
    { type: 'button', className: 'head-title', title: MENU.members, onclick: () => openMembers(place) },
    avatar({ id: place.peer, name: place.title }),
    words,
  );
};

const menuOf = (pane) => (event) => {
  const place = openPlace(pane);
  openMenu(event.currentTarget, MENU.place, place.kind === 'chat' ? chatActions(place) : dialogActions(place));
};

/** Closes the pane; who did it by the keyboard is in the other one. */
const leavePane = (pane) => () => {
  closePane(pane);
  document.querySelector('.chat.active textarea')?.focus();
};

/** The buttons stay while the words change: focus and an open menu hold on to them. */
const buttonsOf = (pane) => ({
  back: iconButton(T.back, 'back', () => go({ peer: null }), { className: 'icon-button to-list' }),
  panel: iconButton(PANEL.name, 'journal', () => go({ side: 'journal' }), { className: 'icon-button to-panel' }),
  actions: iconButton(MENU.place, 'more', menuOf(pane), { 'aria-haspopup': 'menu', 'aria-expanded': 'false' }),
  close: iconButton(T.closePane, 'close', leavePane(pane), { className: 'icon-button close-pane', hidden: true }),
});

/** The bar above the messages: where we are, what can be done here, what is pinned. */
export const mountHead = (root, pane, { showMessage }) => {
  const { back, panel, actions, close } = buttonsOf(pane);
  const bar = el('div', { className: 'head-bar' }, back, el('span', {}), panel, actions, close);
  const pin = el('div', {});
  root.append(bar, pin);
  let drawn = '';
  const draw = () => {
    const place = openPlace(pane);
    const beside = state.panes.every(({ peer }) => peer !== null) && several();
    const print = JSON.stringify(place ? [{ ...place, last: null }, beside] : null);
    if (print === drawn) return;
    drawn = print;
    root.hidden = !place;
    if (!place) return;
    close.hidden = !beside;
    bar.children[1].replaceWith(title(place));
    pin.replaceChildren(...(place.pinned ? [pinned(place, showMessage)] : []));
  };
  watch('places route', draw);
};
