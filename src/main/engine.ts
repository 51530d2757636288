import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { commands } from '../../commands/index.js';
import { createDecide } from '../app/decide-update.js';
import { beginUnread } from '../app/editions-unread.js';
import { writesAbroad } from '../app/foreign.js';
import { createGather } from '../app/gather.js';
import { chainName, createHandler } from '../app/handle-update.js';
import { takeBack } from '../app/ingest.js';
import { beginDaily } from '../app/jobs/begin.js';
import { jobs } from '../app/jobs/index.js';
import { createLooking } from '../app/looking.js';
import { createOutbox } from '../app/outbox.js';
import { fireDue } from '../app/timers.js';
import { createDocuments } from '../documents/index.js';
import type { Chat } from '../domain/chat.js';
import { type AccountRef, type PlatformName, SCHOOL } from '../domain/refs.js';
import { DAY, HOUR, MINUTE, SECOND } from '../domain/time.js';
import { orderOf } from '../domain/update.js';
import { describe } from '../log.js';
import { createPictures } from '../pictures/index.js';
import { createPersonCalls } from '../platforms/vk/person-calls.js';
import { type Platform, simulated } from '../ports/platform.js';
import type { Watch } from '../ports/watch.js';
import { createBroker } from '../queue/bullmq/broker.js';
import { bullIntake } from '../queue/bullmq/intake.js';
import { bullWakeUps } from '../queue/bullmq/wake-ups.js';
import { partitionOf } from '../queue/partition.js';
import { dailyKeys } from '../storage/redis/daily-keys.js';
import { among } from './among.js';
import { createMirror } from './mirror-settings.js';
import { textReader } from './pictures.js';
import type { Open } from './store.js';

const clock = { now: Date.now };
/** How often lost wake-ups, retries and updates set aside are looked for. */
const LOOK_AGAIN = SECOND;
const JOURNAL_KEPT = 365 * DAY;
/** How long calls on their way may take when stopping. */
const LAST_CALLS = 5 * SECOND;

/** Queues of this process over the school's Redis. */
export const openQueues = async (open: Open) => {
  const raw = await open.provision.connect({ timeout: 0, onTrouble: open.onTrouble });
  const broker = createBroker(raw, open.shelf.keys.queues, open.onTrouble);
  const cipher = dailyKeys(open.shelf);
  const intake = bullIntake({
    broker,
    cipher,
    jobId: (id) => open.vault.pseudonym('m', id),
    onLost: async (job, partition, error) => {
      const entry = { id: `n:lost:${job}`, at: clock.now(), kind: 'note', update: job, detail: 'unreadable' } as const;
      await open.stores.journal.append(chainName(partition), entry);
      open.log.error({ update: job, error: describe(error) }, 'an update could not be read any more and was given up');
    },
  });
  const wakeUps = bullWakeUps(broker);
  const { sole } = open.provision;
  await Promise.all([intake.prepare(sole), wakeUps.prepare(sole)]);
  if (sole) await open.stores.ledger.freeLeases();
  return {
    intake,
    wakeUps,
    cipher,
    close: async () => {
      await Promise.all([intake.close(), wakeUps.close()]);
      raw.destroy();
    },
  };
};
export type Queues = Awaited<ReturnType<typeof openQueues>>;

export interface EngineOptions {
  readonly open: Open;
  readonly queues: Queues;
  readonly platforms: readonly Platform[];
  readonly selves: readonly AccountRef[];
  readonly defaultMode: Chat['mode'];
  readonly watch: Watch;
}

const bothWays = (platforms: readonly Platform[]) =>
  Object.fromEntries(
    platforms.map((platform) => [platform.name, { messenger: platform, simulation: simulated(platform) }]),
  ) as Partial<Record<PlatformName, { messenger: Platform; simulation: Platform }>>;

