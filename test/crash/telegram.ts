import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Entry } from '../../src/domain/journal.js';
import { chatRef } from '../../src/domain/refs.js';
import { listenTelegram } from '../../src/sandbox/telegram/index.js';
import { write } from '../../src/sandbox/telegram/people.js';
import type { Definition } from '../../src/sandbox/telegram/state.js';
import { type Env, startBot } from '../world/process.js';
import { until } from '../world/until.js';
import { look } from './school.js';
import { randomFrom } from './story.js';

const TOKEN = '777003:token-of-a-crash-test';
const CHATS = 10;
const AUTHORS = 125;
const MESSAGES = 250;
const EVERY = 5;
const TEACHER = 1_000;
const FOUL = 'да пошло оно всё на хуй';
const CLEAN = 'Завтра педсовет, педагоги и педиатр в актовом зале';

const authorOf = (number: number): number => 2_000 + (number % AUTHORS);
const chatAt = (number: number): number => -1_001_000_000_001 - (number % CHATS);
const isFoul = (number: number): boolean => number % EVERY === 0;

/** Invented people, all of whom have pressed «Start» and sit in every chat. */
const definition: Definition = {
  bot: { id: 777_003, token: TOKEN, username: 'dezhurny_bot', title: 'Дежурный' },
  people: [
    { id: TEACHER, name: 'Учитель Вымышленный', about: 'учитель' },
    ...Array.from({ length: AUTHORS }, (_, at) => ({
      id: authorOf(at),
      name: `Родитель № ${at}`,
      about: 'родитель',
      started: true as const,
    })),
  ],
  chats: Array.from({ length: CHATS }, (_, at) => ({
    title: `Чат № ${at}`,
    owner: TEACHER,
    members: Array.from({ length: AUTHORS }, (_member, author) => authorOf(author)),
    bot: { admin: true },
  })),
};

const openSchool = async () => {
  const sandbox = await listenTelegram({ definition });
  const env: Env = {
    DATA_DIR: await mkdtemp(path.join(tmpdir(), 'dz-crash-tg-')),
    TELEGRAM_TOKEN: TOKEN,
    TELEGRAM_API_URL: sandbox.apiUrl,
    MODE: 'act',
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
    SCHOOL: `crash-${randomBytes(4).toString('hex')}`,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  await look(env, async ({ stores }) => {
    for (let at = 0; at < CHATS; at += 1)
      await stores.chats.put({
        ref: chatRef('telegram', chatAt(at)),
        kind: 'class_parents',
        class: `${at + 1}А`,
        mode: 'act',
        registered: { by: 'test', at: 0 },
      });
  });
  return { sandbox, env };
};

interface Receipt {
  readonly action: string;
  readonly outcome: string;
}

/** The bot dies at random moments while people talk: nothing is lost, nothing is said twice; what is unsure is called so. */
export const killOnTelegram = async (kills: number, seed: number): Promise<void> => {
  const { sandbox, env } = await openSchool();
  const { world } = sandbox.telegram;
  const random = randomFrom(seed);
  const written: { readonly place: number; readonly id: number; readonly foul: boolean }[] = [];
  const say = (): void => {
    const number = written.length;
    const place = chatAt(Math.floor(number / EVERY));
    const author = isFoul(number) ? authorOf(number / EVERY) : authorOf(number);
    const { id } = write(world, author, place, { text: `${isFoul(number) ? FOUL : CLEAN} ${number}` });
    written.push({ place, id, foul: isFoul(number) });
  };
  const talk = async (due: number, span: number): Promise<void> => {
    const rest = span / Math.max(1, due - written.length);
    while (written.length < due) {
      say();
      await pause(rest);
    }
  };
  const readable = (foul: boolean) =>
    written.filter((one) => one.foul === foul && !world.message(one.place, one.id)?.deleted).length;
  const journal = (): Promise<readonly Entry[]> =>
    look(env, async ({ stores }) => {
      const entries: Entry[] = [];
      for await (const { entry } of stores.journal.read({})) entries.push(entry);
      return entries;
    });
  const judged = (entries: readonly Entry[]) =>
    entries.flatMap((entry) => (entry.kind === 'verdict' && entry.what === 'message' ? [entry] : []));

  let bot = startBot(env);
  try {
    await bot.running();
    for (let kill = 1; kill <= kills; kill += 1) {
      const span = 300 + random() * 1_500;
      const talking = talk(Math.ceil((kill * MESSAGES) / kills), span);
      await pause(span);
      await bot.kill('SIGKILL');
      await talking;
      bot = startBot(env);
    }
    await until('every foul message is deleted', () => readable(true) === 0, 60_000);
    await until('every message is judged', async () => judged(await journal()).length >= MESSAGES, 60_000);
    const empty = () => look(env, async ({ stores }) => (await stores.ledger.nextDue()) === undefined);
    await until('the outbox is empty', empty, 60_000);

    const entries = await journal();
    const about = judged(entries).map(({ message }) => message);
    const receipts = entries.flatMap((entry): readonly Receipt[] => (entry.kind === 'receipt' ? [entry] : []));
    const planned = entries.flatMap((entry) => (entry.kind === 'verdict' ? entry.actions.map(({ id }) => id) : []));
    const unsure = receipts.filter(({ outcome }) => outcome === 'uncertain').length;
    const told = Array.from({ length: MESSAGES / EVERY }, (_, at) => world.messagesOf(authorOf(at)).length);

    expect(readable(false)).toBe(MESSAGES - MESSAGES / EVERY);
    expect(about).toHaveLength(MESSAGES);
    expect(new Set(about).size).toBe(MESSAGES);
    expect(receipts.map(({ action }) => action).sort()).toEqual([...planned].sort());
    expect(Math.max(...told)).toBe(1);
    expect(told.filter((count) => count === 0).length).toBeLessThanOrEqual(unsure);
    process.stdout.write(`Telegram, ${kills} kills: ${MESSAGES} messages, ${unsure} sends uncertain\n`);
  } catch (error) {
    throw new Error(`seed ${seed}; the last bot said: ${bot.said()}`, { cause: error });
  } finally {
    await bot.kill('SIGTERM');
    await sandbox.close();
  }
};
