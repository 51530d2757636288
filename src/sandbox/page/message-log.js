import { el, keyed } from './dom.js';
import { icon } from './icons.js';
import { messageRow } from './message.js';
import { actionByKey, openMessageMenu } from './message-menu.js';
import { choose, hover, loadEarlier } from './moves.js';
import { roving } from './roving.js';
import { messageAt, openPlace, state, watch } from './store.js';
import { T } from './strings.js';
import { dayKey, dayTitle } from './when.js';

const RUN = 5 * 60_000;
/** The pointer must rest: crossing the log on the way to the panel changes nothing. */
const REST = 160;
const NEAR = 80;

const together = (a, b) =>
  a && b && !a.service && !b.service && a.from === b.from && b.at - a.at < RUN && dayKey(a.at) === dayKey(b.at);

/** Messages with the days between them. */
const lines = (messages) =>
  messages.flatMap((message, index) => {
    const [before, after] = [messages[index - 1], messages[index + 1]];
    const line = { message, first: !together(before, message), last: !together(message, after) };
    return before && dayKey(before.at) === dayKey(message.at) ? [line] : [{ day: message.at }, line];
  });

const pace = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

const rowOf = (node) => node.closest?.('.row');
const messageOf = (node, pane) => messageAt(Number(rowOf(node)?.dataset.cmid), pane);

const watchPointer = (list, pane) => {
  let timer;
  list.addEventListener('pointermove', (event) => {
    if (event.pointerType !== 'mouse' || (event.movementX === 0 && event.movementY === 0)) return;
    clearTimeout(timer);
    const message = messageOf(event.target, pane);
    if (message) timer = setTimeout(() => hover(message.cmid, pane), REST);
  });
  list.addEventListener('pointerleave', () => clearTimeout(timer));
  list.addEventListener('click', (event) => {
    const message = messageOf(event.target, pane);
    if (!message || event.target.closest('button, a')) return;
    choose(message.cmid, pane);
    rowOf(event.target).focus({ preventScroll: true });
  });
  list.addEventListener('contextmenu', (event) => {
    const message = messageOf(event.target, pane);
    if (!message || event.target.closest('a')) return;
    event.preventDefault();
    const byKey = event.clientX === 0 && event.clientY === 0;
    openMessageMenu(message, rowOf(event.target), byKey ? undefined : { x: event.clientX, y: event.clientY });
  });
};

const watchKeys = (list, pane) => {
  list.addEventListener('keydown', (event) => {
    const row = event.target;
    const message = row.classList.contains('row') ? messageOf(row, pane) : undefined;
    if (!message) return;
    if (event.key === 'Enter' || event.key === ' ') openMessageMenu(message, row);
    else {
      const action = actionByKey(message, event);
      if (!action) return;
      action.run();
    }
    event.preventDefault();
  });
};

const toEndButton = (scroller) => {
  const words = el('span', {});
  const button = el(
    'button',
    {
      type: 'button',
      className: 'to-end',
      hidden: true,
      onclick: () => scroller.scrollTo({ top: scroller.scrollHeight, behavior: pace() }),
    },
    icon('down'),
    words,
  );
  return {
    node: button,
    show(fresh) {
      button.hidden = false;
      words.textContent = fresh ? T.fresh(fresh) : '';
      button.setAttribute('aria-label', fresh ? T.fresh(fresh) : T.toEnd);
    },
    hide() {
      button.hidden = true;
    },
  };
};

/** Keeps the end in sight while it is in sight, and what is read in its place otherwise. */
const scrolling = (pane, scroller, end) => {
  let fresh = 0;
  let seen = 0;
  let atEnd = true;
  const below = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  /** The window, or the compose box, took some of the height. */
  new ResizeObserver(() => {
    if (atEnd) scroller.scrollTop = scroller.scrollHeight;
  }).observe(scroller);
  scroller.addEventListener('scroll', () => {
    atEnd = below() < NEAR;
    if (atEnd) {
      fresh = 0;
      end.hide();
    } else end.show(fresh);
    if (scroller.scrollTop < NEAR) void loadEarlier(pane);
  });
  return (opened, draw) => {
    if (opened) fresh = 0;
    const stuck = opened || below() < NEAR;
    const [height, top] = [scroller.scrollHeight, scroller.scrollTop];
    const first = pane.log.items[0]?.cmid;
    draw();
    const lastOne = pane.log.items.at(-1);
    const news = lastOne && lastOne.cmid > seen && seen !== 0;
    if (stuck || (news && lastOne.from === state.me.id)) scroller.scrollTop = scroller.scrollHeight;
    else if (first !== undefined && scroller.dataset.first !== String(first))
      scroller.scrollTop = top + scroller.scrollHeight - height;
    else if (news) {
      fresh += pane.log.items.filter((message) => message.cmid > seen).length;
      end.show(fresh);
    }
    scroller.dataset.first = String(first);
    seen = lastOne?.cmid ?? 0;
  };
};

