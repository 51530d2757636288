import { avatar } from './avatar.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { openMenu } from './menu.js';
import { act, choosePlace, refreshPlaces } from './moves.js';
import * as play from './play.js';
import { several, state } from './store.js';
import { DIALOG, T } from './strings.js';
import { until } from './when.js';
import { field, show, tick } from './window.js';

const readOnly = (mutedUntil) =>
  mutedUntil ? DIALOG.readOnly(mutedUntil === 'forever' ? '' : until(mutedUntil)).trim() : '';

const memberMenu = (member, place, redraw) => (event) => {
  const does = (what) => () => act({ peer: place.peer, id: member.id, ...what }).then(redraw);
  openMenu(event.currentTarget, DIALOG.memberActions(member.name), [
    member.admin
      ? { label: DIALOG.demote, picture: 'shield', run: does({ do: 'promote', admin: false }) }
      : { label: DIALOG.promote, picture: 'shield', run: does({ do: 'promote', admin: true }) },
    { label: DIALOG.kick, picture: 'leave', tone: 'danger', run: does({ do: 'kick' }) },
  ]);
};

const aboutMember = (member) =>
  [
    member.about,
    member.id === state.me.id ? DIALOG.you : '',
    member.admin ? DIALOG.admin : '',
    readOnly(member.mutedUntil),
  ]
    .filter(Boolean)
    .join(' · ');

const memberRow = (member, place, leads, redraw) =>
  el(
    'li',
    { className: 'member' },
    avatar(member),
    el(
      'span',
      { className: 'menu-words' },
      el('span', {}, member.name, member.bot ? el('span', { className: 'badge' }, T.bot) : null),
      el('small', {}, aboutMember(member)),
    ),
    leads && member.id !== state.me.id
      ? el(
          'button',
          {
            type: 'button',
            className: 'icon-button',
            'aria-label': DIALOG.memberActions(member.name),
            'aria-haspopup': 'menu',
            'aria-expanded': 'false',
            onclick: memberMenu(member, place, redraw),
          },
          icon('more'),
        )
      : null,
  );

/** Communities stand among people: each may bring a bot of its own into a chat. */
const neighbours = async ({ peer }) =>
  (await play.neighbours(peer)).map(({ id, title }) => ({ id, name: title, about: DIALOG.community, bot: true }));

const addMenu = (place, members, redraw) => async (event) => {
  const button = event.currentTarget;
  const everybody = [...state.people, ...(await neighbours(place))];
  const others = everybody.filter((one) => members.every((member) => member.id !== one.id));
  const items = others.map((one) => ({
    label: one.name,
    note: one.about,
    avatar: avatar(one),
    run: () => act({ do: 'add', peer: place.peer, id: one.id }).then(redraw),
  }));
  if (items.length > 0) openMenu(button, DIALOG.addMember, items);
};

export const openMembers = (place) => {
  const list = el('ul', { className: 'rows', role: 'list', 'aria-busy': 'true' }, el('li', {}, T.loading));
  const add = el('div', {});
  const draw = async () => {
    const members = await play.members(state.me.id, place.peer);
    const leads = members.some((member) => member.id === state.me.id && member.admin);
    list.removeAttribute('aria-busy');
    list.replaceChildren(...members.map((member) => memberRow(member, place, leads, draw)));
    const button = el(
      'button',
      { type: 'button', className: 'tool', 'aria-haspopup': 'menu', onclick: addMenu(place, members, draw) },
      icon('plus'),
      DIALOG.addMember,
    );
    add.replaceChildren(...(leads ? [button] : []));
  };
  show(DIALOG.membersTitle(place.title), [list, add]);
  return draw();
};

export const openRights = (place) =>
  show(
    DIALOG.rightsTitle,
    [
      el('p', {}, DIALOG.rightsText[place.messenger]),
      place.messenger === 'vk'
        ? tick('fullAccess', DIALOG.fullAccess, place.bot.present ? place.bot.fullAccess : true)
        : null,
      tick('admin', DIALOG.botAdmin, place.bot.present ? place.bot.admin : true),
    ],
    {
      doing: place.bot.present ? DIALOG.rightsDo : DIALOG.addBotDo,
      run: async (form) => {
        const rights = { fullAccess: form.has('fullAccess'), admin: form.has('admin') };
        return (await act({ do: 'addBot', peer: place.peer, ...rights })).ok;
      },
    },
  );

/** Where the new chat is to be. */
const messengerChoice = () =>
  el(
    'fieldset',
    { className: 'choice' },
    el('legend', {}, DIALOG.createWhere),
    state.panes.map(({ messenger }, index) =>
      el(
        'label',
        {},
        el('input', { type: 'radio', name: 'messenger', value: messenger, checked: index === state.at }),
        T.messenger[messenger],
      ),
    ),
  );

export const openCreate = () => {
  const others = state.people.filter((person) => person.id !== state.me.id);
  const ticks = others.map((person) => tick(`m${person.id}`, `${person.name}, ${person.about}`, false));
  return show(
    DIALOG.createTitle,
    [
      field(DIALOG.createField, {
        name: 'title',
        required: true,
        autofocus: true,
        maxlength: 100,
        autocomplete: 'off',
      }),
      several() ? messengerChoice() : null,
      el('fieldset', { className: 'rows' }, el('legend', {}, DIALOG.createPeople), ticks),
    ],
    {
      doing: DIALOG.createDo,
      run: async (form) => {
        const members = others.filter((person) => form.has(`m${person.id}`)).map((person) => person.id);
        const answer = await act({
          do: 'createChat',
          title: String(form.get('title')).trim(),
          members,
          messenger: form.get('messenger') ?? undefined,
        });
        if (!answer.ok) return false;
        await refreshPlaces();
        if (answer.peer !== undefined) choosePlace(answer.peer);
      },
    },
  );
};
