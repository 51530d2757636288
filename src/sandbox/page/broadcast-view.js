import { el } from './dom.js';
import { BROADCAST } from './panel-strings.js';
import { dayKey, dayTitle, time, until } from './when.js';

const number = new Intl.NumberFormat('ru');

/** Copies that are no longer under way; of what was taken back those that are gone. */
export const ended = ({ state, copies, planned, withdrawn }) => (state === 'withdrawn' ? withdrawn : copies - planned);

/** «Отправлено 1 204 из 5 120». */
export const progress = (row) =>
  BROADCAST.progress(row.state === 'withdrawn', number.format(ended(row)), number.format(row.copies));

const when = (at) => `${dayKey(at) === dayKey(Date.now()) ? '' : `${dayTitle(at).toLowerCase()}, `}${time(at)}`;

const part = (tone, share) => {
  const node = el('span', { className: `gauge-part ${tone}` });
  node.style.width = `${share * 100}%`;
  return node;
};

/** A bar of parts, said as one sentence to whoever does not see it. */
export const gauge = (name, words, { now, of }, parts) =>
  el(
    'div',
    {
      className: 'gauge',
      role: 'progressbar',
      'aria-label': name,
      'aria-valuemin': 0,
      'aria-valuemax': Math.max(of, 1),
      'aria-valuenow': now,
      'aria-valuetext': words,
    },
    parts.filter(([, count]) => count > 0).map(([tone, count]) => part(tone, of === 0 ? 0 : count / of)),
  );

export const under = (words, aside) =>
  el(
    'p',
    { className: 'gauge-words' },
    el('span', {}, words),
    aside ? el('span', { className: 'muted' }, aside) : null,
  );

const remaining = ({ state: how, left, stalled, planned }) => {
  if (how !== 'sending' || planned === 0) return null;
  if (stalled) return BROADCAST.stalled;
  return left === undefined ? BROADCAST.unknown : BROADCAST.left(left);
};

const figure = (name, count, tone) =>
  el('div', { className: `figure ${tone}` }, el('dt', {}, name), el('dd', {}, number.format(count)));

/** While it goes all are told; of one that has ended nothing, unless something went wrong: the line above says it. */
const figures = (row) => {
  const running = row.state === 'sending';
  const wrong = row.refused + row.uncertain > 0;
  if (!running && !wrong) return null;
  const all = [
    [BROADCAST.planned, row.planned, ''],
    [BROADCAST.sent, row.sent, 'good'],
    [BROADCAST.refused, row.refused, 'bad'],
    [BROADCAST.uncertain, row.uncertain, 'fair'],
  ];
  const told = all.filter(([, count]) => running || count > 0);
  return el(
    'dl',
    { className: 'figures' },
    told.map(([name, count, tone]) => figure(name, count, count > 0 ? tone : '')),
  );
};

const delivery = (row) => {
  if (row.copies === 0) return [];
  const words = progress(row);
  const rest = remaining(row);
  return [
    gauge(BROADCAST.name(row.number), [words, rest].filter(Boolean).join(', '), { now: ended(row), of: row.copies }, [
      ['good', row.sent],
      ['fair', row.uncertain],
      ['bad', row.refused],
      ['gone', row.withdrawn],
    ]),
    under(words, rest),
    figures(row),
  ];
};

const ofClass = ({ class: name, acknowledged, of }) =>
  el(
    'li',
    {},
    el('span', {}, name),
    gauge(name, BROADCAST.of(acknowledged, of), { now: acknowledged, of }, [['good', acknowledged]]),
    el('span', { className: 'muted' }, BROADCAST.of(acknowledged, of)),
  );

const read = ({ read: asked }) => {
  if (!asked) return null;
  const { share } = asked;
  const title = el('h3', {}, BROADCAST.read, ' ', until(asked.until));
  if (share === 'few') return el('section', {}, title, el('p', { className: 'muted' }, BROADCAST.few));
  const words = BROADCAST.acknowledged(share.acknowledged, share.of, share.percent);
  return el(
    'section',
    {},
    title,
    gauge(BROADCAST.read, words, { now: share.acknowledged, of: share.of }, [['good', share.acknowledged]]),
    under(words),
    share.classes.length
      ? el('ul', { className: 'shares', role: 'list', 'aria-label': BROADCAST.byClass }, share.classes.map(ofClass))
      : null,
    share.small > 0 ? el('p', { className: 'muted' }, BROADCAST.small) : null,
  );
};

const notes = ({ stale, unreached, otherWay }) => {
  const told = [
    stale > 0 ? BROADCAST.stale(stale) : '',
    unreached > 0 ? BROADCAST.unreached(unreached) : '',
    otherWay > 0 ? BROADCAST.otherWay(otherWay) : '',
  ].filter(Boolean);
  return told.length > 0 ? el('p', { className: 'muted' }, told.join(' ')) : null;
};

/** One announcement. */
export const card = (row) =>
  el(
    'article',
    { className: 'broadcast', 'aria-labelledby': `broadcast-${row.number}` },
    el(
      'header',
      {},
      el('h2', { id: `broadcast-${row.number}` }, BROADCAST.name(row.number)),
      el('span', { className: `badge ${row.state}` }, BROADCAST.state[row.state]),
    ),
    el(
      'p',
      { className: 'muted' },
      `${[row.audience, row.version > 1 ? BROADCAST.version(row.version) : ''].filter(Boolean).join(' · ')} · `,
      el('time', { className: 'unbroken' }, when(row.at)),
    ),
    delivery(row),
    notes(row),
    read(row),
  );
