import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { text } from '../../src/domain/text.js';
import { DRAFTS } from '../../src/ports/documents.js';
import { whereThereIs } from '../where-there-is.js';
import { documentsIn } from './documents.js';

const run = promisify(execFile);

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const PROGRAMS = ['soffice', 'libreoffice'];
const office = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)))
  .find(runnable);

/** Converts a text document to plain text with an office program of its own folder. */
const convert = async (program: string, folder: string, file: string): Promise<string> => {
  const home = `-env:UserInstallation=file://${folder}/home`;
  await run(program, [home, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file]);
  return (await readFile(file.replace(/\.docx$/, '.txt'), 'utf8')).replaceAll('\u00A0', ' ');
};

const read = async (program: string, bytes: Uint8Array): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'dz-office-'));
  try {
    await writeFile(join(folder, 'draft.docx'), bytes);
    return await convert(program, folder, join(folder, 'draft.docx'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const drafts = async () => {
  const documents = documentsIn('ru');
  const cited = text('clause-ref', { document: 'regulation', clause: '7.1' });
  return Promise.all(DRAFTS.map((kind) => documents.draft({ kind, school: 'МКОУ «ООШ № 19»', cited })));
};

const minutes = () =>
  documentsIn('ru').minutes({
    school: 'МКОУ «ООШ № 19»',
    number: 3,
    of: text('document-minutes-of', { kind: 'class-parents', class: '5А', subject: '' }),
    date: '25.09.2026',
    begun: '18:30',
    ended: '19:20',
    present: text('document-minutes-present', { kind: 'class-parents', there: '23', all: '30' }),
    presided: text('document-minutes-presided', {
      role: text('role', { role: 'class-teacher' }),
      who: 'Ключева М. П.',
    }),
    items: [
      { title: 'Итоги адаптации', heard: 'итоги', decided: 'принять', votes: { for: 20, against: 1, abstained: 2 } },
      { title: 'Питание', heard: '', decided: '' },
    ],
    questions: 1,
    names: ['Иванова Ольга Николаевна'],
  });

const opened = whereThereIs(
  office === undefined ? `neither ${PROGRAMS.join(' nor ')} is on PATH: drafts are not opened` : undefined,
);

describe('an office program', () => {
  opened(
    'opens every draft',
    async () => {
      for (const { bytes } of await drafts()) {
        const words = await read(office ?? '', bytes);
        expect(words).toMatch(/^\uFEFF?Проект\r?\n/);
        expect(words).toContain('МКОУ «ООШ № 19»');
        expect(words).toContain('п. 7.1 Положения');
      }
    },
    120_000,
  );

  opened(
    'opens the minutes of a meeting',
    async () => {
      const words = await read(office ?? '', minutes().bytes);
      expect(words).toMatch(/ПРОТОКОЛ № 3\r?\nродительского собрания 5А класса/u);
      expect(words).toMatch(/1\. СЛУШАЛИ: итоги\r?\nРЕШИЛИ: принять \(за 20, против 1, воздержались 2\)/u);
    },
    120_000,
  );
});

describe('the drafts', () => {
  it('are as many as an office program is given', async () => {
    const names = (await drafts()).map(({ name }) => name);
    expect(new Set(names).size).toBe(DRAFTS.length);
  });
});
