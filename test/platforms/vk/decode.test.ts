import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Quoted } from '../../../src/domain/message.js';
import { shorten } from '../../../src/platforms/shorten.js';
import { decode, decodeMessage } from '../../../src/platforms/vk/decode.js';
import { clean } from '../../../src/platforms/vk/words.js';

const GROUP = 123456;
const NOW = 1_790_000_123_000;
const folder = join(__dirname, '../../fixtures/vk');

const message = (more: object) => ({
  type: 'message_new',
  event_id: 'e',
  object: { message: { peer_id: 2_000_000_001, from_id: 7, conversation_message_id: 1, date: 1, version: 1, ...more } },
});
const at = { group: GROUP, now: NOW };
const textOf = (raw: unknown) => {
  const update = decode(raw, at);
  return typeof update === 'object' && update.kind === 'message' ? update.message.text : update;
};

/** Each recording is one event in the shape VK documents, and what it means to us. To add a case, add a file. */
describe('VK recordings', () => {
  it.each(readdirSync(folder))('%s', (file) => {
    const { raw, means } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { raw: unknown; means: unknown };

    expect(decode(raw, at)).toEqual(means);
  });
});

describe('a hostile event', () => {
  const depthOf = (quoted: readonly Quoted[]): number =>
    quoted.length === 0 ? 0 : 1 + Math.max(...quoted.map(({ forwarded }) => depthOf(forwarded)));
  const nested = (levels: number): object =>
    levels === 0 ? { text: 'дно' } : { text: `${levels}`, fwd_messages: [nested(levels - 1)] };

  it.each([
    [45, 45],
    [44, 44],
    [1_000, 45],
  ])('with forwards %d levels deep is read to level %d', (levels, read) => {
    const update = decode(message({ fwd_messages: [nested(levels - 1)] }), at);

    expect(typeof update === 'object' && update.kind === 'message' && depthOf(update.message.forwarded)).toBe(read);
  });

  it('with 100,000 characters is read whole', () => {
    expect(textOf(message({ text: 'ё'.repeat(100_000) }))).toHaveLength(100_000);
  });

  it('without text has an empty one', () => {
    expect(textOf(message({}))).toBe('');
    expect(textOf(message({ text: null }))).toBe('');
  });

  it('never throws, whatever it is', () => {
    const type = fc.constantFrom('message_new', 'message_edit', 'message_event', 'message_allow', 'odd');
    const part = {
      text: fc.anything(),
      payload: fc.anything(),
      attachments: fc.anything(),
      fwd_messages: fc.anything(),
    };
    const more = fc.record({ ...part, reply_message: fc.anything(), action: fc.anything() });
    fc.assert(
      fc.property(type, more, fc.anything(), (name, fields, object) => {
        decode({ type: name, event_id: 'e', object }, at);
        expect(typeof decode({ ...message(fields), type: name }, at)).toMatch(/string|object/);
      }),
    );
  });

  it('with any text leaves well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(0xffff), (text, unit) => {
        const read = String(textOf(message({ text: `${text}${String.fromCharCode(unit)}` })));
        expect(/\p{Surrogate}/u.test(read)).toBe(false);
      }),
    );
  });
});

describe('a message that was fetched', () => {
  const raw = message({ text: 'привет' }).object.message;

  it('has the key of the event that was lost, and an id of its own', () => {
    const told = decode({ ...message({ text: 'привет' }) }, at);
    const fetched = decodeMessage(raw, GROUP);

    expect(fetched).toMatchObject({ id: 'vk-gap-2000000001-1-1', key: 'vk/2000000001/1/1', edited: false });
    expect(fetched).toMatchObject({ key: (told as { key: string }).key });
  });

  it('is none when it was deleted since', () => {
    expect(decodeMessage({ ...raw, deleted: 1 }, GROUP)).toBe('deleted');
  });

  it('is known to be edited by its time of edit', () => {
    expect(decodeMessage({ ...raw, update_time: 2 }, GROUP)).toMatchObject({ edited: true });
  });
});

describe('words', () => {
  it.each([
    ['&amp;lt;', '&lt;'],
    ['&lt;b&gt; &quot;x&quot; &#39;y&#x27;', '<b> "x" \'y\''],
    ['&#1093;&#1091;', 'ху'],
    ['&unknown; & &#0; &#99999999;', '&unknown; & \ufffd &#99999999;'],
    ['😀 \ud83d', '😀 \ufffd'],
  ])('%j are read as %j', (raw, read) => expect(clean(raw)).toBe(read));

  it.each([
    ['коротко', 90, 'коротко'],
    ['слово за слово', 10, 'слово за…'],
    ['оченьдлинноеслово', 8, 'оченьдл…'],
    ['123456😀9', 8, '123456…'],
  ])('%j in %d is %j', (text, limit, short) => {
    expect(shorten(text, limit)).toBe(short);
    expect(shorten(text, limit).length).toBeLessThanOrEqual(limit);
  });
});
