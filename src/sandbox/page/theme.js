const NEXT = { auto: 'light', light: 'dark', dark: 'auto' };
const KEPT = 'dezhurny-theme';

const wear = (theme) => {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
};

const kept = () => {
  const theme = localStorage.getItem(KEPT);
  return theme !== null && theme in NEXT ? theme : 'auto';
};

/** As the system is set, or always light, or always dark; remembered in this browser. */
export const theme = {
  now: kept,
  start: () => wear(kept()),
  next: () => {
    const theme = NEXT[kept()];
    localStorage.setItem(KEPT, theme);
    wear(theme);
    return theme;
  },
};
