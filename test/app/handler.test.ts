import type { Thought } from '../../src/app/thought.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import { timerUpdate } from '../../src/domain/update.js';
import { author, chat, decided, failing, message, NOON, open, storm } from './handler.js';

describe('an update in hand', () => {
  it('leaves one entry with its times, its changes, its rows and a wake-up', async () => {
    const { handle, journal, take, stores, seen } = open();

    await handle(message);

    expect(await journal()).toMatchObject([
      {
        kind: 'verdict',
        what: 'message',
        decision: 'delete',
        times: { written: NOON - SECOND, received: NOON, begun: NOON },
      },
    ]);
    expect((await stores.people.facts(author, chat)).noticedUntil).toBe(NOON + MINUTE);
    expect((await take()).map(({ action, queued }) => [action.do, queued])).toEqual([['delete', NOON]]);
    expect((await take()).map(({ action }) => action.do)).toEqual(['send']);
    expect(seen.wakes).toBe(1);
  });

  it('handled a second time changes nothing, and is not even decided', async () => {
    const { handle, journal, take, seen } = open();
    await handle(message);

    await handle(message);
    await handle({ ...message, update: { ...message.update, id: 'event-2' } });

    expect(seen.decisions).toBe(1);
    expect(await journal()).toHaveLength(1);
    expect(await take()).toHaveLength(1);
    expect(await take()).toHaveLength(1);
    expect(await take()).toEqual([]);
  });

  it('sets a timer that is done although another was done at this very moment already', async () => {
    const timer = { key: 'pass:1', at: NOON, job: 'pass', data: {} };
    const setting: Thought = { ...decided, actions: [], changes: [{ put: 'timer', timer }] };
    const { stores, handle } = open({
      decide: async ({ update }) =>
        update.kind === 'timer' ? { ...setting, changes: [{ put: 'fired', timer: update.timer }] } : setting,
    });
    const again = { ...message, update: { ...message.update, id: 'event-2', key: 'message-2' } };

    for (const one of [message, again]) {
      await handle(one);
      const [due, ...others] = await stores.timers.due(NOON, 10);
      expect([due?.key, others]).toEqual(['pass:1', []]);
      if (due) await handle({ update: timerUpdate(due), received: NOON });
      expect(await stores.timers.due(NOON, 10)).toEqual([]);
    }
  });

  it('whose write was done but whose answer was lost is not written twice', async () => {
    const { stores, ...rest } = open();
    const lost = failing(1, storm, async () => 'never' as const);
    const settle: typeof stores.ledger.settle = async (settlement) => {
      const ended = await stores.ledger.settle(settlement);
      await lost();
      return ended;
    };
    const { handle } = open({ ledger: { ...stores.ledger, settle } });

    await handle(message);

    expect(await rest.journal()).toHaveLength(1);
    expect(await rest.take()).toHaveLength(1);
  });

  it('writes the verdict and its rows together, or neither', async () => {
    const { stores, journal, take } = open();
    const settle = failing(100, storm, stores.ledger.settle);
    const { handle } = open({ ledger: { ...stores.ledger, settle } });

    await handle(message);

    expect((await journal()).map(({ kind }) => kind)).toEqual(['parked']);
    expect(await take()).toEqual([]);
    expect((await stores.people.facts(author, chat)).noticedUntil).toBe(0);
  });

  it('is settled when only the wake-up failed: the outbox finds its rows', async () => {
    const { stores, journal } = open();
    const wake = async () => {
      throw storm;
    };
    const { handle, seen } = open({ ledger: stores.ledger, wakeUps: { wake } });

    await handle(message);

    expect(await journal()).toHaveLength(1);
    expect(seen.decisions).toBe(1);
    expect(await stores.ledger.nextDue()).toBe(NOON);
  });

  it('is decided anew when the code it rests on was spent meanwhile', async () => {
    const { stores, journal } = open();
    await stores.codes.issue([{ code: 'AAAAAAAA', person: 'p02', issue: 1, until: NOON + MINUTE }]);
    const use: Thought = { ...decided, because: 'linked', changes: [{ put: 'used-code', code: 'AAAAAAAA', at: NOON }] };
    const rival = { id: 'n:rival', at: NOON, kind: 'note', detail: 'rival' } as const;
    const { handle } = open({
      ledger: stores.ledger,
      decide: async () => {
        if ((await stores.codes.whose('AAAAAAAA', NOON)) === undefined)
          return { ...decided, because: 'wrong', changes: [] };
        // Another dialog is faster.
        await stores.ledger.settle({ key: 'rival', entry: rival, changes: use.changes, rows: [], chain: 'other' });
        return use;
      },
    });

    await handle(message);

    expect((await journal()).map((entry) => (entry.kind === 'verdict' ? entry.because : entry.kind)).sort()).toEqual([
      'note',
      'wrong',
    ]);
  });

  it('that is a gap is journaled as one, with its numbers', async () => {
    const { handle, journal } = open({
      decide: async () => ({ ...decided, because: 'gap', actions: [], changes: [] }),
    });

    await handle({ update: { kind: 'gap', id: 'g', key: 'g', at: NOON, chat, from: 8, to: 12 }, received: NOON });

    expect(await journal()).toMatchObject([{ kind: 'gap', from: 8, to: 12 }]);
  });
});
