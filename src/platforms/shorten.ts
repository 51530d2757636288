/** At most `limit` UTF-16 units, cut at a word. */
export const shorten = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '');
  const gap = head.search(/\s\S*$/);
  return `${(gap > limit / 2 ? head.slice(0, gap) : head).trimEnd()}…`;
};
