import { el } from './dom.js';
import { T } from './strings.js';

/** Says in two letters which messenger this is; to a screen reader by its whole name. */
export const messengerMark = (messenger) =>
  el(
    'span',
    { className: `messenger-mark ${messenger}`, title: T.messenger[messenger] },
    el('span', { 'aria-hidden': 'true' }, T.mark[messenger]),
    el('span', { className: 'visually-hidden' }, `${T.messenger[messenger]}: `),
  );
