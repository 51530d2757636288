/** Every key of a school: `dz:{<school>}:<aggregate>`; the braces keep a school on one shard. */
export const keysOf = (school: string) => {
  const prefix = `dz:{${school}}`;
  const key = (...parts: readonly string[]) => [prefix, ...parts].join(':');
  return {
    prefix,
    keyMark: key('key-mark'),
    people: key('people'),
    /** Counts what was written of people, so that their list need not be read again for nothing. */
    versions: key('versions'),
    /** The approved list of classes, as JSON. */
    classes: key('classes'),
    /** account pseudonym → person pseudonym. */
    links: key('links'),
    /** Per person: account pseudonym → sealed account. */
    accounts: (person: string) => key('accounts', person),
    usedCodes: key('codes', 'used'),
    chats: key('chats'),
    presence: key('presence'),
    dialogs: key('dialogs'),
    noticed: (chat: string, account: string) => key('noticed', chat, account),
    silenced: (chat: string, account: string) => key('silenced', chat, account),
    codes: key('codes'),
    issues: key('issues'),
    wrongCodes: (account: string) => key('wrong-codes', account),
    /** name → `revision|sealed`. */
    records: (kind: string) => key('records', kind),
    /** name → `at|sealed`. */
    timers: key('timers'),
    dueTimers: key('timers', 'due'),
    /** What was written in ten minutes: `traces.ts`. */
    recent: (chat: string, span: string) => key('recent', chat, span),
    /** Sealed references, a set by what is left of a forwarded message. */
    left: (words: string) => key('left', words),
    /** What a picture looks like, sealed, by its handle's pseudonym. */
    print: (handle: string) => key('print', handle),
    cursor: (platform: string) => key('cursor', platform),
    seen: (platform: string) => key('seen', platform),
    settled: (update: string) => key('settled', update),
    outbox: key('outbox'),
    leased: key('outbox', 'leased'),
    rows: key('outbox', 'rows'),
    later: key('outbox', 'later'),
    /** row id → when it was first taken. */
    tried: key('outbox', 'tried'),
    /** row id → who has it leased. */
    owners: key('outbox', 'owners'),
    parked: key('parked'),
    parkedRows: key('parked', 'rows'),
    chains: key('journal', 'chains'),
    chain: (name: string) => key('journal', 'chain', name),
    head: (name: string) => key('journal', 'head', name),
    /** Of a chain whose old entries were trimmed. */
    checkpoint: (name: string) => key('journal', 'checkpoint', name),
    written: (entry: string) => key('journal', 'written', entry),
    trace: (message: string) => key('journal', 'trace', message),
    dailyKeys: key('daily-keys'),
    pace: (token: string) => key('pace', token),
    /** Who listens with this token. */
    post: (token: string) => key('post', token),
    said: (token: string, place: string) => key('pace', token, place),
    told: (token: string) => key('pace', token, 'told'),
    queues: `${prefix}:queue`,
    processes: key('processes'),
  } as const;
};
export type Keys = ReturnType<typeof keysOf>;
