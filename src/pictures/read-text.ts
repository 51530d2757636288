import { execFile } from 'node:child_process';
import { SECOND } from '../domain/time.js';

/** Reads lines of text off a picture. */
export interface TextReader {
  /** Nothing when the program fails or takes too long. */
  readonly read: (bytes: Uint8Array) => Promise<readonly string[]>;
  /** Whether the program and the Russian data are on this machine. */
  readonly present: () => Promise<boolean>;
}

const TIMEOUT = 20 * SECOND;
const MOST_OUTPUT = 100_000;
/** Shorter lines are specks and borders. */
const SHORTEST = 4;

const run = (program: string, argv: readonly string[], input?: Uint8Array): Promise<string | undefined> =>
  new Promise((resolve) => {
    const options = {
      timeout: TIMEOUT,
      maxBuffer: MOST_OUTPUT,
      env: { PATH: process.env.PATH ?? '', OMP_THREAD_LIMIT: '1' },
    };
    const child = execFile(program, [...argv], options, (error, stdout) => resolve(error ? undefined : stdout));
    // A program that is absent or ends early reads nothing.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });

/** Tesseract of the system (`apt-get install tesseract-ocr tesseract-ocr-rus`), in a process of its own, one core. */
export const tesseract = (program = 'tesseract'): TextReader => ({
  read: async (bytes) => {
    const text = await run(program, ['stdin', 'stdout', '-l', 'rus', '--psm', '11'], bytes);
    return (text ?? '')
      .split(/\n+/)
      .map((line) => line.trim())
      .filter((line) => line.length >= SHORTEST);
  },
  present: async () => ((await run(program, ['--list-langs'])) ?? '').split(/\s+/).includes('rus'),
});
