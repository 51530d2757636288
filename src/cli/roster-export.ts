import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { text } from '../domain/text.js';
import { exportCsv, exported, exportXlsx } from '../roster/export.js';
import { EXIT, line, type Terminal, Unfit } from './terminal.js';
import { withStore } from './with-store.js';

/** Nobody but its owner reads the file; one that is there is never written over. */
const OWN = { flag: 'wx', mode: 0o600 } as const;

/** Writes the roster into a new file: XLSX by that ending, else CSV. The journal keeps that it was read, not whose lines. */
export const exportRoster = (file: string, io: Terminal): Promise<number> =>
  withStore(io, async ({ stores, say }) => {
    const people = exported(await stores.people.all());
    const bytes = /\.xlsx$/iu.test(file) ? exportXlsx(people, say(text('roster-sheet'))) : exportCsv(people);
    try {
      await writeFile(file, bytes, OWN);
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      throw new Unfit(
        code === 'EEXIST' ? `${file}: ${say(text('roster-file-there'))}` : `${file}: cannot be written (${code})`,
      );
    }
    const id = randomUUID();
    await stores.journal.append('cli', {
      kind: 'note',
      id: `n:${id}`,
      at: Date.now(),
      detail: `roster exported: ${people.length} people`,
    });
    line(io.stdout, say(text('roster-exported', { count: people.length })));
    return EXIT.done;
  });
