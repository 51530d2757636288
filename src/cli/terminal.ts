/** What a verb has of the world around it. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Exit codes of every verb. */
export const EXIT = { done: 0, wrong: 1, usage: 2, internal: 70, config: 78 } as const;

export const line = (stream: NodeJS.WritableStream, text: string): void => void stream.write(`${text}\n`);

/** The verb was called in a way it does not understand: its usage is shown. */
export class BadUsage extends Error {
  override readonly name = 'BadUsage';
}

/** What was asked about is wrong, in words for its owner. */
export class Unfit extends Error {
  override readonly name = 'Unfit';
}
