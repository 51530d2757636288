const CONTROLS = 'button, a[href]';

/**
 * One Tab stop for a whole list: arrows, Home and End move inside it; the controls of the current item, and only its,
 * can be reached by Tab. Call `sync` after the list was drawn.
 */
export const roving = (list, selector, { onenter = () => {}, start = 'first' } = {}) => {
  let current = null;
  const items = () => [...list.querySelectorAll(selector)];

  const settle = (item) => {
    current = item?.dataset.key ?? null;
    for (const each of items()) {
      const tab = each === item ? 0 : -1;
      each.tabIndex = tab;
      for (const control of each.querySelectorAll(CONTROLS)) control.tabIndex = tab;
    }
  };

  const sync = () => {
    const all = items();
    settle(all.find((item) => item.dataset.key === current) ?? (start === 'first' ? all[0] : all.at(-1)));
  };

  const target = (key, all, index) => {
    if (key === 'ArrowDown') return all[Math.min(index + 1, all.length - 1)];
    if (key === 'ArrowUp') return all[Math.max(index - 1, 0)];
    if (key === 'Home') return all[0];
    return key === 'End' ? all.at(-1) : undefined;
  };

  list.addEventListener('focusin', (event) => {
    const item = event.target.closest(selector);
    if (!item) return;
    if (item.dataset.key !== current) settle(item);
    onenter(item);
  });
  list.addEventListener('keydown', (event) => {
    const item = event.target.closest(selector);
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = items();
    const next = target(event.key, all, all.indexOf(item));
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  });

  const find = () => items().find((item) => item.dataset.key === current);
  return {
    sync,
    /** Focuses the current item; false when the list is empty. */
    focus() {
      find()?.focus();
      return Boolean(find());
    },
    forget() {
      current = null;
    },
  };
};
