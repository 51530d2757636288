/** Telegram's no, as it travels. */
export interface Failure {
  readonly ok: false;
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

const KINDS: Readonly<Record<number, string>> = {
  400: 'Bad Request: ',
  403: 'Forbidden: ',
  409: 'Conflict: ',
};

/** Telegram said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: number,
    words: string,
    readonly parameters?: Failure['parameters'],
  ) {
    super(`${KINDS[code] ?? ''}${words}`);
  }
}

export function refuse(code: number, words: string, parameters?: Failure['parameters']): never {
  throw new Refused(code, words, parameters);
}

export const failureOf = ({ code, message, parameters }: Refused): Failure => ({
  ok: false,
  error_code: code,
  description: message,
  ...(parameters && { parameters }),
});

export const tooMany = (retry_after: number): Failure => ({
  ok: false,
  error_code: 429,
  description: `Too Many Requests: retry after ${retry_after}`,
  parameters: { retry_after },
});
