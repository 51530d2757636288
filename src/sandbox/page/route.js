import { paneFor, state, tell } from './store.js';

const SIDES = ['journal', 'broadcasts', 'moves', 'faults'];

/**
 * `#/<person>/<place>,<place beside>/<side of the panel>`: a screen can be reloaded, shared between windows, and left by the
 * Back button. The place in use stands first; it may be empty.
 */
const print = ({ as, peer, beside, side }) => {
  const places = [peer, ...beside].join(',').replace(/,+$/, '');
  return `#/${[as, places, side].join('/').replace(/\/+$/, '')}`;
};

export const readRoute = () => {
  const [, as, places = '', side] = location.hash.split('/');
  const number = (text) => (text && Number.isFinite(Number(text)) ? Number(text) : null);
  const [peer = null, ...beside] = places.split(',').map(number);
  return {
    as: number(as),
    peer,
    beside: beside.filter((place) => place !== null),
    side: SIDES.includes(side) ? side : null,
  };
};

/** The panes show these places, as far as this person has them, and nothing else. */
export const openBeside = (places) => {
  for (const pane of state.panes) pane.peer = places.find((place) => paneFor(place) === pane) ?? null;
};

const inUse = (peer) => {
  const pane = paneFor(peer);
  if (pane) state.at = state.panes.indexOf(pane);
  state.pane.peer = peer;
};

const enter = ({ peer, side }) => {
  inUse(peer);
  state.screen = side ? 'panel' : peer === null ? 'list' : 'chat';
  if (side) state.tab = side;
  document.body.dataset.screen = state.screen;
  tell('route');
};

/** Goes to another place or screen of the same person. */
export const go = (to, { replace = false } = {}) => {
  const route = { as: state.me?.id, peer: state.peer, side: null, ...to };
  inUse(route.peer);
  const beside = state.panes.filter((pane) => pane !== state.pane && pane.peer !== null).map(({ peer }) => peer);
  history[replace ? 'replaceState' : 'pushState'](null, '', print({ ...route, beside }));
  enter(route);
};

/** Takes a pane into use: what is done from now on is done there. */
export const activate = (pane) => {
  if (pane === state.pane || pane.peer === null) return;
  state.at = state.panes.indexOf(pane);
  go({}, { replace: true });
};

/** Closes a pane; the other one has the room. */
export const closePane = (pane) => {
  pane.peer = null;
  const other = state.panes.find(({ peer }) => peer !== null);
  if (other) state.at = state.panes.indexOf(other);
  go({});
};

export const followRoute = (choosePerson) => {
  window.addEventListener('popstate', () => {
    const route = readRoute();
    if (route.as !== null && route.as !== state.me?.id) return choosePerson(route.as, route);
    openBeside(route.beside);
    if (route.peer === null)
      state.at = Math.max(
        0,
        state.panes.findIndex((pane) => pane.peer === null),
      );
    enter(route);
  });
};
