import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { describe, type Logger } from '../log.js';
import type { Watch } from '../ports/watch.js';

/** What the gauges ask when they are scraped. */
export interface Gauges {
  readonly intake: () => Promise<number>;
  /** Rows of the outbox by priority, 0 the most urgent. */
  readonly outbox: () => Promise<readonly number[]>;
  /** Milliseconds since the messenger was last heard; undefined before the first time. */
  readonly pollAge: () => number | undefined;
}

/** Seconds: a parent expects a foul message gone before the next glance at the phone. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300];

/** Counters of this process, for Prometheus and for the log. */
export const createMetrics = (log: Logger) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'dezhurny_' });
  const registers = [registry];
  const handled = new Counter({
    name: 'dezhurny_updates_total',
    help: 'Updates settled',
    labelNames: ['what', 'decision'],
    registers,
  });
  const skipped = new Counter({
    name: 'dezhurny_updates_skipped_total',
    help: 'Updates that mean nothing to the bot',
    labelNames: ['reason'],
    registers,
  });
  const toDelete = new Histogram({
    name: 'dezhurny_time_to_delete_seconds',
    help: 'From the queue to the deletion',
    buckets: BUCKETS,
    registers,
  });
  const ended = new Counter({
    name: 'dezhurny_actions_total',
    help: 'Actions by how they ended',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const calls = new Histogram({
    name: 'dezhurny_calls_seconds',
    help: 'Calls to the messenger',
    labelNames: ['method', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  const pictures = new Counter({
    name: 'dezhurny_pictures_total',
    help: 'Pictures of messages by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const trouble = new Counter({
    name: 'dezhurny_trouble_total',
    help: 'Weather, bugs and locks',
    labelNames: ['kind', 'where'],
    registers,
  });

  const told = (kind: 'weather' | 'bug' | 'locked', level: 'warn' | 'error') => (where: string, error: unknown) => {
    trouble.inc({ kind, where });
    log[level]({ kind, where, error: describe(error) }, kind);
    if (kind === 'bug' && error instanceof Error)
      log.debug({ where, stack: error.stack?.split('\n').slice(1, 6).join(' ') }, 'stack');
  };
  const watch: Watch = {
    handled: (what, decision) => {
      handled.inc({ what, decision });
      log.debug({ what, decision }, 'handled');
    },
    deleted: (ms) => toDelete.observe(ms / 1_000),
    ended: (kind, outcome) => {
      ended.inc({ kind, outcome });
      if (outcome !== 'later') log.debug({ kind, outcome }, 'done');
    },
    looked: (outcome) => pictures.inc({ outcome }),
    weather: told('weather', 'warn'),
    bug: told('bug', 'error'),
    locked: told('locked', 'error'),
  };

  return {
    watch,
    skip: (reason: string) => skipped.inc({ reason }),
    called: (method: string, ms: number, outcome: string) => calls.observe({ method, outcome }, ms / 1_000),
    /** Gauges are read when scraped; one that cannot be read is left out of that scrape. */
    watchGauges: (gauges: Gauges) => {
      const gauge = (
        name: string,
        help: string,
        collect: (self: Gauge) => Promise<void> | void,
        labelNames: readonly string[] = [],
      ) =>
        new Gauge({
          name,
          help,
          labelNames: [...labelNames],
          registers,
          async collect() {
            await Promise.resolve(collect(this)).catch((error) => watch.weather('metrics', error));
          },
        });
      gauge('dezhurny_intake_waiting', 'Updates waiting for a decision', async (self) =>
        self.set(await gauges.intake()),
      );
      gauge(
        'dezhurny_outbox_waiting',
        'Actions waiting, by priority',
        async (self) => {
          for (const [priority, count] of (await gauges.outbox()).entries())
            self.set({ priority: String(priority) }, count);
        },
        ['priority'],
      );
      gauge('dezhurny_poll_age_seconds', 'Since the messenger was last heard', (self) => {
        const age = gauges.pollAge();
        if (age !== undefined) self.set(age / 1_000);
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
};
export type Metrics = ReturnType<typeof createMetrics>;
