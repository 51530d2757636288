import type { Update } from '../../domain/update.js';

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

export const createInbox = (patience: number): Inbox => {
  let waiting: readonly Parcel[] = [];
  let listening = false;
  let wake = () => {};

  const arrival = async (signal: AbortSignal): Promise<void> => {
    const arrived = new Promise<void>((resolve) => {
      wake = resolve;
    });
    signal.addEventListener('abort', wake, { once: true });
    await arrived;
    signal.removeEventListener('abort', wake);
  };

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
        wake();
      }),
    take: async (signal) => {
      if (waiting.length === 0 && !signal.aborted) await arrival(signal);
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
