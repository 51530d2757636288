import { el } from './dom.js';
import { explain, textsFor, told } from './explain.js';
import { othersView, rawView, verdictView } from './journal-view.js';
import { PANEL } from './panel-strings.js';
import * as play from './play.js';
import { messageAt, state, textsOf, watch } from './store.js';
import { T } from './strings.js';
import { time } from './when.js';

/** When to ask again while the bot may still be at work, in milliseconds after the answer before. */
const AGAIN = [120, 200, 300, 500, 800, 1_200, 2_000, 3_000, 5_000];

const who = (message) =>
  el(
    'p',
    { className: 'who' },
    el('strong', {}, message.service ?? message.fromName),
    el('time', {}, time(message.at)),
    message.deleted ? el('span', { className: 'badge' }, T.deleted) : null,
  );

const hint = (text) => [el('p', { className: 'muted' }, text)];

const story = (peer, message, links) => {
  const { verdicts, receipts, others } = explain(links);
  const texts = textsOf(peer, message.cmid);
  const about = textsFor(verdicts, texts, texts.length >= verdicts.length);
  return [
    ...verdicts
      .map((verdict, index) => verdictView(verdict, { text: about[index], deleted: message.deleted }))
      .reverse(),
    othersView([...receipts, ...others]),
    rawView(links),
  ].filter(Boolean);
};

const content = (peer, message, links, asking) => {
  if (links.length > 0) return story(peer, message, links);
  if (message.fromBot) return hint(PANEL.ownWords);
  if (message.service && !asking) return hint(PANEL.service);
  return hint(asking ? PANEL.waiting : PANEL.nothing);
};

/** What the journal says of the message under the pointer or the focus; asks again until everything is told. */
export const mountJournal = (root) => {
  let turn = 0;
  let drawn = '';

  const draw = (peer, message, links, asking) => {
    const print = JSON.stringify([state.me?.id, peer, message, links, asking && links.length === 0]);
    if (print === drawn) return;
    drawn = print;
    const open = root.querySelector('details')?.open;
    root.replaceChildren(who(message), ...content(peer, message, links, asking));
    if (open && root.querySelector('details')) root.querySelector('details').open = true;
  };

  const ask = async (mine, { pane, cmid }, tries) => {
    const { peer } = pane;
    const answer = await play.journal(state.me.id, peer, cmid).catch(() => undefined);
    const message = messageAt(cmid, pane);
    if (mine !== turn || !message) return;
    if (answer === undefined) {
      drawn = '';
      return root.replaceChildren(who(message), ...hint(PANEL.broken));
    }
    const links = answer?.links ?? [];
    const wait = message.fromBot || told(explain(links)) ? undefined : AGAIN[tries];
    draw(peer, message, links, wait !== undefined);
    if (wait !== undefined) setTimeout(() => mine === turn && ask(mine, { pane, cmid }, tries + 1), wait);
  };

  const look = () => {
    turn += 1;
    const at = state.hovered ?? state.chosen;
    if (at && messageAt(at.cmid, at.pane)) return ask(turn, at, 0);
    drawn = '';
    root.replaceChildren(...hint(PANEL.none));
  };
  watch('chosen log', look);
};
