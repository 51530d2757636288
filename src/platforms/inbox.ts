import type { Update } from '../domain/update.js';

export interface Parcel {
  readonly update: Update;
  /** Tells the sender whether it was taken. */
  readonly settle: (taken: boolean) => void;
}

/** Pushed updates that wait for the consumer. Closed until somebody listens. */
export interface Inbox {
  /** Whether the update was taken, told when it was, or after `patience` milliseconds without. */
  put(update: Update): Promise<boolean>;
  /** Everything that came, once something has; nothing when the signal came first. */
  take(signal: AbortSignal): Promise<readonly Parcel[]>;
  open(): void;
  close(): void;
}

/** A bell that rings for whoever waits at it, and when the signal comes. */
const createBell = () => {
  let ring = () => {};
  return {
    ring: () => ring(),
    wait: async (signal: AbortSignal): Promise<void> => {
      const rung = new Promise<void>((resolve) => {
        ring = resolve;
      });
      signal.addEventListener('abort', ring, { once: true });
      await rung;
      signal.removeEventListener('abort', ring);
    },
  };
};

/**
 * Hands on what comes, a batch at a time. Senders are told that it was taken once whoever listens has asked for more, and
 * `keep` is through.
 */
export const handOn = async function* (
  inbox: Inbox,
  signal: AbortSignal,
  keep: (batch: readonly Update[]) => Promise<void> = async () => {},
): AsyncGenerator<readonly Update[]> {
  while (!signal.aborted) {
    const parcels = await inbox.take(signal);
    let taken = false;
    try {
      const batch = parcels.map(({ update }) => update);
      if (batch.length > 0) yield batch;
      await keep(batch);
      taken = true;
    } finally {
      for (const { settle } of parcels) settle(taken);
    }
  }
};

export const createInbox = (patience: number): Inbox => {
  const bell = createBell();
  let waiting: readonly Parcel[] = [];
  let listening = false;

  return {
    put: (update) =>
      new Promise((resolve) => {
        if (!listening) return resolve(false);
        const settle = (taken: boolean): void => {
          clearTimeout(timer);
          waiting = waiting.filter((other) => other !== parcel);
          resolve(taken);
        };
        const parcel: Parcel = { update, settle };
        const timer = setTimeout(() => settle(false), patience);
        waiting = [...waiting, parcel];
        bell.ring();
      }),
    take: async (signal) => {
      if (waiting.length === 0 && !signal.aborted) await bell.wait(signal);
      const taken = waiting;
      waiting = [];
      return taken;
    },
    open: () => {
      listening = true;
    },
    close: () => {
      listening = false;
      for (const { settle } of waiting) settle(false);
    },
  };
};
