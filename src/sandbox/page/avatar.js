import { el } from './dom.js';
import { icon } from './icons.js';

const TONES = 8;

/** «ПД» for a person, «5А» for a class. */
const initials = (name) =>
  /^\d+\p{Lu}(?!\p{L})/u.exec(name)?.[0] ??
  name
    .split(/[\s–-]+/)
    .filter((word) => /^[\p{L}\d]/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0].toUpperCase())
    .join('');

/** A round mark of a person, a chat or the bot; its colour belongs to the number. */
export const avatar = ({ id, name, bot = false }) =>
  el(
    'span',
    { className: `avatar tone-${bot ? 'bot' : Math.abs(id) % TONES}`, 'aria-hidden': 'true' },
    bot ? icon('bot') : initials(name),
  );
