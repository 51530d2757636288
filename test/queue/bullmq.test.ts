import { DAY } from '../../src/domain/time.js';
import { createBroker, freeOrphans } from '../../src/queue/bullmq/broker.js';
import { bullIntake } from '../../src/queue/bullmq/intake.js';
import { bullWakeUps } from '../../src/queue/bullmq/wake-ups.js';
import { PARTITIONS } from '../../src/queue/partition.js';
import { dailyKeys } from '../../src/storage/redis/daily-keys.js';
import { happening, queueContract } from '../contracts/queue.js';
import { connect, freshShelf } from '../world/redis.js';
import { until } from '../world/until.js';

const open = async (now?: () => number) => {
  const shelf = await freshShelf();
  const raw = await connect(0);
  const troubles: string[] = [];
  const broker = createBroker(raw, shelf.keys.queues, (error) => void troubles.push(error.message));
  const cipher = dailyKeys(shelf);
  const lost: string[] = [];
  const intake = bullIntake({
    broker,
    cipher,
    jobId: (id) => shelf.vault.pseudonym('m', id),
    onLost: async (job) => void lost.push(job),
    ...(now && { now }),
  });
  const wakeUps = bullWakeUps(broker);
  await intake.prepare(false);
  const close = async () => {
    await Promise.all([intake.close(), wakeUps.close()]);
    raw.destroy();
    shelf.redis.destroy();
  };
  return { shelf, raw, broker, cipher, intake, wakeUps, troubles, lost, close };
};

queueContract('BullMQ', async () => {
  const { intake, wakeUps, close } = await open();
  return { intake, wakeUps, close, until: (done) => until('the queue did its work', done) };
});

describe('BullMQ on node-redis', () => {
  it('still adds many jobs at once after Redis has forgotten its scripts', async () => {
    const { intake, raw, close } = await open();
    await intake.put([happening('a'), happening('b')]);
    await raw.sendCommand(['SCRIPT', 'FLUSH']);
    raw.emit('ready');
    await until('the scripts are back', async () => {
      try {
        await intake.put([happening('c'), happening('d')]);
        return true;
      } catch {
        return false;
      }
    });
    expect(await intake.length()).toBe(4);
    await close();
  });

  it('gives the job of a dead worker back at once to a sole owner', async () => {
    const { intake, raw, broker, shelf, close } = await open();
    await intake.put([happening('a')]);
    const queue = Number(
      (
        await Promise.all([...Array(PARTITIONS).keys()].map((at) => raw.lLen(broker.key(`intake-${at}`, 'wait'))))
      ).indexOf(1),
    );
    const name = `intake-${queue}`;
    // What a killed worker leaves behind: the job among the active ones, under a lock of its own.
    const id = shelf.vault.pseudonym('m', 'a');
    await raw.lMove(broker.key(name, 'wait'), broker.key(name, 'active'), 'RIGHT', 'LEFT');
    await raw.set(broker.key(name, id, 'lock'), 'dead', { PX: 60_000 });

    expect(await freeOrphans(broker, name)).toBe(1);

    const got: string[] = [];
    const stop = await intake.work(async ({ update }) => void got.push(update.id));
    await until('the job ran', () => got.length === 1);
    await stop();
    await close();
  });

  it('hands over again, in order, what a worker failed to handle', async () => {
    const { intake, close } = await open();
    await intake.put([happening('a'), happening('b'), happening('c')]);
    const got: string[] = [];
    let failed = false;
    const stop = await intake.work(async ({ update }) => {
      if (!failed) {
        failed = true;
        throw new Error('weather');
      }
      got.push(update.id);
    });
    await until('all were handled', () => got.length === 3);
    await stop();
    expect(got).toEqual(['a', 'b', 'c']);
    await close();
  });

  it('keeps job data unreadable, and destroys the key of a day', async () => {
    const monday = Date.UTC(2026, 8, 7, 12);
    const { intake, cipher, shelf, raw, broker, close } = await open(() => monday);
    await intake.put([happening('тайна')]);
    const jobs = await raw.keys(`${broker.key('intake-*')}:m_*`);
    const data = (await raw.hGet(jobs[0] ?? '', 'data')) ?? '';
    expect(data).not.toContain('тайна');
    const sealed = String(JSON.parse(data).c);
    expect(await cipher.open(sealed)).toContain('тайна');

    expect(await cipher.destroyOld(monday + DAY)).toBe(0);
    expect(await cipher.destroyOld(monday + 2 * DAY)).toBe(1);

    await expect(dailyKeys(shelf).open(sealed)).rejects.toThrow('destroyed');
    await close();
  });

  it('gives up, and says so, an update whose key was destroyed: the chat goes on', async () => {
    const monday = Date.UTC(2026, 8, 7, 12);
    const { intake, cipher, shelf, lost, close } = await open(() => monday);
    await intake.put([happening('a')]);
    await cipher.destroyOld(monday + 2 * DAY);
    await intake.put([happening('b')]);

    const got: string[] = [];
    const stop = await intake.work(async ({ update }) => void got.push(update.id));
    await until('the next one was handled', () => got.length === 1);
    await stop();

    expect(got).toEqual(['b']);
    expect(lost).toEqual([shelf.vault.pseudonym('m', 'a')]);
    await close();
  });

  it('reads what was set aside for days: it is sealed with the key of the day it comes back on', async () => {
    const monday = Date.UTC(2026, 8, 7, 12);
    const { intake, cipher, close } = await open(() => monday + 3 * DAY);
    await intake.put([{ ...happening('a'), received: monday, attempt: 9 }]);
    await cipher.destroyOld(monday + 3 * DAY);

    const got: number[] = [];
    const stop = await intake.work(async ({ received }) => void got.push(received));
    await until('it was handled', () => got.length === 1);
    await stop();
    expect(got).toEqual([monday]);
    await close();
  });
});
