import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type Calendar, CalendarFile, NO_CALENDAR } from '../domain/calendar.js';
import { Given } from '../domain/settings.js';

/** The file that a school can mend; one line. Exit code 78. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings';
}

/** What a school begins with: its policy folder's settings, the calendar beside the folder. */
export interface Beginning {
  readonly given: Given;
  readonly calendar: Calendar;
}

const read = async <S extends z.ZodType>(file: string, schema: S): Promise<z.output<S> | undefined> => {
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new BadSettings(`${file}: cannot be read`, { cause: error });
  }
  try {
    return schema.parse(parse(source));
  } catch (cause) {
    throw new BadSettings(`${file}: is no such file as docs/settings.md describes`, { cause });
  }
};

/**
 * Reads `school.yaml` of a policy folder, and `calendar.yaml` of it or beside it. Either may be missing.
 * @throws BadSettings
 */
export const loadBeginning = async (dir: string): Promise<Beginning> => {
  const calendars = [join(dir, 'calendar.yaml'), join(dir, '..', 'calendar.yaml')];
  const [given, own, common] = await Promise.all([
    read(join(dir, 'school.yaml'), Given),
    ...calendars.map((file) => read(file, CalendarFile)),
  ]);
  return { given: given ?? {}, calendar: (own ?? common ?? NO_CALENDAR) as Calendar };
};
