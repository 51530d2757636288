import { setImmediate } from 'node:timers/promises';
import { type IngestDeps, ingest } from '../../src/app/ingest.js';
import { accountRef, chatRef } from '../../src/domain/refs.js';
import type { Intake } from '../../src/domain/update.js';
import { BOT, createMemoryPlatform, people } from '../../src/platforms/memory/index.js';
import { silence } from '../scenarios/engine.js';

const NOON = Date.UTC(2026, 8, 9, 9, 0);
const author = accountRef('memory', 102);
const chat = chatRef('memory', 1);

const open = (over: Partial<IngestDeps> = {}) => {
  const platform = createMemoryPlatform({ now: () => NOON });
  platform.world.chat({ id: 1, members: [author, BOT], admins: [BOT] });
  const got: Intake[] = [];
  const stopping = new AbortController();
  const deps: IngestDeps = {
    platform,
    intake: { put: async (intakes) => void got.push(...intakes) },
    clock: { now: () => NOON },
    pause: () => setImmediate(),
    obstacle: () => undefined,
    watch: silence,
    ...over,
  };
  const listening = ingest(deps, stopping.signal);
  const says = (words: string) => people.post(platform.world, author, chat, words);
  const until = async (done: () => boolean) => {
    for (let turns = 0; !done(); turns += 1) {
      if (turns > 1_000) throw new Error('never');
      await setImmediate();
    }
  };
  return { platform, got, stopping, listening, says, until };
};
const words = (got: readonly Intake[]) =>
  got.map(({ update }) => (update.kind === 'message' ? update.message.text : update.kind));

describe('updates on their way into the queue', () => {
  it('come in order, with the moment they were queued', async () => {
    const { got, says, until, stopping, listening } = open();
    for (const text of ['раз', 'два', 'три']) says(text);
    await until(() => got.length === 3);

    stopping.abort();
    await listening;

    expect(words(got)).toEqual(['раз', 'два', 'три']);
    expect(got.map(({ received }) => received)).toEqual([NOON, NOON, NOON]);
  });

  it('wait while the queue is away, and none is lost or overtaken', async () => {
    let away = 5;
    const got: Intake[] = [];
    const put = async (intakes: readonly Intake[]) => {
      away -= 1;
      if (away >= 0) throw new Error('Redis is away');
      got.push(...intakes);
    };
    const { says, until, stopping, listening } = open({ intake: { put } });
    says('раз');
    await until(() => away <= 3);
    says('два');
    await until(() => got.length === 2);

    stopping.abort();
    await listening;

    expect(words(got)).toEqual(['раз', 'два']);
  });

  it('stay with the messenger while nothing may be taken in', async () => {
    let full = true;
    let looks = 0;
    const obstacle = () => {
      looks += 1;
      return full ? 'the disk is full' : undefined;
    };
    const { got, says, until, stopping, listening } = open({ obstacle });
    says('раз');
    await until(() => looks > 3);
    expect(got).toEqual([]);

    full = false;
    await until(() => got.length === 1);
    stopping.abort();
    await listening;
  });

  it('do not keep the program from stopping, though the queue never answers', async () => {
    let asked = false;
    const put = () => {
      asked = true;
      return new Promise<void>(() => {});
    };
    const { says, until, stopping, listening } = open({ intake: { put } });
    says('раз');
    await until(() => asked);

    stopping.abort();

    let ended = false;
    void listening.then(() => {
      ended = true;
    });
    await until(() => ended);
  });
});
