import { avatar } from './avatar.js';
import { openCreate } from './chat-dialogs.js';
import { openJoin } from './dialogs.js';
import { el, keyed } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { choosePerson, choosePlace } from './moves.js';
import { roving } from './roving.js';
import { several, state, watch } from './store.js';
import { T } from './strings.js';
import { shortWhen } from './when.js';
import { plainWords } from './words.js';

/** Surname and name of a person; other names stay whole. */
const shortName = (name) => (/^(?:[А-ЯЁ][а-яё-]+ ?){3}$/u.test(name) ? name.split(' ').slice(0, 2).join(' ') : name);

const lastWords = (place) => {
  if (!place.last) return T.noMessages;
  const { text, fromName } = place.last;
  const said = text === '' ? T.attachment : plainWords(text);
  if (place.kind === 'dialog' || !fromName) return said;
  const bot = state.places.find(({ kind }) => kind === 'dialog')?.title;
  const who = { [state.me?.name]: T.you, [bot]: T.bot }[fromName] ?? shortName(fromName);
  return `${who}: ${said}`;
};

/** Whether it is open in one of the panes. */
const isOpen = ({ peer }) => state.panes.some((pane) => pane.peer === peer);

const row = (place) => {
  const unread = state.unread.get(place.peer) ?? 0;
  const name = place.title;
  return el(
    'li',
    {},
    el(
      'button',
      {
        type: 'button',
        className: 'place',
        'data-open': isOpen(place) ? 'yes' : undefined,
        'data-key': place.peer,
        'aria-current': place.peer === state.peer ? 'true' : undefined,
        onclick: () => choosePlace(place.peer),
      },
      avatar({ id: place.peer, name, bot: place.kind === 'dialog' }),
      el('span', { className: 'place-title', title: name }, place.readOnly ? icon('lock') : null, name),
      place.last ? el('time', { className: 'place-when' }, shortWhen(place.last.at)) : null,
      el('span', { className: 'place-last' }, lastWords(place)),
      unread ? el('span', { className: 'unread', 'aria-label': T.fresh(unread) }, String(unread)) : null,
    ),
  );
};

const peopleMenu = (button) =>
  openMenu(
    button,
    T.chooseMe,
    state.people.map((person) => ({
      label: person.name,
      note: person.about,
      avatar: avatar(person),
      chosen: person.id === state.me?.id,
      run: () => choosePerson(person.id, { peer: state.peer, beside: state.panes.map(({ peer }) => peer) }),
    })),
  );

const meButton = () =>
  el('button', {
    type: 'button',
    className: 'me',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    onclick: (event) => peopleMenu(event.currentTarget),
  });

const meWords = () => [
  avatar(state.me),
  el(
    'span',
    { className: 'me-words' },
    el('span', { className: 'visually-hidden' }, `${T.whoAmI}: `),
    el('strong', {}, state.me.name),
    el('small', {}, state.me.about),
  ),
  icon('down'),
];

const tool = (name, picture, run) =>
  el('button', { type: 'button', className: 'tool', onclick: run }, icon(picture), name);

/** The places of one messenger, under its name. */
const mountMessenger = ({ messenger }) => {
  const list = el('ul', { className: 'place-list', role: 'list', 'aria-label': T.messenger[messenger] });
  const head = el('h2', { className: 'messenger-head', 'aria-hidden': 'true' }, T.messenger[messenger]);
  const section = el('div', { className: 'messenger', 'data-messenger': messenger }, several() ? head : null, list);
  const keys = roving(list, '.place');
  const draw = () => {
    keyed(
      list,
      state.places.filter((place) => place.messenger === messenger),
      {
        key: (place) => place.peer,
        print: (place) =>
          JSON.stringify([
            place,
            state.unread.get(place.peer) ?? 0,
            place.peer === state.peer,
            isOpen(place),
            state.me?.id,
          ]),
        build: row,
      },
    );
    keys.sync();
  };
  return { messenger, section, keys, draw };
};

const unreadIn = (messenger) =>
  state.places
    .filter((place) => place.messenger === messenger)
    .reduce((sum, place) => sum + (state.unread.get(place.peer) ?? 0), 0);

/** Where there is no room for both, one messenger's places at a time. */
const mountSwitch = (root) => {
  let chosen;
  const show = (messenger) => {
    chosen = messenger;
    root.dataset.messenger = messenger;
    draw();
  };
  const node = el('div', { className: 'messenger-switch', role: 'group', 'aria-label': T.messengers });
  const button = ({ messenger }) => {
    const unread = chosen === messenger ? 0 : unreadIn(messenger);
    return el(
      'button',
      { type: 'button', 'aria-pressed': String(chosen === messenger), onclick: () => show(messenger) },
      T.messenger[messenger],
      unread ? el('span', { className: 'unread', 'aria-label': T.fresh(unread) }, String(unread)) : null,
    );
  };
  const draw = () =>
    keyed(node, state.panes, {
      key: ({ messenger }) => messenger,
      print: ({ messenger }) => JSON.stringify([chosen, unreadIn(messenger)]),
      build: button,
    });
  let before = null;
  watch('places route', () => {
    const used = state.peer === null ? before : state.pane.messenger;
    if (used !== before || chosen === undefined) show(used ?? state.pane.messenger);
    else draw();
    before = used;
  });
  return node;
};

/** The column of chats, with «who am I» above and the ways into more chats below. */
export const mountPlaces = (root) => {
  const me = meButton();
  const top = el('div', { className: 'places-top' }, me);
  const messengers = state.panes.map(mountMessenger);
  const lists = el('div', { className: 'place-lists' }, ...messengers.map(({ section }) => section));
  const nothing = el('p', { className: 'hint', hidden: true }, T.noPlaces);
  const foot = el(
    'div',
    { className: 'places-foot' },
    tool(T.join, 'link', () => openJoin()),
    tool(T.createChat, 'plus', () => openCreate()),
  );
  root.setAttribute('aria-label', T.places);
  if (several()) top.append(mountSwitch(root));
  root.append(top, lists, nothing, foot);

  const draw = () => {
    for (const messenger of messengers) messenger.draw();
    nothing.hidden = state.places.length > 0 || !state.online;
  };
  watch('people', () => me.replaceChildren(...meWords()));
  watch('places route online', draw);
  return { focus: () => messengers.find(({ messenger }) => messenger === state.pane.messenger)?.keys.focus() };
};
