import { SETTING_NAMES, type Settings } from '../../domain/settings.js';
import { type Text, text } from '../../domain/text.js';
import { changeSetting } from '../settings-change.js';
import { readSettingName, settingAsk, settingLine } from '../settings-form.js';
import { agreed, type Heard, type Shown, type Step, stay } from './step.js';

const shown = (settings: Settings, first?: Text): Shown => {
  const words = text('setup-settings', { lines: SETTING_NAMES.map((name) => settingLine(name, settings)) });
  return {
    words: first ? text('setup-then', { first, next: words }) : words,
    options: [{ id: 'right', label: text('button-setup-right'), look: 'positive' }],
  };
};

/** Step 6: what the school settles for itself, to be accepted or changed one by one. */
export const settings: Step = {
  show: async (call) => shown(await call.settings()),
  hear: async (answer, call): Promise<Heard> => {
    if (answer.option === 'right' || agreed(answer)) return { to: 'next', because: 'settings' };
    const read = readSettingName(answer.words ?? '');
    if (read === undefined) return stay('setting-unknown', text('setting-unknown'));
    if (read.value === '') return stay('setting-ask', await settingAsk(read.name, call));
    const changed = await changeSetting(read.name, read.value, call);
    if (!changed.ok) return stay('setting-defect', changed.defect);
    return {
      to: 'again',
      because: `set:${read.name}`,
      changes: changed.changes,
      shown: shown(changed.settings, changed.said),
    };
  },
};
