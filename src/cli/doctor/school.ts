import type { Say } from '../../app/say.js';
import { settingValue } from '../../app/settings-form.js';
import type { Config } from '../../config.js';
import { OWN_SETTINGS, originOf, SETTING_NAMES, settingsOf } from '../../domain/settings.js';
import { text } from '../../domain/text.js';
import { DAY } from '../../domain/time.js';
import { defectOfFile } from '../../main/mirror-settings.js';
import { CALENDAR, type Data } from '../../main/store.js';
import { inProject } from '../../project-root.js';
import { BadSettings, type Beginning, loadBeginning } from '../../storage/school.js';
import { type FileDefect, readSettingsFile } from '../../storage/settings-file.js';
import { settingDefect } from '../setting-defect.js';
import { advice, bad, type Finding, good } from './finding.js';

/** A deadline may lie so far ahead. */
const AHEAD = 60 * DAY;

const wrongFile = (file: string, defect: FileDefect, say: Say): Finding =>
  bad(say(text('doctor-settings')), settingDefect(file, defect, say), say(text('doctor-settings-mend')));

const calendarOf = ({ calendar }: Beginning, say: Say): readonly Finding[] => {
  if (Date.parse(calendar.until) > Date.now() + AHEAD) return [];
  const until = calendar.until.split('-').toReversed().join('.');
  return [
    advice(
      say(text('doctor-calendar')),
      say(text('doctor-calendar-ends', { until })),
      say(text('doctor-calendar-mend')),
    ),
  ];
};

/** Each setting with where it comes from; what is wrong in the files that set them. */
export const lookAtSettings = async (
  { POLICY_DIR, DATA_DIR }: Config,
  data: Data | undefined,
  say: Say,
): Promise<readonly Finding[]> => {
  try {
    const beginning = await loadBeginning(inProject(POLICY_DIR), inProject(CALENDAR));
    const found = await readSettingsFile(DATA_DIR);
    const own = (await data?.stores.records.get('settings', OWN_SETTINGS))?.value ?? {};
    const settings = settingsOf(beginning.given, own);
    const defect = found && defectOfFile(found, beginning.given);
    return [
      ...(defect ? [wrongFile('school.yaml', defect, say)] : []),
      ...SETTING_NAMES.map((name) => {
        const value = settingValue(name, settings[name]);
        const origin = originOf(name, beginning.given, own);
        return good(say(text('setting-name', { name })), say(text('doctor-setting', { value, origin })));
      }),
      ...calendarOf(beginning, say),
    ];
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    return [wrongFile(error.file, error.defect, say)];
  }
};
