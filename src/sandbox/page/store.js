/** What one messenger shows: the open place and its messages. */
const paneOf = (messenger) => ({ messenger, peer: null, log: { peer: null, items: [], more: false, busy: false } });

/** What the page knows. Views read it and watch its topics; only `moves.js` and `route.js` change it. */
export const state = {
  people: [],
  me: null,
  places: [],
  /** One for each messenger of the sandbox, side by side where there is room. */
  panes: [paneOf('vk')],
  /** Which of them is in use. */
  at: 0,
  get pane() {
    return this.panes[this.at];
  },
  /** The open place of the pane in use. */
  get peer() {
    return this.pane.peer;
  },
  get log() {
    return this.pane.log;
  },
  screen: 'list',
  tab: 'journal',
  /** A message the panel explains: `{pane, cmid}`. */
  chosen: null,
  hovered: null,
  unread: new Map(),
  online: true,
};

/** The sandbox has these messengers. */
export const openPanes = (messengers) => {
  state.panes = messengers.map(paneOf);
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
export const openPlace = (pane = state.pane) => placeAt(pane.peer);
export const messageAt = (cmid, pane = state.pane) => pane.log.items.find((message) => message.cmid === cmid);
/** The pane of a place's messenger. */
export const paneFor = (peer) => state.panes.find(({ messenger }) => messenger === placeAt(peer)?.messenger);
/** Whether there is more than one messenger to tell apart. */
export const several = () => state.panes.length > 1;

/** Chats have one number for all; a dialog belongs to the one who looks. */
const keyOf = (peer, cmid) => (placeAt(peer)?.kind === 'chat' ? `${peer}/${cmid}` : `${state.me?.id}:${peer}/${cmid}`);

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
