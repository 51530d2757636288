import * as play from './play.js';
import { closePane, go, openBeside } from './route.js';
import { messageAt, openPlace, placeAt, remember, state, tell, textsOf } from './store.js';
import { REFUSED } from './strings.js';

const PAGE = 50;
let stopListening = () => {};

export const snack = (text, tone = 'plain') => tell('snack', { text, tone });

let placesAsked = 0;

export const refreshPlaces = async () => {
  const { me } = state;
  placesAsked += 1;
  const turn = placesAsked;
  const places = await play.places(me.id).catch(() => null);
  if (!places || state.me !== me || turn !== placesAsked) return;
  state.places = places;
  tell('places');
  for (const pane of state.panes) if (pane.peer !== null && !openPlace(pane)) closePane(pane);
};

/** The open place may be gone: left, or the person was removed. */
const isGone = async (pane) => {
  await refreshPlaces();
  return pane.peer === null;
};

/** Runs `ask`; an answer that comes after the person or the place was changed is dropped. */
const fresh = async (pane, ask, take) => {
  const { me } = state;
  const { peer } = pane;
  const current = () => state.me === me && pane.peer === peer;
  if (peer === null) return;
  try {
    const answer = await ask();
    if (current()) take(answer);
  } catch {
    if (current() && state.online && !(await isGone(pane))) snack(REFUSED.failed, 'alarm');
  }
};

const sorted = (messages) => [...messages.values()].sort((a, b) => a.cmid - b.cmid);

/** Answers may overtake each other: what was deleted stays so, and a later version is not replaced by an earlier one. */
const newer = (known, told) => !known || told.deleted || (!known.deleted && told.version >= known.version);

const merge = (pane, items, { more, anew = false }) => {
  const { peer, log } = pane;
  for (const message of items) remember(peer, message);
  const known = new Map(anew ? [] : log.items.map((message) => [message.cmid, message]));
  for (const message of items) if (newer(known.get(message.cmid), message)) known.set(message.cmid, message);
  pane.log = { peer, items: sorted(known), more: more ?? log.more, busy: false };
  tell('log');
};

const forgets = (pane, it) => (it?.pane === pane ? null : it);

export const openLog = async (pane) => {
  const { peer } = pane;
  pane.log = { peer, items: [], more: false, busy: peer !== null };
  state.chosen = forgets(pane, state.chosen);
  state.hovered = forgets(pane, state.hovered);
  state.unread.delete(peer);
  tell('log');
  tell('chosen');
  if (peer === null) return;
  await fresh(
    pane,
    () => play.messages(state.me.id, peer, { limit: PAGE }),
    ({ items, more }) => merge(pane, items, { more }),
  );
};

/** What is new at the end; what was loaded before stays, unless so much came that a hole would be between. */
const refreshLog = (pane) =>
  fresh(
    pane,
    () => play.messages(state.me.id, pane.peer, { limit: PAGE }),
    ({ items, more }) => {
      const end = pane.log.items.at(-1)?.cmid;
      const hole = end !== undefined && items.length > 0 && items[0].cmid > end + 1;
      merge(pane, items, hole ? { more, anew: true } : {});
    },
  );

const refreshOne = (pane, cmid) =>
  fresh(
    pane,
    () => play.messages(state.me.id, pane.peer, { before: cmid + 1, limit: 1 }),
    ({ items }) => merge(pane, items, {}),
  );

export const loadEarlier = async (pane) => {
  const first = pane.log.items[0];
  if (!pane.log.more || pane.log.busy || !first) return;
  pane.log = { ...pane.log, busy: true };
  await fresh(
    pane,
    () => play.messages(state.me.id, pane.peer, { before: first.cmid, limit: PAGE }),
    ({ items, more }) => merge(pane, items, { more }),
  );
};

