import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { CODE_ALPHABET, CODE_LENGTH } from '../domain/code.js';
import type { Vault } from '../ports/vault.js';

/** First byte of every sealed text: which key it was sealed with. */
const KEY_ID = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;
/** 96 bits: no two names meet in any school. */
const PSEUDONYM_BYTES = 12;

const seal = (key: Buffer, plain: string): string => {
  const id = Buffer.of(KEY_ID);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(id);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([id, iv, cipher.getAuthTag(), body]).toString('base64url');
};

const open = (key: Buffer, sealed: string): string => {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < HEAD_BYTES || bytes[0] !== KEY_ID)
    throw new Error('sealed with another key, or not sealed at all');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(bytes.subarray(0, 1))
    .setAuthTag(bytes.subarray(1 + IV_BYTES, HEAD_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES)), decipher.final()]).toString('utf8');
};

/** The first bits, five to a character. */
const base32 = (bytes: Buffer, length: number): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_, at) =>
    CODE_ALPHABET.charAt(Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)),
  ).join('');
};

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** By its digit a code is told from a word, wherever it is typed: one that no letter is mistaken for. */
const codeOf = (key: Buffer, of: string): string => {
  for (let turn = 0; ; turn += 1) {
    const code = base32(hmac(key, turn === 0 ? of : `${of}|${turn}`), CODE_LENGTH);
    if (/[2-9]/.test(code)) return code;
  }
};

/** Chats and accounts are named many times with every message: so many names are remembered. */
const MOST_NAMES = 10_000;

const remembering = (name: Vault['pseudonym']): Vault['pseudonym'] => {
  const known = new Map<string, string>();
  return (kind, value) => {
    if (kind !== 'a' && kind !== 'c') return name(kind, value);
    const found = known.get(`${kind}${value}`);
    if (found !== undefined) return found;
    if (known.size >= MOST_NAMES) known.clear();
    const made = name(kind, value);
    known.set(`${kind}${value}`, made);
    return made;
  };
};

/** @param master 32 bytes; every purpose has its own key made from it. */
export const createVault = (master: Uint8Array): Vault => {
  if (master.length !== 32) throw new Error('the master key is not 32 bytes long');
  const subkey = (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', `dezhurny ${purpose}`, 32));
  const keys = {
    seal: subkey('seal'),
    evidence: subkey('evidence'),
    name: subkey('pseudonym'),
    mac: subkey('journal'),
    code: subkey('code'),
  };
  return {
    seal: (plain, of) => seal(keys[of ?? 'seal'], plain),
    open: (sealed, of) => open(keys[of ?? 'seal'], sealed),
    pseudonym: remembering(
      (kind, value) =>
        `${kind}_${hmac(keys.name, `${kind}:${value}`).subarray(0, PSEUDONYM_BYTES).toString('base64url')}`,
    ),
    mac: (text) => hmac(keys.mac, text).toString('base64url'),
    code: (person, issue) => codeOf(keys.code, `${person}|${issue}`),
  };
};
