import { randomBytes } from 'node:crypto';
import type { Change } from '../src/domain/change.js';
import type { Chat, ChatKind } from '../src/domain/chat.js';
import type { Person } from '../src/domain/person.js';
import { keep } from '../src/domain/records.js';
import { accountRef, chatRef, dialogOf } from '../src/domain/refs.js';
import { BOT, createMemoryPlatform, people as side } from '../src/platforms/memory/index.js';
import type { Stores } from '../src/ports/stores.js';
import { virtualClock } from '../src/queue/memory/index.js';
import { PROVISIONAL } from '../src/roster/provisional.js';
import { openRedis } from '../src/storage/redis/connection.js';
import { redisStores } from '../src/storage/redis/index.js';
import { keysOf } from '../src/storage/redis/keys.js';
import { createVault } from '../src/storage/vault.js';
import startRedis from '../test/global-redis.js';
import { startEngine } from '../test/scenarios/engine.js';
import { shipped } from '../test/world/policy.js';
import { table } from './figures.js';
import { busyness, machine } from './machine.js';

/** 1 September 2026, 09:00 in Moscow. */
const NOW = Date.UTC(2026, 8, 1, 6, 0);
const PUPILS = 1_500;
const LETTERS = 'АБВГДЕ';
const KINDS: readonly ChatKind[] = ['class_parents', 'class_students', 'class_teachers'];

const classes = Array.from({ length: 11 }, (_, grade) => [...LETTERS].slice(0, grade < 9 ? 6 : 3)).flatMap(
  (letters, grade) => letters.map((letter) => `${grade + 1}${letter}`),
);
const classOf = (at: number): string => classes[at % classes.length] ?? '1А';
const person = (id: string, role: Person['role'], more: Partial<Person>): Person => ({
  ...PROVISIONAL,
  ...{ id, role, surname: 'Родителева', name: 'Мария', patronymic: 'Петровна', ...more },
});

/** A large school: a class teacher each, fifty teachers, pupils and two parents for most of them. Fictional. */
const roster: readonly Person[] = [
  person('a01', 'administrator', { basis: 'приказ 1 от 28.08.2026' }),
  ...classes.map((name, at) => person(`k${at}`, 'class-teacher', { classes: [name] })),
  ...Array.from({ length: 50 }, (_, at) =>
    person(`u${at}`, 'teacher', { classes: classes.slice(at, at + 8), subject: 'математика' }),
  ),
  ...Array.from({ length: PUPILS }, (_, at) => person(`s${at}`, 'student', { classes: [classOf(at)] })),
  ...Array.from({ length: PUPILS * 1.7 }, (_, at) => person(`p${at}`, 'parent', { children: [`s${at % PUPILS}`] })),
];

const counted = (stores: Stores) => {
  const settled: { changes: number; bytes: number; rows: number; ms: number }[] = [];
  const ledger: Stores['ledger'] = {
    ...stores.ledger,
    settle: async (settlement) => {
      const began = performance.now();
      const result = await stores.ledger.settle(settlement);
      settled.push({
        changes: settlement.changes.length,
        rows: settlement.rows.length,
        bytes: JSON.stringify(settlement.changes).length,
        ms: performance.now() - began,
      });
      return result;
    },
  };
  return { stores: { ...stores, ledger }, settled };
};

const stopRedis = await startRedis();
try {
  const redis = await openRedis({
    url: process.env.TEST_REDIS_URL ?? '',
    name: 'bench',
    timeout: 60_000,
    onTrouble: () => {},
  });
  const vault = createVault(randomBytes(32));
  const { stores, settled } = counted(redisStores({ redis, keys: keysOf('bench'), vault }));
  const clock = virtualClock(NOW);
  const platform = createMemoryPlatform({ now: clock.now });
  const { world } = platform;
  const accountOf = (id: string) => accountRef('memory', `of-${id}`);
  await stores.people.put(roster);
  const links = roster.map(({ id }): Change => ({ put: 'link', account: accountOf(id), person: id, at: NOW }));
  const entry = { id: 'n:begun', at: NOW, kind: 'note', detail: 'begun' } as const;
  const confirmed = [keep('standing', 'a01', { confirmed: NOW }, undefined)];
  await stores.ledger.settle({ key: 'begun', entry, changes: [...links, ...confirmed], rows: [], chain: 'cli' });
  let number = 0;
  for (const name of classes)
    for (const kind of KINDS) {
      number += 1;
      world.chat({ id: number, title: `${name} – чат`, members: [BOT], admins: [BOT] });
      const registered = { by: 'a01', at: NOW };
      await stores.chats.put({
        ref: chatRef('memory', number),
        kind,
        class: name,
        mode: 'act',
        registered,
      } satisfies Chat);
    }
  for (const { id } of roster) side.allow(world, accountOf(id), true);
  const { policy, ...beginning } = await shipped('school-21');
  const engine = await startEngine({ platform, stores, vault, policy, beginning, clock, defaultMode: 'act' });
  await engine.lookAgain();
  const [a01, dialog] = [accountOf('a01'), dialogOf(accountOf('a01'))];
  const answered = async (act: () => void): Promise<number> => {
    const before = world.messages(dialog).length;
    const began = performance.now();
    act();
    let took = 0;
    for (let tries = 0; tries < 100 && took === 0; tries += 1) {
      await engine.lookAgain();
      const after = world.messages(dialog);
      if (after.slice(before).some(({ author }) => author === BOT)) took = performance.now() - began;
    }
    return took / 1_000;
  };
  const press = (label: string) => {
    const message = [...world.messages(dialog)]
      .reverse()
      .find(({ buttons }) => buttons?.flat().some((one) => one.label === label));
    if (message === undefined) throw new Error(`no button «${label}»: ${world.visible(dialog).at(-1)}`);
    const row = (message.buttons ?? []).findIndex((line) => line.some((one) => one.label === label));
    side.press(world, a01, message.ref, { row, column: 0 });
  };
  console.log(`${await machine()}; ${busyness()}\n`);
  const asked = await answered(() => side.post(world, a01, dialog, '/перевод_классов приказ 45 от 25.08.2026'));
  const previewed = await answered(() => press('В 10 классы'));
  settled.length = 0;
  const done = await answered(() => press('Перевести'));
  const largest = settled.toSorted((one, other) => other.changes - one.changes)[0];
  await engine.lookAgain();
  settled.length = 0;
  side.post(world, a01, dialog, '/перевод_классов отменить');
  await engine.lookAgain();
  const undone = await answered(() => press('Отменить перевод'));
  const back = settled.toSorted((one, other) => other.changes - one.changes)[0];
  console.log(
    table(
      ['', 'seconds', 'changes in one settlement', 'of these KB', 'messages', 'written in, ms'],
      [
        ['the question about the ninth forms', asked, '', '', '', ''],
        ['the preview', previewed, '', '', '', ''],
        [
          'carried out',
          done,
          String(largest?.changes),
          (largest?.bytes ?? 0) / 1_024,
          String(largest?.rows),
          largest?.ms ?? 0,
        ],
        ['taken back', undone, String(back?.changes), (back?.bytes ?? 0) / 1_024, String(back?.rows), back?.ms ?? 0],
      ],
    ),
  );
  console.log(`\n${world.visible(dialog).slice(-5).join('\n---\n')}`);
  await engine.stop();
  redis.destroy();
} finally {
  await stopRedis();
}
