import { accountRef, chatRef } from '../../../src/domain/refs.js';
import { MINUTE, SECOND } from '../../../src/domain/time.js';
import { LATELY, MOST_LATELY, type Trace } from '../../../src/domain/trace.js';
import type { Traces } from '../../../src/ports/stores.js';
import { denis, elena, type Harness, type Make, NOW, parents, promising, pupils, settlement } from './harness.js';

let keys = 0;
const trace = (id: number | string, over: Partial<Trace> = {}): Trace => ({
  message: { place: parents, id: `${id}` },
  author: denis,
  at: NOW,
  text: 'Кто потерял шарф?',
  handles: [],
  kind: 'words',
  edited: false,
  ...over,
});
/** A message that leaves its trace yet. */
const next = (over: Partial<Parameters<Traces['recent']>[0]> = {}) => ({
  chat: parents,
  author: denis,
  at: NOW,
  text: 'Кто потерял шарф?',
  ...over,
});
const leave = ({ stores, vault }: Harness, ...left: readonly Trace[]) => {
  keys += 1;
  const changes = left.map((one) => ({ put: 'trace', trace: one }) as const);
  return stores.ledger.settle(settlement(vault, `trace-${keys}`, { changes }));
};

export const traces = (make: Make) =>
  describe('traces', () => {
    const promise = promising(make);

    promise('tell what stood in the chat before a message, oldest first, in its eyes', async (harness) => {
      await leave(harness, trace(1, { at: NOW - 3 * SECOND }));
      await leave(harness, trace(2, { at: NOW - 2 * SECOND, author: elena, text: '+', kind: 'hand' }));
      await leave(harness, trace(3, { at: NOW - SECOND, text: '', kind: 'sticker' }));
      await leave(harness, trace(9, { message: { place: pupils, id: '9' } }));

      const { traces: kept } = await harness.reopen();
      expect(await kept.recent(next({ text: ' кто потерял шарф? ' }))).toEqual([
        { ago: 3 * SECOND, own: true, same: true, kind: 'words' },
        { ago: 2 * SECOND, own: false, same: false, kind: 'hand' },
        { ago: SECOND, own: true, same: false, kind: 'sticker' },
      ]);
      expect(await kept.recent(next({ chat: chatRef('memory', 3) }))).toEqual([]);
    });

    promise('leave out what is old and what came later', async (harness) => {
      await leave(harness, trace(1, { at: NOW - LATELY }), trace(2, { at: NOW - LATELY + 1 }));
      await leave(harness, trace(4, { at: NOW + SECOND }));

      const recent = await harness.stores.traces.recent(next());
      expect(recent.map(({ ago }) => ago)).toEqual([LATELY - 1]);
    });

    promise('are no more than so many of a chat, the latest', async (harness) => {
      const many = Array.from({ length: MOST_LATELY + 5 }, (_, id) => trace(id, { at: NOW - MINUTE + id }));
      await leave(harness, ...many);

      const recent = await harness.stores.traces.recent(next());
      expect(recent).toHaveLength(MOST_LATELY);
      expect(recent[0]?.ago).toBe(MINUTE - 5);
    });

    promise('find a message again by its author, the second and its words', async (harness) => {
      await leave(harness, trace(1, { at: NOW + 700 }), trace(2, { author: elena }), trace(3, { at: NOW + SECOND }));
      await leave(harness, trace(4, { text: 'Шарф нашёлся' }));

      const { traces: kept } = await harness.reopen();
      expect(await kept.written(trace('?'))).toEqual([{ place: parents, id: '1' }]);
      expect(await kept.written(trace('?', { text: 'Кто потерял зонт?' }))).toEqual([]);
      expect(await kept.written(trace('?', { author: accountRef('memory', 999) }))).toEqual([]);
    });

    promise('find every chat where the same was written in one second, each once', async (harness) => {
      await leave(harness, trace(1), trace(5, { message: { place: pupils, id: '5' } }), trace(1));

      const found = await harness.stores.traces.written(trace('?'));
      expect(found.map(({ id }) => id).sort()).toEqual(['1', '5']);
    });

    promise('tell apart pictures without words by their handles alone', async (harness) => {
      await leave(harness, trace(1, { text: '', handles: ['photo1_1', 'photo1_2'] }));
      await leave(harness, trace(2, { text: '', handles: ['photo1_3'] }), trace(3, { handles: ['photo1_4'] }));

      const { traces: kept } = harness.stores;
      expect(await kept.written(trace('?', { text: '', handles: ['photo1_2', 'photo1_1'] }))).toEqual([
        { place: parents, id: '1' },
      ]);
      expect(await kept.written(trace('?', { handles: [] }))).toEqual([{ place: parents, id: '3' }]);
    });

    promise('know what a picture looks like by its handle', async (harness) => {
      keys += 1;
      const put = (handle: string, print: string) => ({ put: 'print', handle, print, until: NOW + MINUTE }) as const;
      const changes = [put('photo1_1', 'ff00ff00ff00ff00'), put('photo1_2', '00ff00ff00ff00ff')];
      await harness.stores.ledger.settle(settlement(harness.vault, `trace-${keys}`, { changes }));

      const { traces: kept } = await harness.reopen();
      expect(await kept.prints(['photo1_2', 'photo1_3'])).toEqual(new Map([['photo1_2', '00ff00ff00ff00ff']]));
      expect(await kept.prints([])).toEqual(new Map());
    });

    promise('of changed words find the message by both, and count it once', async (harness) => {
      await leave(harness, trace(1, { at: NOW - SECOND }));
      await leave(harness, trace(1, { at: NOW - SECOND, text: 'Кто потерял зонт?', edited: true }));

      const { traces: kept } = harness.stores;
      const left = { at: NOW - SECOND };
      expect(await kept.written(trace('?', left))).toEqual([{ place: parents, id: '1' }]);
      expect(await kept.written(trace('?', { ...left, text: 'Кто потерял зонт?' }))).toHaveLength(1);
      expect(await kept.recent(next())).toHaveLength(1);
    });
  });
