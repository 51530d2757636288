import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Calendar, CalendarFile, NO_CALENDAR } from '../domain/calendar.js';
import { contradiction, Given, settingsOf } from '../domain/settings.js';
import { type FileDefect, parseBy } from './settings-file.js';

/** What a school can mend in the settings of its policy folder, or in the calendar. Exit code 78. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';

  constructor(
    readonly file: string,
    readonly defect: FileDefect,
  ) {
    super(`${file}:${defect.line}: ${[defect.field, defect.what].filter(Boolean).join(': ')}`);
  }
}

/** What a school begins with: its policy folder's settings, the calendar beside the folder. */
export interface Beginning {
  readonly given: Given;
  readonly calendar: Calendar;
}

const read = async <S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> => {
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (source === undefined) return undefined;
  const { value, defect } = parseBy(source, schema);
  if (defect) throw new BadSettings(file, defect);
  return value;
};

/**
 * Reads `school.yaml` of a policy folder, and its own `calendar.yaml` or the common one. Any may be missing.
 * @param common the calendar of all schools; by default it lies beside the folder
 * @throws BadSettings
 */
export const loadBeginning = async (dir: string, common = join(dir, '..', 'calendar.yaml')): Promise<Beginning> => {
  const file = join(dir, 'school.yaml');
  const [given = {}, own, usual] = await Promise.all([
    read(file, Given),
    read(join(dir, 'calendar.yaml'), CalendarFile),
    read(common, CalendarFile),
  ]);
  const against = contradiction(settingsOf(given));
  if (against !== undefined) throw new BadSettings(file, { line: 1, field: 'inviteWarningDays', what: against });
  return { given, calendar: own ?? usual ?? NO_CALENDAR };
};
