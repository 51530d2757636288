import fc from 'fast-check';
import { endAt, normalise, originalSpan, startAt } from '../../src/moderation/normalise.js';
import { subjectOf } from '../../src/moderation/subject.js';

const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
const typed = fc.string({ unit: fc.constantFrom(...'абвеёийхпзд axyu019*.-@!\u0301\u0306\u200b🔥\ud83d') });

describe('what a reader sees', () => {
  it.each([
    ['small letters, ё as е', 'Ёжик ЖДЁТ', 'ежик ждет'],
    ['Greek, wide, bold and other Cyrillic letters', 'πоле ｏｒ 𝐚 ѧ', 'поле or a я'],
    ['accents and strokes gone', 'а\u0336б\u0301в\u0489', 'абв'],
    ['й typed as и with a breve', 'мои\u0306', 'мой'],
    ['nothing invisible', 'с\u200bл\u2060о\u00adв\u202eо\ufeff', 'слово'],
    ['stretched letters once, doubled ones kept', 'тааааак длинно', 'так длинно'],
    ['letters in boxes', '🅰🅱', 'ab'],
    ['an ellipsis as three dots', 'х…', 'х...'],
    ['a picture for what is no letter', 'а🔥б\ud800', 'а□б□'],
  ])('%s', (_, original, seen) => expect(normalise(original).text).toBe(seen));
});

describe('offsets', () => {
  it('lead back to the original letters, whatever stands between', () => {
    const original = '🔥 Я\u200b ви\u0306жу ССССлово';
    const normal = normalise(original);
    const at = normal.text.indexOf('слово');
    const { start, end } = originalSpan(normal, at, at + 5);
    expect(original.slice(start, end)).toBe('ССССлово');
  });

  it.each([
    ['any UTF-16 at all', anyText],
    ['what people type', typed],
  ])('rise within the text and never cut a pair in two: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (original) => {
        const normal = normalise(original);
        for (let i = 0; i < normal.text.length; i++) {
          const [start, end] = [startAt(normal, i), endAt(normal, i)];
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(i === 0 ? 0 : startAt(normal, i - 1));
          expect(end).toBeLessThanOrEqual(original.length);
          // A cut would leave a half that the whole text does not have there.
          expect(original.codePointAt(start)).toBe([...original.slice(start)][0]?.codePointAt(0));
        }
      }),
    );
  });

  it('of plain Russian are the offsets themselves', () => {
    const plain = fc.stringMatching(/^(?:[а-яА-Я]{1,2} ){0,20}$/);
    fc.assert(
      fc.property(plain, (original) => {
        const normal = normalise(original);
        fc.pre(normal.text.length === original.length);
        expect([...original].map((_, i) => startAt(normal, i))).toEqual([...original].map((_, i) => i));
      }),
    );
  });
});

describe('folding', () => {
  it.each([
    ['any UTF-16 at all', anyText],
    ['what people type', typed],
  ])('what was folded changes nothing: %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (original) => {
        const { text } = normalise(original);
        expect(normalise(text).text).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('readings', () => {
  it('name for each letter a unit that stands in the text', () => {
    fc.assert(
      fc.property(typed, (original) => {
        const { normal, words } = subjectOf(original);
        for (const { text, from, units } of words) {
          const last = units?.at(-1) ?? from + text.length - 1;
          expect(units?.length ?? text.length).toBe(text.length);
          expect(last).toBeLessThan(normal.text.length);
        }
      }),
    );
  });
});
