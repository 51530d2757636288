const SVG = 'http://www.w3.org/2000/svg';

const given = (value) => value !== undefined && value !== null && value !== false;

/** An element: `on…` are listeners, the rest attributes; absent and false ones are left out. */
export const el = (tag, props = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (!given(value)) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name === 'className' ? 'class' : name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Number.POSITIVE_INFINITY).filter(given));
  return node;
};

/** A decorative drawing: whoever shows it alone gives its button a name. */
export const picture = (path) => {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', 'icon'],
    ['aria-hidden', 'true'],
    ['focusable', 'false'],
  ])
    svg.setAttribute(name, value);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
};

const renew = (old, node) => {
  const within = old.contains(document.activeElement);
  const name = within ? document.activeElement.dataset.name : undefined;
  old.replaceWith(node);
  if (!within) return;
  const heir = name === undefined ? null : node.querySelector(`[data-name="${CSS.escape(name)}"]`);
  (heir ?? node).focus({ preventScroll: true });
};

const prints = new WeakMap();

/**
 * Makes `parent` hold one node for each item, in order. A node is rebuilt only when its print changes, so that focus,
 * scrolling and what a screen reader was reading survive.
 */
export const keyed = (parent, items, { key, print, build }) => {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  let place = null;
  for (const item of items) {
    const name = String(key(item));
    const mark = print(item);
    let node = old.get(name);
    old.delete(name);
    if (!node || prints.get(node) !== mark) {
      const fresh = build(item);
      fresh.dataset.key = name;
      prints.set(fresh, mark);
      if (node) renew(node, fresh);
      node = fresh;
    }
    const after = place ? place.nextElementSibling : parent.firstElementChild;
    if (after !== node) parent.insertBefore(node, after);
    place = node;
  }
  for (const node of old.values()) node.remove();
};
