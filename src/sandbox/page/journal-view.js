import { el } from './dom.js';
import { cut, steps } from './explain.js';
import { icon } from './icons.js';
import { BECAUSE, CATEGORY, DECISION, DEED, DELETED, DETAIL, ENDED, KIND, OUTCOME, PANEL } from './panel-strings.js';
import { editionDate, exactTime, span } from './when.js';

const section = (title, ...content) => el('section', {}, el('h3', {}, title), ...content);

/** `clean`, `observe`, `command:код:linked`: the name, what it is about, how it ended. */
const because = (code) => {
  const [name, about, ended] = code.split(':');
  if (!(name in BECAUSE)) return '';
  if (about === undefined) return `${BECAUSE[name]} `;
  return `${BECAUSE[name]} «${about}»${ended in ENDED ? `: ${ENDED[ended]}` : ''}. `;
};

const clause = ({ clause: number, document, edition }) =>
  PANEL.clause(number, PANEL.document[document] ?? document, editionDate(edition));

const finding = (found, text) =>
  el(
    'li',
    { className: 'finding' },
    el('strong', {}, CATEGORY[found.category] ?? found.category),
    found.within
      ? el('span', { className: 'badge' }, PANEL.within[found.within])
      : text === undefined
        ? null
        : el('q', {}, text.slice(found.start, found.end)),
    el('span', { className: 'clause' }, clause(found.citation)),
    el('small', {}, el('code', {}, found.rule), ` · ${PANEL.confidence(Math.round(found.confidence * 100))}`),
  );

/** `no-right 924` or a sentence of the journal, for people. */
const detail = (words) => {
  if (words === undefined) return undefined;
  const [name, ...code] = words in DETAIL ? [words] : words.split(' ');
  return [DETAIL[name] ?? name, code.length ? `(${code.join(' ')})` : ''].filter(Boolean).join(' ');
};

const outcomeOf = ({ via, receipt }) => {
  if (receipt) return [OUTCOME[receipt.outcome] ?? receipt.outcome, detail(receipt.detail)].filter(Boolean).join(': ');
  return via === 'simulation' ? PANEL.simulated : PANEL.noReceipt;
};

const toneOf = (receipt) => {
  if (!receipt) return 'waiting';
  if (receipt.outcome === 'done' || receipt.outcome === 'gone') return 'good';
  return receipt.outcome === 'refused' || receipt.outcome === 'uncertain' ? 'bad' : 'fair';
};

/** «Удалено» is said only of what is gone. */
const headline = ({ decision, actions }) => {
  const deletion = decision === 'delete' && actions.find((action) => action.do === 'delete');
  return (deletion && DELETED[toneOf(deletion.receipt)]) || (DECISION[decision] ?? decision);
};

const deed = (action) =>
  el(
    'li',
    { className: `deed ${toneOf(action.receipt)}` },
    el('span', { className: 'deed-name' }, DEED[action.do] ?? action.do),
    el('span', { className: 'deed-outcome' }, outcomeOf(action)),
    action.receipt?.attempts > 1 ? el('small', {}, PANEL.attempts(action.receipt.attempts)) : null,
  );

const stepName = ({ name, what }) =>
  what ? `${DEED[what] ?? what}: ${name === 'called' ? PANEL.called : PANEL.ended}` : PANEL.steps[name];

const bar = ({ from, ms }, total) => {
  const line = el('span', { className: 'bar' });
  line.style.marginInlineStart = `${total > 0 ? (from / total) * 100 : 0}%`;
  line.style.width = `${total > 0 ? Math.max((ms / total) * 100, 0.8) : 0}%`;
  return line;
};

const timing = (verdict) => {
  const { steps: all, total } = steps(verdict);
  const { written, received } = verdict.times;
  const moment = (name, at, note) =>
    el(
      'li',
      {},
      el('span', {}, name, note ? el('small', {}, ` (${note})`) : null),
      el('span', { className: 'ms' }, exactTime(at)),
    );
  return el(
    'ol',
    { className: 'timing', role: 'list' },
    moment(PANEL.written, written, written % 1000 === 0 ? PANEL.writtenNote : ''),
    moment(PANEL.steps.received, received),
    all.map((step) =>
      el(
        'li',
        {},
        el('span', {}, stepName(step)),
        el('span', { className: 'ms' }, `+${span(step.ms)}`),
        bar(step, total),
      ),
    ),
    el('li', { className: 'total' }, el('span', {}, PANEL.total), el('span', { className: 'ms' }, span(total))),
  );
};

const quoted = (text, findings, deleted) =>
  el(
    'blockquote',
    { className: `said ${deleted ? 'was' : ''}` },
    deleted ? el('small', {}, `${PANEL.was}: `) : null,
    cut(text, findings).map((piece) => (piece.found ? el('mark', {}, piece.text) : piece.text)),
  );

/** One verdict: what was said, found, decided and done, and how long each step took. */
export const verdictView = (verdict, { text, deleted }) =>
  el(
    'article',
    { className: 'verdict' },
    verdict.what === 'edit' ? el('p', { className: 'version' }, PANEL.version) : null,
    el(
      'p',
      { className: `decision ${verdict.decision}` },
      icon(verdict.decision === 'keep' ? 'check' : verdict.decision === 'remind' ? 'shield' : 'hidden'),
      headline(verdict),
    ),
    text === undefined
      ? el('p', { className: 'muted' }, PANEL.unknownText)
      : text && quoted(text, verdict.findings, deleted),
    deleted && text ? el('p', { className: 'muted' }, PANEL.wasNote) : null,
    verdict.because
      ? el('p', { className: 'because' }, because(verdict.because), el('code', {}, verdict.because))
      : null,
    section(
      PANEL.found,
      verdict.findings.length
        ? el(
            'ul',
            { role: 'list' },
            verdict.findings.map((found) => finding(found, text)),
          )
        : el('p', { className: 'muted' }, PANEL.foundNothing),
    ),
    verdict.errors.length
      ? section(
          PANEL.errors,
          el(
            'ul',
            { role: 'list' },
            verdict.errors.map(({ rule, message }) => el('li', {}, el('code', {}, rule), ` ${message}`)),
          ),
        )
      : null,
    section(
      PANEL.done,
      verdict.actions.length
        ? el('ul', { role: 'list' }, verdict.actions.map(deed))
        : el('p', { className: 'muted' }, PANEL.doneNothing),
    ),
    section(PANEL.timing, timing(verdict)),
  );

const otherLine = (entry) =>
  entry.kind === 'receipt'
    ? deed({ do: entry.do, receipt: entry })
    : el(
        'li',
        {},
        el('span', {}, KIND[entry.kind] ?? entry.kind),
        ' ',
        el('small', {}, entry.detail ?? `${entry.from}–${entry.to}`),
      );

/** Entries that belong to no verdict shown here. */
export const othersView = (entries) =>
  entries.length ? section(PANEL.others, el('ul', { role: 'list' }, entries.map(otherLine))) : null;

/** The journal's own lines, for those who check it. */
export const rawView = (links) =>
  el(
    'details',
    { className: 'raw' },
    el('summary', {}, `${PANEL.raw}: ${PANEL.links(links.length)}`),
    el('pre', { tabindex: 0 }, JSON.stringify(links, null, 2)),
  );
