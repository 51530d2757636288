import fc from 'fast-check';
import { normaliseClass } from '../../src/domain/class-name.js';
import { CODE_ALPHABET, looksLikeCode, normaliseCode, printCode, sameCode } from '../../src/domain/code.js';
import { genderOf } from '../../src/domain/names.js';

const code = fc.string({ unit: fc.constantFrom(...CODE_ALPHABET), minLength: 8, maxLength: 8 });

describe('a personal code', () => {
  it('is read as it was printed, in small letters too', () =>
    fc.assert(
      fc.property(code, (given) => {
        expect(normaliseCode(printCode(given))).toBe(given);
        expect(normaliseCode(printCode(given).toLowerCase())).toBe(given);
      }),
    ));

  it.each([
    ['а1в2-с3d4', 'A1B2C3D4'],
    ['A1B2C3D4', 'A1B2C3D4'],
    [' A1B2 – C3D4. ', 'A1B2C3D4'],
    ['«A1B2-C3D4»', 'A1B2C3D4'],
    ['О0OoОо00', '00000000'],
    ['Il1іI111', '11111111'],
    ['МНРТ-ХУЕК', 'MHPTXYEK'],
  ])('is understood from %j', (typed, meant) => expect(normaliseCode(typed)).toBe(meant));

  it('is the same as itself and as no other', () =>
    fc.assert(fc.property(code, code, (one, other) => expect(sameCode(one, other)).toBe(one === other))));

  it.each([
    ['A1B2C3D4', 'A1B2C3D4', true],
    ['A1B2C3D4', 'A1B2C3D5', false],
    ['A1B2C3D4', 'B1B2C3D4', false],
    ['A1B2C3D4', 'A1B2C3D', false],
    ['A1B2C3D', 'A1B2C3D4', false],
  ])('%s and %s: %s', (one, other, same) => expect(sameCode(one, other)).toBe(same));

  it.each(['', 'A1B2-C3D', 'A1B2-C3D45', 'A1B2-C3DЖ', 'U1B2-C3D4', '💥'])('is not %j', (typed) =>
    expect(normaliseCode(typed)).toBeNull(),
  );

  it('stands alone in a message only when it looks like one', () => {
    expect(looksLikeCode(' A1B2-C3D4 ')).toBe(true);
    for (const words of ['тест-тест', 'мама дома', '12345678', '2026-2027 год', 'код A1B2-C3D4'])
      expect(looksLikeCode(words)).toBe(false);
  });
});

describe('a class', () => {
  it.each([
    ['5А', '5А'],
    ['5 а', '5А'],
    ['5-А', '5А'],
    ['5 «А»', '5А'],
    ['5A', '5А'],
    ['11Б', '11Б'],
    ['7', '7'],
  ])('%j is %s', (typed, name) => expect(normaliseClass(typed)).toBe(name));

  it.each(['', 'А5', '0А', '13А', '5АБ', '5Z', 'пятый'])('is not %j', (typed) =>
    expect(normaliseClass(typed)).toBeNull(),
  );
});

describe('what a text agrees with', () => {
  it.each([
    ['Петровна', 'female'],
    ['Ильинична', 'female'],
    ['Кузьминична', 'female'],
    ['Магомед-кызы', 'female'],
    ['Олегович', 'male'],
    ['Ильич', 'male'],
    ['Ахмед оглы', 'male'],
    ['', 'other'],
    ['Тлостан', 'other'],
  ])('is told by the patronymic %j: %s', (patronymic, gender) => expect(genderOf({ patronymic })).toBe(gender));
});
