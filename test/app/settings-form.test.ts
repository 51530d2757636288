import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createSay } from '../../src/app/say.js';
import { readSetting, readSettingName, SETTING_WORDS, settingLine, settingValue } from '../../src/app/settings-form.js';
import { contradiction, DEFAULTS, SETTING_NAMES, type SettingName, settingsOf } from '../../src/domain/settings.js';
import { text } from '../../src/domain/text.js';

const say = createSay('ru');

describe('a setting as it is typed', () => {
  it.each<[string, SettingName, unknown]>([
    ['тихие часы 21:00-07:00', 'quietHours', { from: '21:00', to: '07:00' }],
    ['Тихие часы: с 21 до 7', 'quietHours', { from: '21:00', to: '07:00' }],
    ['тихие  часы 21.30 – 6.45', 'quietHours', { from: '21:30', to: '06:45' }],
    ['часы ответа 9:00-16:30', 'answerHours', { from: '09:00', to: '16:30' }],
    ['телефоны 8 (8662) 00-00-00, +7 900 000-00-01', 'phones', ['8 (8662) 00-00-00', '+7 900 000-00-01']],
    ['телефоны нет', 'phones', []],
    ['дневник https://school.example.ru/diary', 'diary', 'https://school.example.ru/diary'],
    ['дневник нет', 'diary', ''],
    ['сайты https://www.Sferum.ru/about, gosuslugi.ru', 'hosts', ['sferum.ru', 'gosuslugi.ru']],
    ['рабочая неделя 6 дней', 'workingWeek', 6],
    ['дни без занятий 30.12.2026; 11.1.2027', 'daysOff', ['2026-12-30', '2027-01-11']],
    ['дни без занятий 30 декабря 2026, 11 января 2027', 'daysOff', ['2026-12-30', '2027-01-11']],
    ['рабочие субботы 20.02.2027', 'workingDays', ['2027-02-20']],
    ['собрания класса классный руководитель, заместитель', 'classMeetings', ['class-teacher', 'deputy']],
    ['малые группы 0', 'smallGroup', 0],
    ['срок приглашений 14 дней', 'inviteDays', 14],
    ['название МКОУ «ООШ № 19»', 'name', 'МКОУ «ООШ № 19»'],
    ['реквизиты ИНН 0711038298', 'requisites', ['ИНН 0711038298']],
    ['тихие часы обычные', 'quietHours', null],
    ['малые группы по умолчанию', 'smallGroup', null],
  ])('«%s»', (typed, name, value) => {
    const read = readSettingName(typed);
    expect(read?.name).toBe(name);
    expect(readSetting(name, read?.value ?? '')).toEqual({ ok: true, value });
  });

  it.each([
    ['тихие часы 25-07', 'время пишется часами и минутами'],
    ['тихие часы вечером', 'время пишется часами и минутами'],
    ['тихие часы 21:00-21:00', 'начало и конец не могут совпадать'],
    ['телефоны спросите у секретаря', 'нужны номера телефонов'],
    ['дневник http://school.example.ru', 'нужен адрес'],
    ['сайты где-то', 'нужны адреса сайтов'],
    ['рабочая неделя 7', 'пять или шесть дней'],
    ['дни без занятий 31.02.2027', 'нужна дата'],
    ['дни без занятий завтра', 'нужна дата'],
    ['собрания класса дворник', 'нужны должности'],
    ['собрания класса нет', 'значение не указано'],
    ['малые группы -1', 'нужно целое число'],
    ['малые группы 1000', 'такое число не подходит'],
    ['срок приглашений 0', 'такое число не подходит'],
    [`название ${'а'.repeat(201)}`, 'слишком длинно'],
    ['поддержка ', 'значение не указано'],
  ])('«%s» is refused kindly, with an example', (typed, words) => {
    const read = readSettingName(typed);
    const found = read && readSetting(read.name, read.value);
    expect(found?.ok).toBe(false);
    const said = found && !found.ok ? say(found.defect) : '';
    expect(said).toContain(words);
    expect(said).toContain('Например: ');
  });

  it.each(['часы', 'тихиечасы 21-7', 'громкие часы 21-7', ''])('«%s» names none', (typed) =>
    expect(readSettingName(typed)).toBeUndefined(),
  );

  it.each(SETTING_NAMES)('%s is explained by an example that can be typed', (name) => {
    const example = say(text('setting-example', { name }));
    const read = readSettingName(example);
    expect([read?.name, read && readSetting(name, read.value).ok]).toEqual([name, true]);
  });

  it.each(SETTING_NAMES)('%s: no words break it', (name) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const read = readSetting(name, words);
        if (!read.ok) expect(say(read.defect).length).toBeGreaterThan(0);
        else if (read.value !== null) expect(say(settingValue(name, read.value)).length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

describe('settings', () => {
  it('lie over each other: the usual ones, the policy’s, the school’s own', () => {
    const settings = settingsOf({ smallGroup: 7, inviteDays: 10 }, { inviteDays: 14 });
    expect([settings.smallGroup, settings.inviteDays, settings.workingWeek]).toEqual([7, 14, 5]);
  });

  it('contradict each other when nobody could be warned in time', () => {
    expect(contradiction(DEFAULTS)).toBeUndefined();
    expect(contradiction({ ...DEFAULTS, inviteDays: 2 })).toBe('setting-warning-too-early');
  });

  it('are said in a line each', () => {
    expect(say(settingLine('quietHours', DEFAULTS))).toBe('Тихие часы: 20:00–08:00');
    expect(say(settingLine('phones', DEFAULTS))).toBe('Телефоны: нет');
    expect(say(settingLine('daysOff', { ...DEFAULTS, daysOff: ['2026-12-30'] }))).toBe('Дни без занятий: 30.12.2026');
  });

  it('are all told in docs/settings.md, as they are', () => {
    const rows = readFileSync('docs/settings.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split(' | ').slice(0, 3).join(' | '));
    expect(rows).toEqual(
      SETTING_NAMES.map((name) => `| \`${name}\` | ${SETTING_WORDS[name][0]} | \`${JSON.stringify(DEFAULTS[name])}\``),
    );
  });
});
