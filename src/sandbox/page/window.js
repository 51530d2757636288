import { el } from './dom.js';
import { icon } from './icons.js';
import { DIALOG } from './strings.js';

/** A window over the page; Esc and the cross close it, and focus goes back to where it was. */
export const show = (title, content, { doing, run, tone } = {}) => {
  const before = document.activeElement;
  const close = () => dialog.close();
  /** A refusal is read here: whatever lies behind an open window is out of reach. */
  const refusal = el('p', { className: 'refusal', role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    refusal.replaceChildren();
    if ((await run(new FormData(event.target))) !== false) close();
  };
  const dialog = el(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    el(
      'form',
      { onsubmit: submit },
      el(
        'header',
        {},
        el('h2', { id: 'dialog-title' }, title),
        el(
          'button',
          { type: 'button', className: 'icon-button', 'aria-label': DIALOG.close, onclick: close },
          icon('close'),
        ),
      ),
      el('div', { className: 'dialog-body' }, content),
      refusal,
      doing
        ? el(
            'footer',
            {},
            el('button', { type: 'button', className: 'button', onclick: close }, DIALOG.cancel),
            el('button', { type: 'submit', className: `button ${tone ?? 'primary'}` }, doing),
          )
        : null,
    ),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus?.();
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
};

export const field = (label, props, hint) =>
  el('label', { className: 'field' }, el('span', {}, label), el('input', props), hint ? el('small', {}, hint) : null);

export const tick = (name, label, checked) =>
  el('label', { className: 'tick' }, el('input', { type: 'checkbox', name, checked }), el('span', {}, label));
