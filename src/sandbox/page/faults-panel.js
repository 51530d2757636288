import { el } from './dom.js';
import { FAULTS, faultWords } from './fault-strings.js';
import { snack } from './moves.js';
import * as play from './play.js';
import { state, watch } from './store.js';
import { REFUSED } from './strings.js';

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

/** Misfortunes of the messenger that can be ordered, and those in force. */
export const mountFaults = (root) => {
  const now = el('div', { role: 'status' });
  const show = ({ faults }) => now.replaceChildren(inForce(faults, order));
  const order = async (body) => {
    try {
      show(await play.setFaults(body));
    } catch {
      snack(REFUSED.failed, 'alarm');
    }
  };
  root.append(
    el('p', { className: 'muted' }, FAULTS.about),
    now,
    el(
      'ul',
      { role: 'list' },
      FAULTS.list.map((fault) => row(fault, order)),
    ),
  );
  /** They are spent by use: looked at again whenever something happened. */
  const look = () => state.tab === 'faults' && play.faults().then(show, () => {});
  watch('route event', look);
};