/** Several asks in one breath become one, and never two at a time: a flood of messages must not become one of requests. */
const calmly = (work, ms) => {
  let running = false;
  let asked = false;
  const run = async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    asked = false;
    await work();
    if (asked) return run();
    running = false;
  };
  return () => {
    asked = true;
    if (running) return;
    running = true;
    void run();
  };
};
const placesSoon = calmly(refreshPlaces, 80);
const calm = new Map();
const logSoon = (pane) => {
  if (!calm.has(pane))
    calm.set(
      pane,
      calmly(() => refreshLog(pane), 20),
    );
  calm.get(pane)();
};
/** Where this place is open before the eyes. */
const paneShowing = (peer) => state.panes.find((pane) => pane.peer !== null && pane.peer === peer);

const hear = (event) => {
  placesSoon();
  tell('event', event);
  if (event.type === 'snackbar') return snack(event.text);
  const pane = paneShowing(event.peer);
  if (!pane) {
    if (event.type === 'message') state.unread.set(event.peer, (state.unread.get(event.peer) ?? 0) + 1);
    return;
  }
  // Who is in the chat changes nothing of what was said; and whoever left it may not look any more.
  if (event.type === 'place') return;
  const first = pane.log.items.at(-PAGE)?.cmid ?? 0;
  if (event.cmid !== undefined && event.cmid < first && messageAt(event.cmid, pane)) void refreshOne(pane, event.cmid);
  else logSoon(pane);
};

const lineIs = (online) => {
  if (state.online === online) return;
  state.online = online;
  tell('online');
};

/** @param beside places to keep open, as far as this person has them */
export const choosePerson = async (id, wish = {}) => {
  const { peer = null, side = null, beside = [] } = wish;
  const me = state.people.find((person) => person.id === id) ?? state.people[0];
  stopListening();
  Object.assign(state, { me, places: [], unread: new Map() });
  for (const pane of state.panes) pane.peer = null;
  go({ as: me.id, peer: null, side: null }, { replace: true });
  tell('people');
  await refreshPlaces();
  const answered = state.places.length > 0;
  openBeside(beside);
  const kept = placeAt(peer) ? peer : state.peer;
  go({ as: me.id, peer: kept, side }, { replace: true });
  stopListening = play.listen(me.id, {
    onevent: hear,
    onlost: () => lineIs(false),
    onopen: () => {
      lineIs(true);
      // Nobody answered when this person was chosen: what was to be open is opened now.
      if (!answered && state.me === me && state.peer === null) return choosePerson(id, wish);
      placesSoon();
      for (const pane of state.panes) if (pane.peer !== null) logSoon(pane);
    },
  });
};

export const choosePlace = (peer) => go({ peer, side: null });

/** The message the panel explains: `hovered` while the pointer rests on one, else `chosen`. */
export const choose = (cmid, pane = state.pane) => {
  state.chosen = { pane, cmid };
  state.hovered = null;
  tell('chosen');
};
export const hover = (cmid, pane) => {
  if (state.hovered?.cmid === cmid && state.hovered.pane === pane) return;
  state.hovered = { pane, cmid };
  tell('chosen');
};

/** Does something as the chosen person; a refusal is shown and returned. */
export const act = async (what) => {
  const { me } = state;
  try {
    const answer = await play.act(me.id, what);
    if (!answer.ok) snack(answer.why ?? REFUSED.failed, 'alarm');
    placesSoon();
    const pane = paneShowing(what.peer);
    if (state.me === me && pane && what.do !== 'leave') logSoon(pane);
    return answer;
  } catch {
    snack(REFUSED.failed, 'alarm');
    return { ok: false };
  }
};

export const send = async (draft) => {
  const { pane, peer } = state;
  const answer = await act({ do: 'send', peer, ...draft });
  if (!answer.ok) return false;
  if (textsOf(peer, answer.cmid).length === 0) remember(peer, { cmid: answer.cmid, text: draft.text });
  if (pane.peer === peer) choose(answer.cmid, pane);
  return true;
};

/** Goes where a link of the messenger leads: into a chat, or to the dialog with the bot. */
export const follow = async (link) => {
  const answer = await act({ do: 'follow', link });
  if (!answer.ok) return false;
  await refreshPlaces();
  if (answer.peer !== undefined) choosePlace(answer.peer);
  return true;
};

export const leave = async (peer) => {
  const answer = await act({ do: 'leave', peer });
  if (answer.ok) await refreshPlaces();
};
