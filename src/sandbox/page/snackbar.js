import { el } from './dom.js';
import { icon } from './icons.js';
import { watch } from './store.js';
import { DIALOG } from './strings.js';

const SHOWN = 6_000;

/** Short notes: said to screen readers, gone by themselves unless the pointer or the focus rests on them. */
export const mountSnackbars = (root) => {
  watch('snack', ({ text, tone }) => {
    const place = document.querySelector('dialog[open] .refusal');
    if (tone === 'alarm' && place) return place.replaceChildren(text);
    const hide = () => note.remove();
    const note = el(
      'div',
      { className: `snackbar ${tone}` },
      el('span', {}, text),
      el(
        'button',
        { type: 'button', className: 'icon-button', 'aria-label': DIALOG.close, onclick: hide },
        icon('close'),
      ),
    );
    const later = () => setTimeout(hide, SHOWN);
    let timer = later();
    for (const stay of ['pointerenter', 'focusin']) note.addEventListener(stay, () => clearTimeout(timer));
    for (const go of ['pointerleave', 'focusout'])
      note.addEventListener(go, () => {
        clearTimeout(timer);
        timer = later();
      });
    while (root.childElementCount > 2) root.firstElementChild.remove();
    root.append(note);
  });
};
