import { el } from './dom.js';
import { FAULTS, faultWords } from './fault-strings.js';
import { snack } from './moves.js';
import * as play from './play.js';
import { several, state, watch } from './store.js';
import { REFUSED, T } from './strings.js';

const row = ({ name, note, fault }, order) =>
  el(
    'li',
    { className: 'fault' },
    el('span', {}, name),
    el('small', {}, note),
    el(
      'button',
      {
        type: 'button',
        className: 'button',
        'aria-label': `${FAULTS.add}: ${name}`,
        onclick: () => order({ add: fault }),
      },
      FAULTS.add,
    ),
  );

const inForce = (faults, order) => {
  if (faults.length === 0) return el('p', { className: 'muted faults-none' }, FAULTS.none);
  return el(
    'div',
    { className: 'faults-now' },
    el('strong', {}, FAULTS.now),
    el(
      'ul',
      { role: 'list' },
      faults.map((fault) => el('li', {}, faultWords(fault))),
    ),
    el('button', { type: 'button', className: 'button', onclick: () => order({ clear: true }) }, FAULTS.clear),
  );
};

/** Misfortunes of the messenger in use that can be ordered, and those in force. */
export const mountFaults = (root) => {
  const now = el('div', { role: 'status' });
  const title = el('h2', { className: 'faults-of' });
  const list = el('ul', { role: 'list' });
  const show = ({ faults }) => now.replaceChildren(inForce(faults, order));
  const order = async (body) => {
    try {
      show(await play.setFaults(state.pane.messenger, body));
    } catch {
      snack(REFUSED.failed, 'alarm');
    }
  };
  root.append(el('p', { className: 'muted' }, FAULTS.about), title, now, list);
  let drawn;
  const draw = () => {
    const { messenger } = state.pane;
    if (messenger === drawn) return;
    drawn = messenger;
    title.hidden = !several();
    title.textContent = FAULTS.in(T.messenger[messenger]);
    list.replaceChildren(...FAULTS.list[messenger].map((fault) => row(fault, order)));
  };
  /** They are spent by use: looked at again whenever something happened. */
  const look = () => {
    draw();
    return state.tab === 'faults' && play.faults(drawn).then(show, () => {});
  };
  watch('route event', look);
};
