import { NOON, RUDE } from './appeals.js';
import { openTelegram } from './telegram-wire.js';
import { scene } from './world.js';

const SHUT =
  'Здесь я только поддерживаю порядок в чатах: сообщаю о скрытом и принимаю возражения. Всё остальное школа через иностранный мессенджер не отправляет: это ограничено законом. Пожалуйста, напишите мне на платформе школы.';

describe('what a school says through Telegram', () => {
  it('order is kept, all else waits for a ground of the school, and the reason is told', async () => {
    const wire = await openTelegram(NOON);
    try {
      for (const who of ['k01', 'p02'] as const) wire.starts(who);
      wire.says('p02', '/я');
      await wire.hearing('p02', SHUT);
      // «Start» was answered so, too.
      expect(new Set(wire.hears('p02'))).toEqual(new Set([SHUT]));

      const stands = wire.writes('p02', RUDE);
      await wire.sees('it is gone', () => !stands());
      await wire.hearing('p02', 'Если Вы не согласны');

      await wire.opens(true);
      wire.says('p02', '/я');
      await wire.hearing('p02', 'Петров');

      const before = wire.hears('p02').length;
      await wire.opens(false);
      wire.says('p02', '/я');
      await wire.sees('the reason again', () => wire.hears('p02').length > before);
      expect(wire.hears('p02').slice(before)).toEqual([SHUT]);
    } finally {
      await wire.close();
    }
  }, 30_000);

  it('the notice of a move is put into the old chat only where the school lets the bot do so, and once', async () => {
    const wire = await openTelegram(NOON);
    try {
      wire.starts('k01');
      await wire.opens(true);
      wire.says('k01', '/миграция добавить Telegram «5А родители», срок 30.09');
      await wire.hearing('k01', 'Вам поручен перенос чата');
      wire.says('k01', '/миграция текст');
      await wire.hearing('k01', 'Прежний чат в Telegram после 30.09.2026 использоваться не будет.');
      expect(wire.hears('k01').join('\n')).not.toContain('Разместить');

      await wire.settles({ oldChatNotice: 'bot' });
      wire.says('k01', '/миграция текст');
      await wire.hearing('k01', 'Разместить это объявление в старом чате и закрепить?');
      expect(wire.hears('chat').join('\n')).not.toContain('Прежний чат');
      await wire.opens(false);
      wire.presses('k01', 'Разместить');
      await wire.hearing('chat', 'Прежний чат в Telegram после 30.09.2026 использоваться не будет.');

      await wire.opens(true);
      wire.says('k01', '/миграция текст');
      const texts = () => wire.hears('k01').filter((words) => words.includes('Прежний чат')).length;
      await wire.sees('the text once more', () => texts() === 3);
      expect(wire.hears('k01').filter((words) => words.startsWith('Разместить'))).toHaveLength(1);
    } finally {
      await wire.close();
    }
  }, 30_000);

  scene('is opened by the administrator with an order, and shut by a word', async (school) => {
    const a01 = school.dialog('a01');
    const last = () => school.hears(a01).at(-1);
    for (const who of ['a01', 'k01', 'd01']) await school.allows(who);
    await school.says('a01', a01, '/настройка Telegram');
    expect(last()).toContain('уходят только сообщения о порядке в чатах и объявление о переносе');
    await school.says('a01', a01, '/настройка телеграм приказ 12 от 01.09.2026');
    expect(last()).toBe(
      'Основание записано: приказ № 12 от 01.09.2026. Теперь я пишу и через Telegram. Прекратить: /настройка телеграм выключить.',
    );
    expect((await school.stores.records.get('act', 'foreign-messenger'))?.value).toMatchObject({
      number: '12',
      date: '2026-09-01',
      by: 'a01',
    });
    await school.says('a01', a01, '/настройка телеграм');
    expect(last()).toContain('Основание: приказ № 12 от 01.09.2026');
    await school.says('a01', a01, '/настройка телеграм выключить');
    expect(await school.stores.records.get('act', 'foreign-messenger')).toBeUndefined();
  });

  scene('needs an order that is issued, and nobody but the administrator', async (school) => {
    for (const who of ['a01', 'k01', 'd01']) await school.allows(who);
    for (const words of ['да', 'приказ 12 от 01.12.2026', 'приказ'])
      await school.says('a01', school.dialog('a01'), `/настройка телеграм ${words}`);
    for (const who of ['k01', 'd01'])
      await school.says(who, school.dialog(who), '/настройка телеграм приказ 12 от 01.09.2026');
    expect(school.hears(school.dialog('a01')).at(-1)).toContain('приказа, который уже издан');
    expect(await school.stores.records.get('act', 'foreign-messenger')).toBeUndefined();
  });
});
