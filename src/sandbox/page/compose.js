import { act, send, snack } from './moves.js';
import * as play from './play.js';
import { state, tell } from './store.js';
import { COMPOSE } from './strings.js';

const nothing = () => ({ text: '', reply: null, edit: null, forward: [], uploads: [] });
const drafts = new Map();
const nameOf = (peer = state.peer) => `${state.me?.id}/${peer}`;
const draft = (peer = state.peer) => {
  if (!drafts.has(nameOf(peer))) drafts.set(nameOf(peer), nothing());
  return drafts.get(nameOf(peer));
};

const change = (what, { refill = false } = {}) => {
  Object.assign(draft(), what);
  tell('compose', { refill });
};

const wants = (mine) => {
  if (mine.edit) return { do: 'edit', peer: state.peer, cmid: mine.edit.cmid, text: mine.text.trim() };
  return {
    text: mine.text.trim(),
    ...(mine.reply ? { reply: mine.reply.cmid } : {}),
    ...(mine.forward.length ? { forward: mine.forward } : {}),
    ...(mine.uploads.length ? { uploads: mine.uploads.map((file) => file.id) } : {}),
  };
};

/** What is being written, for each person and place; it waits while one looks elsewhere. */
export const compose = {
  draft,
  write: (text) => {
    draft().text = text;
  },
  reply: (message) => change({ reply: message, edit: null }),
  edit: (message) => change({ edit: message, reply: null, text: message.text }, { refill: true }),
  forward: (peer, cmids) => change({ forward: [{ peer, cmids }], edit: null }),
  /** Gives up replying, forwarding or editing; true when there was something to give up. */
  drop: () => {
    const { reply, edit, forward } = draft();
    if (!reply && !edit && forward.length === 0) return false;
    change({ reply: null, edit: null, forward: [], ...(edit ? { text: '' } : {}) }, { refill: Boolean(edit) });
    return true;
  },
  attach: async (files) => {
    const mine = draft();
    const { peer } = state;
    for (const file of files) {
      const waiting = { name: file.name, id: null, failed: false };
      mine.uploads = [...mine.uploads, waiting];
      tell('compose', {});
      try {
        waiting.id = (await play.upload(state.me.id, peer, file)).id;
      } catch {
        waiting.failed = true;
      }
      tell('compose', {});
    }
  },
  detach: (file) => change({ uploads: draft().uploads.filter((each) => each !== file) }),
  empty: () => {
    const { text, forward, uploads } = draft();
    return text.trim() === '' && forward.length === 0 && uploads.length === 0;
  },
  /** Sends or saves; the text comes back when the messenger refused. */
  submit: async () => {
    const name = nameOf();
    const mine = draft();
    if (compose.empty()) return;
    const waits = mine.uploads.filter((file) => file.id === null);
    if (waits.length > 0) return snack(waits.some((file) => file.failed) ? COMPOSE.without : COMPOSE.wait, 'alarm');
    const what = wants(mine);
    drafts.set(name, nothing());
    tell('compose', { refill: true });
    const done = mine.edit ? (await act(what)).ok : await send(what);
    if (done || !drafts.get(name) || drafts.get(name).text !== '') return;
    drafts.set(name, mine);
    tell('compose', { refill: true });
  },
};
