import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Person } from '../src/domain/person.js';
import { projectRoot } from '../src/project-root.js';
import { exportCsv, exportXlsx } from '../src/roster/export.js';
import { PROVISIONAL } from '../src/roster/provisional.js';
import { table } from './figures.js';
import { busyness, machine } from './machine.js';

const ROWS = 50_000;
const CLASSES = 110;
const PUPILS = 22_000;
const LETTERS = 'АБВГДЕЖЗИК';

/** The school of a whole district: a class teacher each, two thousand teachers, pupils and their parents. Fictional. */
const people = (): readonly Person[] => {
  const ofClass = (at: number) => `${(at % 11) + 1}${LETTERS[Math.floor(at / 11) % LETTERS.length]}`;
  const named = (id: string, role: Person['role'], more: Partial<Person>): Person => ({
    ...PROVISIONAL,
    ...{ id, role, surname: 'Ключева', name: 'Мария', patronymic: 'Петровна', ...more },
  });
  const leaders = Array.from({ length: CLASSES }, (_, at) =>
    named(`k${at}`, 'class-teacher', { classes: [ofClass(at)] }),
  );
  const teachers = Array.from({ length: 2_000 }, (_, at) =>
    named(`u${at}`, 'teacher', { classes: [ofClass(at), ofClass(at + 1)], subject: 'русский язык и литература' }),
  );
  const pupils = Array.from({ length: PUPILS }, (_, at) => named(`s${at}`, 'student', { classes: [ofClass(at)] }));
  const parents = Array.from({ length: ROWS - 1 - CLASSES - 2_000 - PUPILS }, (_, at) =>
    named(`p${at}`, 'parent', { children: [`s${at % PUPILS}`, ...(at % 5 === 0 ? [`s${(at + 7) % PUPILS}`] : [])] }),
  );
  return [
    named('a01', 'administrator', { basis: 'приказ 01-10-300 от 28.08.2026' }),
    ...leaders,
    ...teachers,
    ...pupils,
    ...parents,
  ];
};

/** Tells the most memory the process ever held, in kilobytes, when it ends. */
const TELL = `data:text/javascript,${encodeURIComponent("process.on('exit',()=>process.stderr.write('\\nmaxRSS '+process.resourceUsage().maxRSS+'\\n'))")}`;

/** A verb as a school calls it, with the private Redis that it starts and stops. */
const verb = async (folder: string, ...argv: readonly string[]) => {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', TELL, path.join(projectRoot(), 'bin/dezhurny.mjs'), 'roster', ...argv],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, DATA_DIR: path.join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (data: Buffer) => void out.push(data));
  child.stderr.on('data', (data: Buffer) => void err.push(data));
  const [code] = (await once(child, 'close')) as [number | null];
  const said = { out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
  const seconds = (performance.now() - began) / 1_000;
  if (code !== 0) throw new Error(`roster ${argv[0]} ended with ${code}: ${said.out.slice(-500)}${said.err}`);
  return { seconds, megabytes: Number(/maxRSS (\d+)/.exec(said.err)?.[1]) / 1_024, out: said.out };
};

const folder = await mkdtemp(path.join(tmpdir(), 'dz-bench-roster-'));
try {
  const all = people();
  const files = { 'list.csv': exportCsv(all), 'list.xlsx': exportXlsx(all, 'Список') };
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  console.log(`${await machine()}; ${busyness()} before\n`);
  const rows: (readonly (string | number)[])[] = [];
  for (const [words, argv] of [
    ['dry run of a CSV', ['check', 'list.csv']],
    ['dry run of an XLSX', ['check', 'list.xlsx']],
    ['import of the CSV', ['import', 'list.csv', '--yes']],
    ['import of the same as XLSX: nothing new', ['import', 'list.xlsx', '--yes']],
    ['export as CSV', ['export', 'out.csv']],
    ['export as XLSX', ['export', 'out.xlsx']],
  ] as const) {
    const { seconds, megabytes, out } = await verb(folder, ...argv);
    rows.push([words, seconds, megabytes]);
    if (process.argv.includes('--show')) console.log(out.slice(0, 300));
  }
  const sizes = Object.values(files).map(({ length }) => (length / 1024 / 1024).toFixed(1));
  console.log(`${ROWS} people, ${sizes[0]} MB as CSV, ${sizes[1]} MB as XLSX\n`);
  console.log(table(['', 'seconds', 'MB at most'], rows));
} finally {
  await rm(folder, { recursive: true, force: true });
}
