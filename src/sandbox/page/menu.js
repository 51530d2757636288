import { el } from './dom.js';
import { icon } from './icons.js';

let closeOpen = () => {};

const place = (menu, { x, y }) => {
  const box = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(x, innerWidth - box.width - 8));
  const top = y + box.height + 8 > innerHeight ? Math.max(8, innerHeight - box.height - 8) : y;
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
};

const itemOf = ({ label, note, picture, avatar, chosen, tone, run }, close) =>
  el(
    'button',
    {
      type: 'button',
      role: chosen === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': chosen === undefined ? undefined : String(chosen),
      className: `menu-item ${tone ?? ''}`,
      tabindex: -1,
      onclick: () => {
        close();
        run();
      },
    },
    avatar ?? (picture ? icon(picture) : null),
    el('span', { className: 'menu-words' }, el('span', {}, label), note ? el('small', {}, note) : null),
    chosen ? icon('check') : null,
  );

const steer = (menu, close) => (event) => {
  const items = [...menu.querySelectorAll('.menu-item')];
  const index = items.indexOf(document.activeElement);
  const step = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key];
  if (event.key === 'Escape' || event.key === 'Tab') close();
  else if (step === undefined) return;
  else items.at(step % items.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
};

/**
 * A menu beside `anchor` or at a point: arrows move, Enter chooses, Esc and a press elsewhere close; focus returns to
 * `anchor`.
 */
export const openMenu = (anchor, name, items, at) => {
  closeOpen();
  const close = () => {
    if (!menu.isConnected) return;
    menu.remove();
    document.removeEventListener('pointerdown', outside, true);
    removeEventListener('resize', close);
    if (anchor.hasAttribute('aria-haspopup')) anchor.setAttribute('aria-expanded', 'false');
    anchor.focus({ preventScroll: true });
  };
  const outside = (event) => {
    if (!menu.contains(event.target)) close();
  };
  const menu = el('div', { className: 'menu', role: 'menu', 'aria-label': name });
  menu.append(...items.map((item) => itemOf(item, close)));
  menu.addEventListener('keydown', steer(menu, close));
  (anchor.closest('dialog') ?? document.body).append(menu);
  const box = anchor.getBoundingClientRect();
  place(menu, at ?? { x: box.left, y: box.bottom + 4 });
  if (anchor.hasAttribute('aria-haspopup')) anchor.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  addEventListener('resize', close);
  closeOpen = close;
  (menu.querySelector('[aria-checked="true"]') ?? menu.firstElementChild)?.focus();
};
