import fc from 'fast-check';
import { packPayload, unpackPayload } from '../../../src/platforms/telegram/payload.js';

const word = fc.string({ maxLength: 40 });
const payload = fc.oneof(
  fc.record({ q: word, o: fc.string({ maxLength: 24 }) }),
  fc.dictionary(fc.string({ minLength: 1, maxLength: 4 }), fc.oneof(word, fc.integer()), { maxKeys: 3 }),
);

describe('what a button of Telegram carries', () => {
  it('comes back as it went, in 64 bytes, or does not go at all', () => {
    fc.assert(
      fc.property(payload, (data) => {
        const packed = packPayload(data);
        if (packed === undefined) return;
        expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(64);
        expect(unpackPayload(packed)).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });

  it('holds a question and an option that would be too long with their names', () => {
    const data = { q: `r_${'a'.repeat(35)}`, o: 'button-yes-and-how' };

    expect(JSON.stringify(data).length).toBeGreaterThan(64);
    expect(unpackPayload(packPayload(data) ?? '')).toEqual(data);
  });

  it('is nothing of ours when somebody else’s', () => {
    for (const words of ['да', '{', '{"q"', 'a\tb\tc', '']) expect(unpackPayload(words)).toBeUndefined();
  });
});
