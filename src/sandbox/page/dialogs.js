import { avatar } from './avatar.js';
import { el } from './dom.js';
import { icon } from './icons.js';
import { act, choosePlace, follow, leave, snack } from './moves.js';
import { state } from './store.js';
import { DIALOG, MENU } from './strings.js';
import { field, show } from './window.js';

export const openJoin = (link = '') =>
  show(
    DIALOG.joinTitle,
    field(
      DIALOG.joinField,
      { name: 'link', value: link, required: true, autofocus: true, autocomplete: 'off', spellcheck: 'false' },
      DIALOG.joinHint,
    ),
    { doing: DIALOG.joinDo, run: (form) => follow(String(form.get('link')).trim()) },
  );

/** A chat is joined when one says so; a dialog is just opened. */
export const openLink = (link) => (/\/join\/|t\.me\/(?:\+|joinchat\/)/.test(link) ? openJoin(link) : follow(link));

export const openLeave = (place) =>
  show(DIALOG.leaveTitle, el('p', {}, DIALOG.leaveText(place.title)), {
    doing: DIALOG.leaveDo,
    tone: 'danger',
    run: () => leave(place.peer),
  });

export const openRemove = (cmid) =>
  show(DIALOG.removeTitle, el('p', {}, DIALOG.removeText), {
    doing: DIALOG.removeDo,
    tone: 'danger',
    run: () => act({ do: 'delete', peer: state.peer, cmid }).then(() => {}),
  });

/** Asks for a place; the messages wait in its compose box until they are sent. */
export const openForward = (take) => {
  const pick = (place) => () => {
    dialog.close();
    choosePlace(place.peer);
    take();
  };
  const rows = state.places
    .filter(({ messenger }) => messenger === state.pane.messenger)
    .map((place, index) =>
      el(
        'button',
        { type: 'button', className: 'menu-item', autofocus: index === 0, onclick: pick(place) },
        avatar({ id: place.peer, name: place.title, bot: place.kind === 'dialog' }),
        el('span', { className: 'menu-words' }, place.title),
      ),
    );
  const dialog = show(DIALOG.forwardTitle, el('div', { className: 'rows' }, rows));
};

export const openInvite = (place) => {
  const shown = field(DIALOG.joinField, {
    value: place.inviteLink,
    readonly: true,
    onfocus: (event) => event.target.select(),
  });
  const box = shown.querySelector('input');
  const renew = async () => {
    const { link } = await act({ do: 'renewLink', peer: place.peer });
    if (link === undefined) return;
    box.value = link;
    snack(DIALOG.renewed);
  };
  return show(
    DIALOG.inviteTitle,
    [
      el('p', {}, DIALOG.inviteText),
      shown,
      el('button', { type: 'button', className: 'tool', onclick: renew }, icon('link'), DIALOG.renewDo),
    ],
    { doing: DIALOG.copyDo, run: () => navigator.clipboard.writeText(box.value).then(() => snack(MENU.copied)) },
  );
};
