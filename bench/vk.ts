import { once } from 'node:events';
import { startChild } from './child.js';

/** What the people of a sandbox do. */
export interface Load {
  readonly seed: number;
  readonly messages: number;
  /** 0…1: how many of them are obscene. */
  readonly foul: number;
  /** A stream with exponential gaps; absent: all at once. */
  readonly perSecond?: number;
  /** Evenly within so many milliseconds instead. */
  readonly within?: number;
}

export interface Report {
  /** Milliseconds from the moment an event could be had to the request that deletes its message, for every obscene one. */
  readonly latencies: readonly number[];
  /** Milliseconds from the first message to the last deletion. */
  readonly lasted: number;
  /** All requests to the API meanwhile, and those refused with error 6. */
  readonly requests: number;
  readonly refused: number;
}

export type Told = { readonly apiUrl: string } | { readonly report: Report } | { readonly error: string };

export interface BenchVk {
  readonly apiUrl: string;
  /** Plays it, waits until everything obscene was asked away. */
  load(given: Load): Promise<Report>;
  stop(): Promise<void>;
}

/** A sandbox VK in a process of its own. */
export const startVk = async (): Promise<BenchVk> => {
  const { child, stop } = startChild('vk-process.ts');
  const ended = once(child, 'exit').then((): Told => ({ error: 'the sandbox has ended' }));
  const hear = async (): Promise<Told> => {
    const heard = new Promise<Told>((resolve) => child.once('message', (told) => resolve(told as Told)));
    const told = await Promise.race([heard, ended]);
    if ('error' in told) throw new Error(told.error);
    return told;
  };
  const first = await hear();
  if (!('apiUrl' in first)) throw new Error('the sandbox did not say where it is');
  return {
    apiUrl: first.apiUrl,
    load: async (given) => {
      const heard = hear();
      child.send(given);
      const told = await heard;
      if (!('report' in told)) throw new Error('the sandbox gave no report');
      return told.report;
    },
    stop,
  };
};
