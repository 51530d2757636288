import { Worker } from 'node:worker_threads';
import { SECOND } from '../domain/time.js';
import type { Pictures, SeenPicture } from '../ports/pictures.js';
import { dimensionsOf } from './dimensions.js';
import type { TextReader } from './read-text.js';

export interface PictureOptions {
  /** Absent: text in pictures is not read. */
  readonly reader?: TextReader;
  /** Milliseconds for one picture. */
  readonly timeout?: number;
  /** The program of the thread; by default the one beside this file. */
  readonly program?: URL;
}

/** Bytes of a file, and points of a picture, beyond which it is not looked at: small files may unpack into gigabytes. */
export const MOST_BYTES = 10_000_000;
export const MOST_POINTS = 40_000_000;
const TIMEOUT = 10 * SECOND;
const BESIDE = new URL('./worker.js', import.meta.url);

const fits = (bytes: Uint8Array): boolean => {
  if (bytes.length > MOST_BYTES) return false;
  const size = dimensionsOf(bytes);
  return size !== undefined && size.width > 0 && size.height > 0 && size.width * size.height <= MOST_POINTS;
};

/** A thread that is begun when first needed, and anew after it was ended. */
const createThread = (program: URL) => {
  let worker: Worker | undefined;

  const begin = (): Worker => {
    const begun = new Worker(program);
    // Its end is told by `exit`; of what it died does not matter here.
    begun.on('error', () => {});
    begun.unref();
    return begun;
  };
  const end = async (): Promise<void> => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const ask = (bytes: Uint8Array, timeout: number): Promise<SeenPicture | undefined> =>
    new Promise((resolve) => {
      worker ??= begin();
      const asked = worker;
      const answered = (seen: SeenPicture | undefined): void => settle(seen, true);
      const lost = (): void => settle(undefined, false);
      const settle = (seen: SeenPicture | undefined, alive: boolean): void => {
        clearTimeout(timer);
        asked.off('message', answered).off('exit', lost);
        resolve(alive ? seen : end().then(() => seen));
      };
      const timer = setTimeout(lost, timeout);
      asked.once('message', answered).once('exit', lost);
      asked.postMessage(bytes);
    });
  return { ask, end };
};

/** Unpacks pictures in a thread, one after another, and reads their text when there is a reader. */
export const createPictures = ({ reader, timeout = TIMEOUT, program = BESIDE }: PictureOptions = {}): Pictures => {
  const thread = createThread(program);
  let last: Promise<unknown> = Promise.resolve();

  const lookNow = async (bytes: Uint8Array): Promise<SeenPicture | undefined> => {
    const seen = await thread.ask(bytes, timeout);
    if (seen === undefined || reader === undefined) return seen;
    return { ...seen, words: [...seen.words, ...(await reader.read(bytes))] };
  };

  return {
    look: (bytes) => {
      if (!fits(bytes)) return Promise.resolve(undefined);
      const mine = last.then(() => lookNow(bytes));
      last = mine.catch(() => {});
      return mine;
    },
    reading: async () => {
      if (reader === undefined) return 'off';
      return (await reader.present()) ? 'on' : 'absent';
    },
    close: thread.end,
  };
};
