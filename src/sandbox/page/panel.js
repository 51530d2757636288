import { mountBroadcasts } from './broadcast-panel.js';
import { el } from './dom.js';
import { mountFaults } from './faults-panel.js';
import { icon } from './icons.js';
import { mountJournal } from './journal-panel.js';
import { mountMovesBoard } from './moves-board.js';
import { PANEL } from './panel-strings.js';
import { go } from './route.js';
import { state, watch } from './store.js';
import { T } from './strings.js';

const TABS = [
  ['journal', PANEL.journal],
  ['broadcasts', PANEL.broadcasts],
  ['moves', PANEL.moves],
  ['faults', PANEL.faults],
];

const turn = (side) => {
  if (state.screen === 'panel') return go({ side }, { replace: true });
  state.tab = side;
  return go({}, { replace: true });
};

const tab = ([side, name]) =>
  el(
    'button',
    {
      type: 'button',
      role: 'tab',
      id: `tab-${side}`,
      'aria-controls': `side-${side}`,
      onclick: () => turn(side),
    },
    name,
  );

/** The arrows go round, as in every list of tabs. */
const steer = (event) => {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
  event.preventDefault();
  const all = [...event.currentTarget.children];
  const other = all.at((all.indexOf(event.target) + (event.key === 'ArrowRight' ? 1 : -1)) % all.length);
  other.focus();
  other.click();
};

/** The column about the bot: its journal, how its announcements and the moves of old chats go, and the faults of the messenger that can be switched on. */
export const mountPanel = (root) => {
  const back = el(
    'button',
    { type: 'button', className: 'icon-button to-chat', 'aria-label': T.back, onclick: () => go({ side: null }) },
    icon('back'),
  );
  const tabs = el(
    'div',
    { role: 'tablist', className: 'tabs', 'aria-label': PANEL.name, onkeydown: steer },
    TABS.map(tab),
  );
  const sides = TABS.map(([side]) =>
    el('div', {
      role: 'tabpanel',
      id: `side-${side}`,
      className: 'side',
      'aria-labelledby': `tab-${side}`,
      tabindex: 0,
    }),
  );
  root.setAttribute('aria-label', PANEL.name);
  root.append(el('div', { className: 'panel-head' }, back, tabs), ...sides);
  const at = (name) => sides[TABS.findIndex(([side]) => side === name)];
  mountJournal(at('journal'));
  mountBroadcasts(at('broadcasts'));
  mountMovesBoard(at('moves'));
  mountFaults(at('faults'));

  watch('route', () => {
    for (const [index, [side]] of TABS.entries()) {
      const on = state.tab === side;
      sides[index].hidden = !on;
      const button = tabs.children[index];
      button.setAttribute('aria-selected', String(on));
      button.tabIndex = on ? 0 : -1;
    }
  });
};
