/** What the page knows. Views read it and watch its topics; only `moves.js` and `route.js` change it. */
export const state = {
  people: [],
  me: null,
  places: [],
  peer: null,
  screen: 'list',
  tab: 'journal',
  log: { peer: null, items: [], more: false, busy: false },
  chosen: null,
  hovered: null,
  unread: new Map(),
  online: true,
};

const watchers = new Map();

/** Topics: people, places, route, log, chosen, online, snack, compose. */
export const watch = (topics, see) => {
  for (const topic of topics.split(' ')) watchers.set(topic, [...(watchers.get(topic) ?? []), see]);
};
export const tell = (topic, what) => {
  for (const see of watchers.get(topic) ?? []) see(what);
};

export const placeAt = (peer) => state.places.find((place) => place.peer === peer);
export const openPlace = () => placeAt(state.peer);
export const messageAt = (cmid) => state.log.items.find((message) => message.cmid === cmid);

/** Chats have one number for all; a dialog belongs to the one who looks. */
const keyOf = (peer, cmid) => (peer > 2_000_000_000 ? `${peer}/${cmid}` : `${state.me?.id}:${peer}/${cmid}`);

/** A text just sent, before the messenger told its version. */
const UNNUMBERED = -1;
const texts = new Map();

/** Keeps what a message said in each version, so that a deleted one can still be explained. */
export const remember = (peer, { cmid, text, version, deleted }) => {
  if (deleted) return;
  const key = keyOf(peer, cmid);
  const known = texts.get(key) ?? new Map();
  known.delete(UNNUMBERED);
  texts.set(key, known.set(version ?? UNNUMBERED, text));
};

/** The texts a message has had, oldest first, as far as this page saw them. */
export const textsOf = (peer, cmid) =>
  [...(texts.get(keyOf(peer, cmid)) ?? new Map())].sort(([a], [b]) => a - b).map(([, text]) => text);
