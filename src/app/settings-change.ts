import type { Change } from '../domain/change.js';
import { keep } from '../domain/records.js';
import { contradiction, type Given, OWN_SETTINGS, type SettingName, type Settings } from '../domain/settings.js';
import { type Text, text } from '../domain/text.js';
import type { Known } from './known.js';
import { defectOf, readSetting, settingLine } from './settings-form.js';

export type Changed =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly settings: Settings; readonly said: Text }
  | { readonly ok: false; readonly defect: Text };

const without = (given: Given, name: SettingName): Given =>
  Object.fromEntries(Object.entries(given).filter(([one]) => one !== name));

/** What changing one setting comes to; the same value again comes to nothing. */
export const changeSetting = async (
  name: SettingName,
  words: string,
  known: Pick<Known, 'records' | 'settings' | 'usual'>,
): Promise<Changed> => {
  const read = readSetting(name, words);
  if (!read.ok) return read;
  const before = await known.settings();
  const value = read.value ?? known.usual[name];
  const settings: Settings = { ...before, [name]: value };
  const against = contradiction(settings);
  if (against !== undefined) return { ok: false, defect: defectOf(name, against) };
  if (JSON.stringify(before[name]) === JSON.stringify(value))
    return { ok: true, changes: [], settings, said: text('setting-same', { line: settingLine(name, settings) }) };
  const held = await known.records.get('settings', OWN_SETTINGS);
  const own = read.value === null ? without(held?.value ?? {}, name) : { ...held?.value, [name]: read.value };
  return {
    ok: true,
    settings,
    changes: [keep('settings', OWN_SETTINGS, own, held)],
    said: text('setting-changed', { line: settingLine(name, settings) }),
  };
};
