import type { Entry } from '../../src/domain/journal.js';
import type { RunningSandbox } from '../../src/sandbox/listen.js';
import { until } from '../world/until.js';
import { authorOf, type CrashSchool, chatOf } from './school.js';

export const MESSAGES = 500;
const EVERY = 5;
const FOUL = 'да пошло оно всё на хуй';
const CLEAN = 'Завтра педсовет, педагоги и педиатр в актовом зале';

const foul = (number: number): boolean => number % EVERY === 0;

/** Seeded, so that a failure can be played again. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const isNotice = ({ text }: { readonly text: string }): boolean => text.includes('скрыто, так как');

/** A hundred foul messages by a hundred people, and four hundred innocent ones. */
export const speaker = (sandbox: RunningSandbox) => {
  const { world } = sandbox.vk;
  const written: { readonly peer: number; readonly cmid: number; readonly foul: boolean; readonly author: number }[] =
    [];
  const say = async (): Promise<void> => {
    const number = written.length;
    const author = foul(number) ? authorOf(number / EVERY) : authorOf(number);
    const peer = chatOf(Math.floor(number / EVERY));
    const answer = await fetch(`${sandbox.url}/play/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: author, do: 'send', peer, text: `${foul(number) ? FOUL : CLEAN} ${number}` }),
    });
    const { cmid } = (await answer.json()) as { cmid: number };
    written.push({ peer, cmid, foul: foul(number), author });
  };
  const deleted = ({ peer, cmid }: { peer: number; cmid: number }) => world.message(peer, cmid)?.deleted ?? false;
  return {
    written,
    say,
    done: () => written.length >= MESSAGES,
    /** Foul messages that can still be read. */
    left: () => written.filter((message) => message.foul && !deleted(message)).length,
    hurt: () => written.filter((message) => !message.foul && deleted(message)).length,
    notices: () => {
      const authors = [...new Set(written.filter((message) => message.foul).map(({ author }) => author))];
      // Whoever writes much in a minute is also reminded of it, softly.
      return authors.map((author) => (world.state.messages[String(author)] ?? []).filter(isNotice).length);
    },
  };
};
export type Speaker = ReturnType<typeof speaker>;

const journalOf = (school: CrashSchool): Promise<readonly Entry[]> =>
  school.look(async ({ stores }) => {
    const entries: Entry[] = [];
    for await (const { entry } of stores.journal.read({})) entries.push(entry);
    return entries;
  });

const verdictsOf = (entries: readonly Entry[]) => entries.filter((entry) => entry.kind === 'verdict');
/** Of what people wrote; not of what the bot had set itself for later. */
const judgedOf = (entries: readonly Entry[]) => verdictsOf(entries).filter(({ message }) => message !== undefined);

/** Waits for the end: nothing foul left, everybody told, every message judged, the outbox empty. */
export const quiet = async (school: CrashSchool, said: Speaker, patience: number): Promise<void> => {
  await until('every foul message is deleted', () => said.left() === 0, patience);
  await until('everybody is told', () => said.notices().every((count) => count > 0), patience);
  await until(
    'every message is judged',
    async () => judgedOf(await journalOf(school)).length >= said.written.length,
    patience,
  );
  await until(
    'the outbox is empty',
    () => school.look(async ({ stores }) => (await stores.ledger.nextDue()) === undefined),
    patience,
  );
};

/** What must be true after any number of crashes. */
export const expectOneOfEach = async (school: CrashSchool, said: Speaker): Promise<void> => {
  expect(said.hurt()).toBe(0);
  expect(new Set(said.notices())).toEqual(new Set([1]));

  const entries = await journalOf(school);
  const about = judgedOf(entries).map(({ message }) => message);
  expect(about).toHaveLength(MESSAGES);
  expect(new Set(about).size).toBe(MESSAGES);

  const planned = verdictsOf(entries).flatMap(({ actions }) => actions.map(({ id }) => id));
  const receipts = entries.flatMap((entry) => (entry.kind === 'receipt' ? entry.action : []));
  // A deletion and a notice each; a word to the chat with some.
  expect(planned.length).toBeGreaterThanOrEqual((MESSAGES / EVERY) * 2);
  expect([...receipts].sort()).toEqual([...planned].sort());

  const { broken } = await school.look(({ stores }) => stores.journal.verify());
  expect(broken).toEqual([]);
};