/** The part that decides and acts. Returns how to stop it. */
export const startWorking = async ({ open, queues, platforms, selves, defaultMode, watch }: EngineOptions) => {
  const { stores, vault, say, policy, config } = open;
  const decide = createDecide({
    stores,
    policy,
    ...open.beginning,
    commands,
    jobs,
    defaultMode,
    zone: config.TIME_ZONE,
    self: (account) => selves.includes(account),
    say,
    documents: createDocuments({ say, locale: config.LOCALE, timeZone: config.TIME_ZONE }),
    ...(config.VK_USER_TOKEN && {
      calls: createPersonCalls({ token: config.VK_USER_TOKEN, apiUrl: config.VK_API_URL }),
    }),
    code: vault.code,
    nameOf: (words) => vault.pseudonym('r', words),
    messenger: among(platforms),
  });
  const stopping = new AbortController();
  const quiet = (error: unknown): void => {
    if (!stopping.signal.aborted) watch.weather('outbox', error);
  };
  const run = (): Promise<void> => outbox.run(stopping.signal).catch(quiet);
  // What this process writes it carries out itself, without a detour; the queue of wake-ups is for rows nobody attends.
  const wake = async () => void run();
  const fire = () => fireDue(stores.timers, queues.intake, clock.now());
  const outbox = createOutbox({
    ledger: stores.ledger,
    platforms: bothWays(platforms),
    wake,
    fire,
    clock,
    pause,
    owner: randomUUID(),
    watch,
  });

  const pictures = createPictures(textReader(config));
  const looking = createLooking({ pictures, messenger: among(platforms), intake: queues.intake, clock, watch });
  const handle = createHandler({
    decide,
    ledger: stores.ledger,
    wakeUps: { wake },
    fire,
    gather: createGather(stores),
    straight: (rows) => outbox.straight(rows, stopping.signal),
    looking,
    abroad: () => writesAbroad(stores.records),
    vault,
    say,
    clock,
    pause,
    chainOf: ({ update }) => chainName(partitionOf(orderOf(update))),
    watch,
  });
  const stops = await Promise.all([queues.intake.work(handle), queues.wakeUps.work(run)]);

  const lookAgain = async () => {
    await takeBack(stores.ledger, queues.intake, clock.now());
    await fire();
    if (await outbox.overdue()) await queues.wakeUps.wake();
  };
  const housekeeping = async () => {
    await queues.cipher.destroyOld(clock.now());
    await stores.journal.trim(clock.now() - JOURNAL_KEPT);
  };
  /** Begins at once: a program that is restarted often must not put it off for ever. */
  const every = (ms: number, where: string, work: () => Promise<unknown>) => {
    let busy = false;
    const turn = () => {
      if (busy) return;
      busy = true;
      void work()
        .catch((error) => watch.weather(where, error))
        .finally(() => {
          busy = false;
        });
    };
    turn();
    const timer = setInterval(turn, ms);
    return () => clearInterval(timer);
  };
  const { TIME_ZONE: zone } = config;
  const begun = { now: clock.now(), zone, chain: chainName(partitionOf(SCHOOL)) };
  await beginDaily(jobs, stores, begun);
  const unread = await beginUnread(stores, begun);
  if (unread.length > 0)
    open.log.error(
      { unread },
      'adopted editions that this program cannot read are not in force; see: npx dezhurny doctor',
    );
  const mirror = createMirror({
    ...{ stores, say, dataDir: config.DATA_DIR, given: open.beginning.given, now: clock.now },
    chain: chainName(partitionOf(SCHOOL)),
    onDefect: ({ line, field }) =>
      open.log.warn(
        { file: 'school.yaml', line, field },
        'settings not understood; those from before hold; see: npx dezhurny doctor',
      ),
  });
  const timers = [
    every(LOOK_AGAIN, 'look-again', lookAgain),
    every(HOUR, 'housekeeping', housekeeping),
    every(MINUTE, 'settings', mirror),
  ];

  return async (): Promise<void> => {
    for (const stop of timers) stop();
    stopping.abort();
    looking.close();
    await pictures.close();
    await Promise.all(stops.map((stop) => stop()));
    await Promise.race([outbox.close().catch(quiet), pause(LAST_CALLS, undefined, { ref: false })]);
  };
};
