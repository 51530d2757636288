import { gauge, under } from './broadcast-view.js';
import { el, keyed } from './dom.js';
import { keepLooking } from './looking.js';
import { MOVES } from './panel-strings.js';
import * as play from './play.js';
import { editionDate } from './when.js';

const name = (row) => `${MOVES.messenger[row.messenger]} «${row.title}»`;

const reached = ({ progress }) => {
  if (typeof progress === 'string') return MOVES.uncounted;
  return `${MOVES.reached} ${MOVES.progress(progress.reached, progress.of)} (${progress.percent} %)`;
};

/** How many people there are of those meant: never how many messages. */
const progressOf = (row) => {
  if (typeof row.progress === 'string') return el('p', { className: 'muted' }, reached(row));
  const { reached: now, of, percent } = row.progress;
  const whole = now === of ? 'good' : 'on';
  return [
    gauge(name(row), reached(row), { now, of }, [[whole, now]]),
    under(`${MOVES.reached} ${MOVES.progress(now, of)}`, `${percent} %`),
  ];
};

const fact = (what, value, tone = '') =>
  el('div', { className: `fact ${tone}` }, el('dt', {}, what), el('dd', {}, value));

const badge = ({ state: how, overdue }) =>
  overdue
    ? el('span', { className: 'badge overdue' }, MOVES.overdue)
    : el('span', { className: `badge ${how}` }, MOVES.state[how]);

const card = (row) =>
  el(
    'article',
    { className: `move ${row.state}`, 'aria-labelledby': `move-${row.number}` },
    el(
      'header',
      {},
      el('small', {}, `${MOVES.number(row.number)} · ${MOVES.messenger[row.messenger]}`),
      el('h2', { id: `move-${row.number}` }, `«${row.title}»`),
      badge(row),
    ),
    el(
      'dl',
      { className: 'facts' },
      row.class ? fact(MOVES.ofClass, row.class) : null,
      fact(MOVES.responsible, row.responsible || MOVES.nobody),
      fact(MOVES.due, editionDate(row.due), row.overdue ? 'late' : ''),
    ),
    progressOf(row),
  );

/** What a screen reader hears when something has changed. */
const spoken = (row) => `${name(row)}: ${row.overdue ? MOVES.overdue : MOVES.state[row.state]}, ${reached(row)}`;

/** All moves of old chats: whose, until when, how far. */
export const mountMovesBoard = (root) => {
  const list = el('div', { className: 'moves' });
  const hint = el('p', { className: 'muted' });
  const voice = el('p', { className: 'visually-hidden', role: 'status' });
  root.append(voice, hint, list);
  let heard;

  const say = (rows) => {
    const now = new Map(rows.map((row) => [row.number, spoken(row)]));
    const news = heard ? [...now].filter(([number, words]) => heard.get(number) !== words) : [];
    heard = now;
    if (news.length > 0) voice.textContent = news.map(([, words]) => words).join('. ');
  };
  const draw = (rows) => {
    keyed(list, rows ?? [], { key: (row) => row.number, print: JSON.stringify, build: card });
    hint.hidden = rows?.length > 0;
    hint.textContent = rows ? MOVES.none : MOVES.broken;
    if (rows) say(rows);
  };
  keepLooking(root, 'moves', { ask: play.moves, draw });
};
