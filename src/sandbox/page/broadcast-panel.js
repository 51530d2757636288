import { card, ended, progress } from './broadcast-view.js';
import { el, keyed } from './dom.js';
import { keepLooking } from './looking.js';
import { BROADCAST } from './panel-strings.js';
import * as play from './play.js';

/** What a screen reader hears of: a beginning, every quarter of the way, an end; not every copy. */
const markOf = (row) => {
  const quarter = row.copies === 0 ? 0 : Math.floor((ended(row) / row.copies) * 4);
  return [row.version, row.state, quarter, row.stalled].join('/');
};

const spoken = (row) =>
  [
    `${BROADCAST.name(row.number)}: ${BROADCAST.state[row.state]}`,
    row.copies > 0 ? progress(row) : '',
    row.stalled ? BROADCAST.stalled : '',
  ]
    .filter(Boolean)
    .join(', ');

/** How the bot's announcements go: the running ones with their progress, the last ones with what became of them. */
export const mountBroadcasts = (root) => {
  const list = el('div', { className: 'broadcasts' });
  const hint = el('p', { className: 'muted' });
  const voice = el('p', { className: 'visually-hidden', role: 'status' });
  root.append(voice, hint, list);
  let heard;

  const say = (rows) => {
    const marks = new Map(rows.map((row) => [row.number, markOf(row)]));
    const news = heard ? rows.filter((row) => heard.get(row.number) !== marks.get(row.number)) : [];
    heard = marks;
    if (news.length > 0) voice.textContent = news.map(spoken).join('. ');
  };

  /** `undefined`: nobody answered; what is shown is no longer true. */
  const draw = (rows) => {
    keyed(list, rows ?? [], { key: (row) => row.number, print: JSON.stringify, build: card });
    hint.hidden = rows?.length > 0;
    hint.textContent = rows ? BROADCAST.none : BROADCAST.broken;
    if (rows) say(rows);
  };

  keepLooking(root, 'broadcasts', {
    ask: play.broadcasts,
    draw,
    moving: (rows) => rows.some((row) => row.state === 'sending'),
  });
};