/** Who ends a run changes with each message: it is marked in place, for what is built anew is read aloud again. */
const markLast = (list, all) => {
  for (const { message, last } of all)
    if (message) list.querySelector(`[data-cmid="${message.cmid}"]`)?.classList.toggle('last', last);
};

const drawLines = (pane, list, showMessage) => {
  const all = lines(pane.log.items);
  keyed(list, all, {
    key: ({ day, message }) => (day === undefined ? message.cmid : `day-${dayKey(day)}`),
    print: ({ day, message, first }) => JSON.stringify([day, message, first, state.me?.id]),
    build: ({ day, message, first }) =>
      day === undefined
        ? messageRow(message, {
            first,
            showMessage,
            openActions: (anchor) => openMessageMenu(message, anchor),
          })
        : el('div', { className: 'day', role: 'separator' }, el('span', {}, dayTitle(day))),
  });
  markLast(list, all);
};

const marks = (list, pane) => {
  const at = state.hovered ?? state.chosen;
  for (const row of list.querySelectorAll('.row'))
    row.classList.toggle('chosen', at?.pane === pane && Number(row.dataset.cmid) === at.cmid);
};

/** How long a screen reader is given to pass over what was not just said. */
const QUIET = 400;

/** What is said is read aloud as it comes; a whole talk that is opened, or what was said before, is not. */
const hushing = (list) => {
  let timer;
  return () => {
    list.setAttribute('aria-live', 'off');
    clearTimeout(timer);
    timer = setTimeout(() => list.setAttribute('aria-live', 'polite'), QUIET);
  };
};

/** The messages of a pane's open place. */
export const mountLog = (root, pane) => {
  const more = () => loadEarlier(pane);
  const earlier = el('button', { type: 'button', className: 'earlier', hidden: true, onclick: more }, T.earlier);
  const list = el('div', { className: 'log', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions' });
  const note = el('p', { className: 'hint' });
  const scroller = el('div', { className: 'scroller' }, earlier, list, note);
  const end = toEndButton(scroller);
  root.append(scroller, end.node);
  const keys = roving(list, '.row', { start: 'last', onenter: (row) => choose(Number(row.dataset.cmid), pane) });
  const move = scrolling(pane, scroller, end);
  const showMessage = (cmid) => {
    const row = list.querySelector(`[data-cmid="${cmid}"]`);
    row?.scrollIntoView({ block: 'center', behavior: pace() });
    row?.focus({ preventScroll: true });
  };
  const hush = hushing(list);
  let opened = '';
  let start;

  const draw = () => {
    const now = `${state.me?.id}/${pane.log.peer}`;
    const { items, busy, more, peer } = pane.log;
    root.hidden = peer === null;
    list.setAttribute('aria-label', T.log(openPlace(pane)?.title ?? ''));
    list.setAttribute('aria-busy', String(busy));
    earlier.hidden = !more;
    note.hidden = items.length > 0;
    note.textContent = busy ? T.loading : T.empty;
    if (now !== opened) keys.forget();
    if (now !== opened || items[0]?.cmid !== start) hush();
    start = items[0]?.cmid;
    move(now !== opened || items.length === 0, () => drawLines(pane, list, showMessage));
    if (items.length > 0 || !busy) opened = now;
    keys.sync();
    marks(list, pane);
  };
  watchPointer(list, pane);
  watchKeys(list, pane);
  watch('log', draw);
  watch('chosen', () => marks(list, pane));
  return { showMessage, focus: () => keys.focus() };
};
