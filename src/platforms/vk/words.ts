const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', apos: "'", nbsp: '\u00a0' };
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(lt|gt|quot|amp|apos|nbsp));/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const letter = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');

/** Text as its author sees it: VK escapes markup, and a client may send half a surrogate pair. */
export const clean = (text: string): string =>
  text
    .replace(ENTITY, (_, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? '';
      return letter(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
    })
    .replace(LONE_SURROGATE, '\ufffd');
