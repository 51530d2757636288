/** The table of the moderation engine: ours and what others offer, on the same texts in the same run. `npm run bench:moderation`. */
import type { ContentGround, Standing } from '../src/domain/clause.js';
import { CONTENT_KEYS } from '../src/domain/clause.js';
import type { Message } from '../src/domain/message.js';
import { accountRef, chatRef } from '../src/domain/refs.js';
import type { Category, Verdict } from '../src/domain/verdict.js';
import { type Cell, table } from './figures.js';
import { busyness, machine } from './machine.js';
import { type Contestant, others } from './moderation-others.js';
import { type Labelled, type Sets, sets, shared } from './moderation-sets.js';
import { slowest } from './moderation-worst.js';

/** As a school runs it: built. */
const { CERTAIN, decide } = (await import(
  new URL('../dist/src/moderation/decide.js', import.meta.url).href
)) as typeof import('../src/moderation/decide.js');

const ground = { document: 'regulation', clause: '4.2', edition: '2024-08-31' } as ContentGround;
const standing: Standing = { grounds: Object.fromEntries(CONTENT_KEYS.map((key) => [key, ground])), rules: {} };
const message = (text: string): Message => ({
  ref: { place: chatRef('memory', 1), id: '1' },
  author: accountRef('memory', 1),
  at: 0,
  text,
  attachments: [],
  forwarded: [],
});
const judge = (text: string): Verdict => decide(message(text), { chat: 'class_parents' }, standing);

const finds = (text: string, categories: readonly Category[]): boolean =>
  judge(text).findings.some(({ category, confidence }) => confidence >= CERTAIN && categories.includes(category));
const acts = (text: string): boolean => !['keep', 'remind'].includes(judge(text).decision);

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(2));
const share = (items: readonly Labelled[], said: (text: string) => boolean): string =>
  percent(items.filter(({ text }) => said(text)).length, items.length);

/** Precision, recall and F1, in percent. */
const scored = (rows: readonly (readonly [truth: boolean, said: boolean])[]): readonly [string, string, string] => {
  const right = rows.filter(([truth, said]) => truth && said).length;
  const said = rows.filter((row) => row[1]).length;
  const all = rows.filter(([truth]) => truth).length;
  return [percent(right, said), percent(right, all), percent(2 * right, said + all)];
};

/** Processor seconds are what counts: others may be using the machine. The best of several rounds. */
const perSecond = (texts: readonly string[], work: (text: string) => unknown, rounds: number): number => {
  let best = 0;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (const text of texts) work(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, (texts.length * 1e6) / Math.max(1, user + system));
  }
  return best;
};

const MEAN = 80;
const meanOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);

/** Real posts of 80 characters on the average: the longest are cut, or the shortest left out. */
const talk = (all: Sets): readonly string[] => {
  const texts = all.chat_vk_posts.map(({ text }) => text);
  for (let most = 100; most < 2_000; most += 10) {
    const cut = texts.map((text) => text.slice(0, most));
    if (meanOf(cut) >= MEAN) return cut;
  }
  for (let least = 1; least < MEAN; least++) {
    const kept = texts.filter(({ length }) => length >= least);
    if (meanOf(kept) >= MEAN) return kept;
  }
  return texts;
};

/** A bot runs for weeks: what counts is how fast it is once its code is compiled. */
const ROUNDS = 30;

const row = ({ name, flags }: Contestant, all: Sets, texts: readonly string[]): readonly Cell[] => {
  const rows = all.messages.filter(({ obscene }) => obscene !== 1);
  const disguised = all.obfuscation.filter(({ label, category }) => label === 1 && category !== 'obf_plain');
  return [
    name,
    ...scored(rows.map(({ text, obscene }) => [obscene === 2, flags(text)])),
    share(
      all.chat_vk_posts.filter(({ obscene }) => obscene === 0),
      flags,
    ),
    `${all.words_50k.filter(({ text }) => flags(text)).length} of ${all.words_50k.length}`,
    share(all.words_clash, flags),
    share(all.words_names_geo, flags),
    share(disguised, flags),
    share(
      all.obfuscation.filter(({ label }) => label === 0),
      flags,
    ),
    share(all.natural_obfuscation, flags),
    `${all.tricky_innocent.filter(({ text }) => flags(text)).length} of ${all.tricky_innocent.length}`,
    Math.round(perSecond(texts, flags, ROUNDS)),
  ];
};

const HEAD = [
  '%',
  'P',
  'R',
  'F1',
  'clean posts',
  'words',
  'clash',
  'names',
  'disguised',
  'innocents',
  'natural',
  'tricky',
  'messages/s',
];

const ours = (all: Sets): readonly (readonly Cell[])[] => {
  const clean = all.chat_vk_posts.filter(({ obscene }) => obscene === 0);
  const toxic = scored(
    all.messages.map(({ text, label }) => [label === 1, finds(text, ['obscene', 'insult', 'threat'])]),
  );
  const personal = scored(all.pii.map(({ text, label }) => [label === 1, finds(text, ['personal-data', 'money'])]));
  const links = scored(all.links.map(({ text, label }) => [label === 1, acts(text)]));
  return [
    ['toxic, by findings: P / R / F1', toxic.join(' / ')],
    ['clean posts with a toxic finding', share(clean, (text) => finds(text, ['obscene', 'insult', 'threat']))],
    ['clean posts acted on, all rules', share(clean, acts)],
    ['tricky sentences acted on, all rules', all.tricky_innocent.filter(({ text }) => acts(text)).length],
    ['personal data: P / R / F1', personal.join(' / ')],
    ['links: P / R / F1', links.join(' / ')],
  ];
};

const dezhurny: Contestant = { name: 'dezhurny', flags: (text) => finds(text, ['obscene']) };

const print = async (): Promise<void> => {
  const all = sets();
  const texts = talk(all);
  console.log(
    `${await machine()}; ${busyness()} before; ${shared ? 'the shared data' : 'the few texts of the project'}\n`,
  );
  const rows = [dezhurny, ...others].map((one) => row(one, all, texts));
  console.log(`${table(HEAD, rows)}\n\n${table(['dezhurny', '%'], ours(all))}\n`);
  console.log(`${table(['10,000 characters that cost most', 'ms'], slowest(judge))}\n\n${busyness()} after`);
};
await print();
