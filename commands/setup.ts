import { z } from 'zod';
import { type Call, defineCommand, type Reply } from '../src/app/command.js';
import { ABROAD, abroad } from '../src/app/foreign-ground.js';
import { withoutOrder } from '../src/app/grounds.js';
import { here } from '../src/app/reply.js';
import { changeSetting } from '../src/app/settings-change.js';
import { readSettingName, settingAsk, settingLine } from '../src/app/settings-form.js';
import { recordOrder } from '../src/app/setup/order.js';
import { papersFor } from '../src/app/setup/papers.js';
import { chats } from '../src/app/setup/platform.js';
import { goOn, hearStep, SetupData } from '../src/app/setup/progress.js';
import type { Answer } from '../src/domain/question.js';
import { SETTING_NAMES, type SettingName } from '../src/domain/settings.js';
import { type Text, text } from '../src/domain/text.js';

/** What is changed most often has a button. */
const OFTEN = ['quietHours', 'answerHours', 'daysOff', 'diary', 'phones'] as const satisfies readonly SettingName[];

const SettingData = z.object({ setting: z.enum([...SETTING_NAMES, 'any'] as const) });
const Data = z.union([SetupData, SettingData]);

const said = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

const change = async (name: SettingName, words: string, call: Call): Promise<Reply> => {
  const refused = await withoutOrder(call);
  if (refused) return said(call, refused, 'no-order');
  if (words === '') return askValue(name, call);
  const changed = await changeSetting(name, words, call);
  if (!changed.ok) return { ...said(call, changed.defect, 'setting-defect'), stays: true };
  return { actions: [here(call, changed.said)], changes: changed.changes, because: `set:${name}` };
};

const askValue = async (name: SettingName, call: Call): Promise<Reply> => ({
  actions: [],
  changes: [],
  because: `ask:${name}`,
  asks: [
    {
      words: await settingAsk(name, call),
      options: [],
      free: true,
      data: { setting: name },
    },
  ],
});

const menu = async (call: Call): Promise<Reply> => {
  const settings = await call.settings();
  const lines = SETTING_NAMES.map((name) => settingLine(name, settings));
  const options = OFTEN.map((name) => ({ id: name, label: text('button-setting', { name }) }));
  return {
    actions: [],
    changes: [],
    because: 'menu',
    asks: [{ words: text('setup-menu', { lines }), options, data: { setting: 'any' } }],
  };
};

const plan = async (call: Call): Promise<Reply> => said(call, (await chats.show(call)).words, 'plan');

const drafts = async (call: Call): Promise<Reply> => ({
  actions: [{ do: 'send', to: call.place, text: text('setup-drafts'), files: await papersFor(call) }],
  changes: [],
  because: 'drafts',
});

const order = async (words: string, call: Call): Promise<Reply> => {
  const recorded = await recordOrder(words, call);
  if ('key' in recorded) return said(call, recorded, 'order-form');
  return { actions: [here(call, text('setup-accepted'))], changes: [recorded], because: 'order' };
};

const chosen = (answer: Answer): SettingName | undefined => SETTING_NAMES.find((name) => name === answer.option);

const hearSetting = async (answer: Answer, setting: SettingName | 'any', call: Call): Promise<Reply> => {
  if (setting !== 'any') {
    const words = answer.words ?? '';
    const { name, value } = readSettingName(words) ?? { name: setting, value: words };
    return change(name, value, call);
  }
  const name = chosen(answer);
  if (name === undefined) return { ...said(call, text('setting-unknown'), 'setting-unknown'), stays: true };
  return change(name, '', call);
};

export default defineCommand({
  name: 'настройка',
  english: 'setup',
  where: 'dialog',
  needs: 'settings',
  help: 'help-setup',
  phrases: ['настройка', 'настройки', 'настройка школы', 'настройки школы'],
  args: (tail) => ({ ok: true, value: tail.trim() }),

  run: async (tail, call) => {
    if (/^чат/iu.test(tail)) return plan(call);
    if (/^(?:черновик|проект)/iu.test(tail)) return drafts(call);
    if (/^приказ\S*\s/iu.test(tail)) return order(tail, call);
    if (ABROAD.test(tail)) return abroad(tail.replace(ABROAD, '').trim(), call);
    const named = readSettingName(tail);
    if (named) return change(named.name, named.value, call);
    const unknown = tail === '' || /^настройк/iu.test(tail) ? undefined : text('setting-unknown');
    if (unknown) return said(call, unknown, 'setting-unknown');
    return (await goOn(call)) ?? menu(call);
  },

  conversation: {
    data: Data,
    hear: async (answer, data, call) => {
      const permitted = await call.may('settings', {});
      if (permitted.granted !== 'yes') return { ...said(call, permitted.text, 'refused'), stays: true };
      return 'step' in data ? hearStep(answer, data, call) : hearSetting(answer, data.setting, call);
    },
  },

  examples: [
    { say: '/настройка', by: 'administrator', answers: 'setup-step', puts: ['record', 'record', 'record'] },
    {
      say: '/настройка тихие часы 21:00-07:00',
      by: 'administrator',
      answers: 'setting-changed',
      puts: ['record'],
    },
    { say: '/setup Тихие часы: с 21 до 7', by: 'administrator', answers: 'setting-changed', puts: ['record'] },
    { say: '/настройка чаты', by: 'administrator', answers: 'setup-chats' },
    { say: '/настройка черновики', by: 'administrator', answers: 'setup-drafts' },
    { say: '/настройка тихие часы 25-07', by: 'administrator', answers: 'setting-defect', refused: true },
    {
      say: '/настройка приказ 5 от 1 сентября 2026 г.',
      by: 'administrator',
      answers: 'setup-accepted',
      puts: ['record'],
    },
    { say: '/настройка приказ завтра', by: 'administrator', answers: 'setup-order-form', refused: true },
    { say: '/настройка телеграм', by: 'administrator', answers: 'foreign-is-shut' },
    {
      say: '/настройка телеграм приказ 12 от 01.09.2026',
      by: 'administrator',
      answers: 'foreign-opened',
      puts: ['record'],
    },
    { say: '/настройка телеграм да', by: 'administrator', answers: 'foreign-form', refused: true },
    { say: '/настройка громкие часы', by: 'administrator', answers: 'setting-unknown', refused: true },
    { say: '/настройка', by: 'class-teacher', answers: 'rights-role', refused: true },
    { say: '/настройка', by: 'administrator', in: 'parents chat', answers: 'group-only-dialog', refused: true },
  ],
});
