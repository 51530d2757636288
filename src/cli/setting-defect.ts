import { createSay, type Say } from '../app/say.js';
import { settingDefectWords } from '../app/settings-form.js';
import { text } from '../domain/text.js';
import type { FileDefect } from '../storage/settings-file.js';

/** `school.yaml:12: quietHours: …`, in the school's words. */
export const settingDefect = (file: string, { line, field, what }: FileDefect, say: Say = createSay('ru')): string => {
  const at = `${file}:${line}`;
  return say(
    text('setting-file-defect', { at, field: field === '' ? '' : `${field}: `, defect: settingDefectWords(what) }),
  );
};
