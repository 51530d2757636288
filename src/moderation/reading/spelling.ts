/** What is put in place of a Russian letter because it looks like it. */
const DRAWN: Readonly<Record<string, string>> = {
  а: 'a@4',
  б: 'b6',
  в: 'vwb8',
  г: 'gr',
  д: 'dg',
  е: 'e3э€',
  ж: 'j',
  з: 'z3',
  и: 'iu1!y',
  й: 'uyji',
  к: 'k',
  л: 'l1',
  м: 'm',
  н: 'nh',
  о: 'o0',
  п: 'pn',
  р: 'pr',
  с: 'cs$5',
  т: 'tm7',
  у: 'yu',
  ф: 'f',
  х: 'xh',
  ц: 'c',
  ч: '4',
  ш: 'w',
  щ: 'w',
  ы: 'y',
  ь: "b'",
  э: '3e',
  я: '9r',
};

/** A pattern of Russian letters → the same pattern that also takes what is drawn like them. Lookarounds stay. */
export const drawn = (pattern: string): string =>
  pattern.replace(/[а-я]/g, (letter) => {
    const others = DRAWN[letter];
    return others === undefined ? letter : `[${letter}${others}]`;
  });
