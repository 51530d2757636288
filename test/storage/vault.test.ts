import fc from 'fast-check';
import { CODE_ALPHABET } from '../../src/domain/code.js';
import { createVault } from '../../src/storage/vault.js';

const vault = createVault(Buffer.alloc(32, 7));
const other = createVault(Buffer.alloc(32, 8));

describe('the vault', () => {
  it('opens what it sealed, and nobody can tell two equal texts', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (plain) => vault.open(vault.seal(plain)) === plain));
    expect(vault.seal('Петров')).not.toBe(vault.seal('Петров'));
    expect(vault.seal('Петров')).toMatch(/^[\w-]+$/);
  });

  it('refuses what was sealed with another key', () => expect(() => other.open(vault.seal('Петров'))).toThrow());

  it('refuses what was altered in any byte, cut, or never sealed', () => {
    const sealed = Buffer.from(vault.seal('Петров'), 'base64url');
    for (const at of sealed.keys()) {
      const altered = Buffer.from(sealed);
      altered[at] = altered[at]! ^ 1;
      expect(() => vault.open(altered.toString('base64url'))).toThrow();
    }
    for (const text of ['', 'AQ', sealed.subarray(0, -1).toString('base64url')])
      expect(() => vault.open(text)).toThrow();
  });

  it('gives the same name to the same thing only', () => {
    expect(vault.pseudonym('a', 'vk:account:1')).toBe(vault.pseudonym('a', 'vk:account:1'));
    expect(vault.pseudonym('a', 'vk:account:1')).toMatch(/^a_[\w-]{16}$/);
    const names = [
      vault.pseudonym('a', '1'),
      vault.pseudonym('u', '1'),
      vault.pseudonym('a', '2'),
      other.pseudonym('a', '1'),
    ];
    expect(new Set(names.map((name) => name.slice(2))).size).toBe(names.length);
  });

  it('makes a code from a person and an issue, of eight readable characters', () => {
    expect(vault.code('p02', 1)).toBe(vault.code('p02', 1));
    const codes = [vault.code('p02', 1), vault.code('p02', 2), vault.code('p03', 1), other.code('p02', 1)];
    expect(new Set(codes).size).toBe(codes.length);
    for (let issue = 1; issue < 200; issue += 1) expect(vault.code('p02', issue)).toMatch(/[2-9]/);
    for (const code of codes) expect([...code].filter((letter) => CODE_ALPHABET.includes(letter))).toHaveLength(8);
  });

  it('keeps its purposes apart: a mac is not a name', () => {
    expect(vault.mac('a:1')).not.toContain(vault.pseudonym('a', '1').slice(2));
  });

  it('takes no shorter key', () => expect(() => createVault(Buffer.alloc(31))).toThrow('32 bytes'));
});
