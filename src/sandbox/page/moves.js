import * as play from './play.js';
import { go } from './route.js';
import { messageAt, openPlace, remember, state, tell, textsOf } from './store.js';
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
};

/** The open place may be gone: left, or the person was removed. */
const leaveGone = async () => {
  await refreshPlaces();
  if (state.peer === null || openPlace()) return false;
  go({ peer: null });
  return true;
};

/** Runs `ask`; an answer that comes after the person or the place was changed is dropped. */
const fresh = async (ask, take) => {
  const { me, peer } = state;
  const current = () => state.me === me && state.peer === peer;
  if (peer === null) return;
  try {
    const answer = await ask();
    if (current()) take(answer);
  } catch {
    if (current() && state.online && !(await leaveGone())) snack(REFUSED.failed, 'alarm');
  }
};

const sorted = (messages) => [...messages.values()].sort((a, b) => a.cmid - b.cmid);

/** Answers may overtake each other: what was deleted stays so, and a later version is not replaced by an earlier one. */
const newer = (known, told) => !known || told.deleted || (!known.deleted && told.version >= known.version);

const merge = (items, { more, anew = false }) => {
  for (const message of items) remember(state.peer, message);
  const known = new Map(anew ? [] : state.log.items.map((message) => [message.cmid, message]));
  for (const message of items) if (newer(known.get(message.cmid), message)) known.set(message.cmid, message);
  state.log = { peer: state.peer, items: sorted(known), more: more ?? state.log.more, busy: false };
  tell('log');
};

export const openLog = async () => {
  const { peer } = state;
  state.log = { peer, items: [], more: false, busy: peer !== null };
  state.chosen = null;
  state.hovered = null;
  state.unread.delete(peer);
  tell('log');
  tell('chosen');
  if (peer === null) return;
  await fresh(
    () => play.messages(state.me.id, peer, { limit: PAGE }),
    ({ items, more }) => merge(items, { more }),
  );
};

/** What is new at the end; what was loaded before stays, unless so much came that a hole would be between. */
const refreshLog = () =>
  fresh(
    () => play.messages(state.me.id, state.peer, { limit: PAGE }),
    ({ items, more }) => {
      const end = state.log.items.at(-1)?.cmid;
      const hole = end !== undefined && items.length > 0 && items[0].cmid > end + 1;
      merge(items, hole ? { more, anew: true } : {});
    },
  );

const refreshOne = (cmid) =>
  fresh(
    () => play.messages(state.me.id, state.peer, { before: cmid + 1, limit: 1 }),
    ({ items }) => merge(items, {}),
  );

export const loadEarlier = async () => {
  const first = state.log.items[0];
  if (!state.log.more || state.log.busy || !first) return;
  state.log = { ...state.log, busy: true };
  await fresh(
    () => play.messages(state.me.id, state.peer, { before: first.cmid, limit: PAGE }),
    ({ items, more }) => merge(items, { more }),
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
const logSoon = calmly(refreshLog, 20);

const hear = (event) => {
  placesSoon();
  tell('event', event);
  if (event.type === 'snackbar') return snack(event.text);
  if (event.type === 'message' && event.peer !== state.peer)
    state.unread.set(event.peer, (state.unread.get(event.peer) ?? 0) + 1);
  if (event.peer !== state.peer) return;
  const first = state.log.items.at(-PAGE)?.cmid ?? 0;
  if (event.cmid !== undefined && event.cmid < first && messageAt(event.cmid)) void refreshOne(event.cmid);
  else logSoon();
};

const lineIs = (online) => {
  if (state.online === online) return;
  state.online = online;
  tell('online');
};

export const choosePerson = async (id, { peer = null, side = null } = {}) => {
  const me = state.people.find((person) => person.id === id) ?? state.people[0];
  stopListening();
  Object.assign(state, { me, places: [], unread: new Map() });
  go({ as: me.id, peer: null, side: null }, { replace: true });
  tell('people');
  await refreshPlaces();
  const kept = state.places.some((place) => place.peer === peer) ? peer : null;
  go({ as: me.id, peer: kept, side }, { replace: true });
  stopListening = play.listen(me.id, {
    onevent: hear,
    onlost: () => lineIs(false),
    onopen: () => {
      lineIs(true);
      placesSoon();
      if (state.peer !== null) logSoon();
    },
  });
};

export const choosePlace = (peer) => go({ peer, side: null });

/** The message the panel explains: `hovered` while the pointer rests on one, else `chosen`. */
export const choose = (cmid) => {
  state.chosen = cmid;
  state.hovered = null;
  tell('chosen');
};
export const hover = (cmid) => {
  if (state.hovered === cmid) return;
  state.hovered = cmid;
  tell('chosen');
};

/** Does something as the chosen person; a refusal is shown and returned. */
export const act = async (what) => {
  const { me } = state;
  try {
    const answer = await play.act(me.id, what);
    if (!answer.ok) snack(answer.why ?? REFUSED.failed, 'alarm');
    placesSoon();
    if (state.me === me && what.peer === state.peer) logSoon();
    return answer;
  } catch {
    snack(REFUSED.failed, 'alarm');
    return { ok: false };
  }
};

export const send = async (draft) => {
  const { peer } = state;
  const answer = await act({ do: 'send', peer, ...draft });
  if (!answer.ok) return false;
  if (textsOf(peer, answer.cmid).length === 0) remember(peer, { cmid: answer.cmid, text: draft.text });
  if (state.peer === peer) choose(answer.cmid);
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
  if (answer.ok) await leaveGone();
};
