import { resolveForwarded } from '../../src/app/forwarded.js';
import { tracesOf } from '../../src/app/traces.js';
import type { Chat } from '../../src/domain/chat.js';
import type { Message, Quoted } from '../../src/domain/message.js';
import { accountRef, type ChatRef, chatRef } from '../../src/domain/refs.js';
import { DAY, HOUR, SECOND } from '../../src/domain/time.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';

const NOW = Date.UTC(2026, 8, 9, 9, 0);
const denis = accountRef('memory', 102);
const parents = chatRef('memory', 1);
const pupils = chatRef('memory', 2);
const unregistered = chatRef('memory', 3);

const registered = (ref: ChatRef): Chat => ({
  ref,
  kind: 'class_parents',
  class: '5А',
  mode: 'act',
  registered: { by: 'k01', at: NOW - DAY },
});

const message = (id: string, over: Partial<Message> = {}, place: ChatRef = parents): Message => ({
  ref: { place, id },
  author: denis,
  at: NOW - HOUR,
  text: 'Кто потерял шарф?',
  attachments: [],
  forwarded: [],
  ...over,
});

/** What a messenger keeps of a forwarded message: the second, and no place. */
const forwarded = ({ author, at, written, text, attachments }: Message): Quoted => ({
  author,
  at: Math.floor((written ?? at) / SECOND) * SECOND,
  text,
  attachments,
  forwarded: [],
});

/** A school in whose chats these messages were written; an edited one has a `written`. */
const school = async (...messages: readonly Message[]) => {
  const stores = createMemoryStores(createVault(Buffer.alloc(32, 3)));
  for (const ref of [parents, pupils]) await stores.chats.put(registered(ref));
  const updates = messages.map((one, at) => {
    const edited = one.written !== undefined;
    return { kind: 'message', id: `${at}`, key: `${at}`, at: one.at, edited, message: one } as const;
  });
  const entry = { id: 'n:1', at: NOW, kind: 'note', detail: 'written' } as const;
  const changes = updates.flatMap((update) => tracesOf(update, NOW));
  await stores.ledger.settle({ key: '1', entry, changes, rows: [], chain: 'p0' });
  return (quoted: Quoted, now = NOW) => resolveForwarded({ now, chats: stores.chats, traces: stores.traces }, quoted);
};

describe('a message that was forwarded to the bot', () => {
  const scarf = message('1', { at: NOW - HOUR + 300 });

  it('is found by its author, its second and its words', async () => {
    const find = await school(scarf, message('2', { text: 'Шарф нашёлся' }));
    expect(await find(forwarded(scarf))).toEqual({ found: 'one', message: scarf.ref, chat: registered(parents) });
  });

  it('is asked about when the same was written in two chats in one second', async () => {
    const find = await school(scarf, message('7', {}, pupils));
    expect(await find(forwarded(scarf))).toEqual({
      found: 'several',
      candidates: [
        { message: scarf.ref, chat: registered(parents) },
        { message: { place: pupils, id: '7' }, chat: registered(pupils) },
      ],
    });
  });

  it('is found with its changed words and with those before, by the time it was written first', async () => {
    const changed = message('1', { at: NOW, written: scarf.at, text: 'Кто потерял зонт?' });
    const find = await school(scarf, changed);
    for (const one of [scarf, changed])
      expect(await find(forwarded(one))).toMatchObject({ found: 'one', message: { place: parents, id: '1' } });
  });

  it('without words is found by its pictures', async () => {
    const shown = (id: string, handle: string) =>
      message(id, { text: '', attachments: [{ kind: 'photo', words: [], handle }] });
    const find = await school(shown('1', 'photo1_1'), shown('2', 'photo1_2'));
    expect(await find(forwarded(shown('?', 'photo1_2')))).toMatchObject({ found: 'one', message: { id: '2' } });
  });

  it('is not found when it is two days old, of a hidden author, of a chat nobody registered, or made up', async () => {
    const elsewhere = message('9', { text: 'Тут' }, unregistered);
    const find = await school(scarf, elsewhere);
    const { author: _hidden, ...authorless } = forwarded(scarf);
    expect(await find(forwarded(scarf), scarf.at + 2 * DAY - HOUR)).toMatchObject({ found: 'one' });
    expect(await find(forwarded(scarf), scarf.at + 2 * DAY)).toEqual({ found: 'none' });
    expect(await find(authorless)).toEqual({ found: 'none' });
    expect(await find(forwarded(elsewhere))).toEqual({ found: 'none' });
    expect(await find(forwarded({ ...scarf, text: 'Я украл шарф' }))).toEqual({ found: 'none' });
  });

  it('that is answered in its chat is known by its number, however old', async () => {
    const find = await school();
    const answered = { ...forwarded(scarf), id: '1', place: parents };
    expect(await find(answered, NOW + 30 * DAY)).toMatchObject({ found: 'one', message: scarf.ref });
    expect(await find({ ...answered, place: unregistered })).toEqual({ found: 'none' });
  });
});
