import { randomUUID } from 'node:crypto';
import type { Say } from '../app/say.js';
import { keep } from '../domain/records.js';
import { contradiction, type Given, OWN_SETTINGS, type SettingName, settingsOf } from '../domain/settings.js';
import { text } from '../domain/text.js';
import type { Stores } from '../ports/stores.js';
import {
  type FileDefect,
  type Found,
  printSettings,
  readSettingsFile,
  sameSettings,
  writeSettingsFile,
} from '../storage/settings-file.js';

export interface MirrorDeps {
  readonly dataDir: string;
  readonly stores: Pick<Stores, 'records' | 'ledger'>;
  /** Settings of the policy's folder. */
  readonly given: Given;
  readonly say: Say;
  readonly chain: string;
  readonly now: () => number;
  /** Told once of each wrong file; the settings from before go on. */
  readonly onDefect: (defect: FileDefect) => void;
}

/** How a system says that this user may not write there. */
const CLOSED: readonly string[] = ['EACCES', 'EPERM', 'EROFS'];

/** In what a file is wrong: by itself, or against what the policy's folder says. */
export const defectOfFile = ({ parsed }: Found, given: Given): FileDefect | undefined => {
  if (parsed.defect) return parsed.defect;
  const against = contradiction(settingsOf(given, parsed.value));
  return against === undefined ? undefined : { line: 1, field: 'inviteWarningDays', what: against };
};

/**
 * Keeps `school.yaml` of the data folder and the store alike: what was written into the file by hand is taken into the
 * store, what was changed in a chat is written into the file.
 */
export const createMirror = ({ dataDir, stores, given, say, chain, now, onDefect }: MirrorDeps) => {
  let told = '';

  /** Where the folder may not be written to (Redis and key lie elsewhere), there is no mirror. */
  const write = async (own: Given): Promise<void> => {
    const nameOf = (name: SettingName) => say(text('setting-name', { name }));
    const words = printSettings(own, settingsOf(given), nameOf);
    await writeSettingsFile(dataDir, words).catch((error: NodeJS.ErrnoException) => {
      if (!CLOSED.includes(error.code ?? '')) throw error;
    });
  };

  const take = async (own: Given): Promise<void> => {
    const held = await stores.records.get('settings', OWN_SETTINGS);
    const id = randomUUID();
    const entry = { id: `n:settings:${id}`, at: now(), kind: 'note', detail: 'settings: by hand' } as const;
    const changes = [keep('settings', OWN_SETTINGS, own, held)];
    const ended = await stores.ledger.settle({ key: `settings-${id}`, entry, changes, rows: [], chain });
    // Somebody changed them in a chat at the same moment: the file is looked at again in a minute.
    if (ended === 'settled') await write(own);
  };

  return async (): Promise<void> => {
    const found = await readSettingsFile(dataDir);
    const held = await stores.records.get('settings', OWN_SETTINGS);
    const own = held?.value ?? {};
    if (found === undefined) return write(own);
    const defect = defectOfFile(found, given);
    if (defect) {
      if (told !== found.source) onDefect(defect);
      told = found.source;
      return;
    }
    const inFile = found.parsed.value ?? {};
    if (sameSettings(inFile, own)) return found.byHand ? write(own) : undefined;
    // A store that has never held any is a new one: the file came with the school.
    return found.byHand || held === undefined ? take(inFile) : write(own);
  };
};
