import { state, watch } from './store.js';

/** Milliseconds until it is looked at again: while something is on its way, else, and after something happened. */
const SOON = 700;
const LATER = 3_000;
const HURRY = 50;

/**
 * Keeps a side of the panel as it is now, as long as somebody sees it. `draw` gets `undefined` when nobody answered: what is
 * shown is no longer true. `moving`: whether something is on its way.
 */
export const keepLooking = (root, side, { ask, draw, moving = () => false }) => {
  let shown = [];
  let busy = false;
  let later;
  let hurried;
  const seen = () => state.tab === side && root.checkVisibility() && !document.hidden;

  const look = async () => {
    clearTimeout(later);
    hurried = undefined;
    if (busy) return;
    busy = true;
    const rows = seen() ? await ask().catch(() => undefined) : shown;
    if (rows !== shown) draw(rows);
    shown = rows;
    busy = false;
    later = setTimeout(look, rows && moving(rows) ? SOON : LATER);
  };
  /** A flood of messages must not become one of questions; and whoever opens the panel sees it a moment later. */
  const hurry = () => {
    if (hurried === undefined) hurried = setTimeout(look, HURRY);
  };
  watch('route event', hurry);
  document.addEventListener('visibilitychange', hurry);
};
