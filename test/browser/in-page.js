/** Functions that run inside the page. */

/** Texts in sight whose contrast with what is behind them is below 4.5 (WCAG AA): «3.90 "…" on .class». */
export const paleTexts = () => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    if (!canvas) throw new Error('no canvas');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, under) => {
    const share = (top[3] ?? 0) / 255;
    return [0, 1, 2].map((i) => (top[i] ?? 0) * share + (under[i] ?? 0) * (1 - share));
  };
  const behind = (element) => {
    if (!element) return rgba(getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'black' : 'white');
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 255 ? own : over(own, behind(element.parentElement));
  };
  const light = (color) => {
    const [r = 0, g = 0, b = 0] = color.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (element) => {
    const under = behind(element);
    const [a, b] = [light(over(rgba(getComputedStyle(element).color), under)), light(under)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const pale = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const [element, text] = [node.parentElement, node.textContent?.trim()];
    if (!element || !text || !element.checkVisibility({ opacityProperty: true })) continue;
    const ratio = contrast(element);
    if (ratio < 4.5) pale.push(`${ratio.toFixed(2)} "${text.slice(0, 30)}" on .${element.className}`);
  }
  return pale;
};

/** Whether anything is wider than the window. */
export const overflows = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;

export const background = () => getComputedStyle(document.body).backgroundColor;

/** Resolves when the picture is really there. */
export const decoded = (image) => image.decode().then(() => 'shown');

export const topOf = (element) => element.getBoundingClientRect().top;

/** Writes on each message, as it is put into the log, whether it is read aloud there. */
export const noteLive = () => {
  const log = document.querySelector('[role=log]');
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const row of addedNodes) row.dataset.live = log.getAttribute('aria-live');
  }).observe(log, { childList: true });
};

export const isThere = (element) => element.isConnected;

/** Whether the element is narrower than what it holds. */
export const isCut = (element) => element.scrollWidth > element.clientWidth;
