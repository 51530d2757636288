import { FIRST, on, SECOND } from './case-night.js';
import { type Wire, wired } from './wire.js';

const linked = ['k01', 'a01', 'z01', 'p02'] as const;

/** Whether somebody may write, asked of the messenger by writing. */
const mayWrite = (wire: Wire, words: string): boolean => {
  try {
    wire.writes('p02', words);
    return true;
  } catch {
    return false;
  }
};

/** Steps 2 and 3: a warning at 23:14, read-only at 23:40. */
const night = async (wire: Wire): Promise<void> => {
  wire.follows('p02', wire.link());
  await wire.hearing('p02', 'Вы теперь в чате «5А – родители»');
  wire.clock.set(on(9, 23, 14));
  const first = wire.writes('p02', FIRST);
  await wire.sees('the first is gone', () => !first());
  await wire.hearing('p02', 'Это предупреждение, оно действует 30 дней.');
  wire.clock.set(on(9, 23, 40));
  const second = wire.writes('p02', SECOND);
  await wire.sees('the second is gone', () => !second());
  await wire.hearing('p02', 'этот чат можно только читать (п. 6 Правил общения в чатах)');
};

const morning = async (wire: Wire): Promise<void> => {
  wire.clock.set(on(10, 8, 10));
  await wire.hearing('k01', 'Дело № 2. Чат «5А – родители», сообщение от 09.09.2026 23:40.');
};

const state = async (wire: Wire) => {
  const [conduct] = await wire.stores.records.all('conduct');
  return conduct?.value.strikes.map((strike) => strike.state);
};

describe("SC-04 over VK's wire", () => {
  wired(
    '2–8a. removed, warned, read-only by the messenger itself; handed on to the deputy, shown, confirmed with words',
    { at: on(9, 22, 40), linked },
    async (wire) => {
      await night(wire);
      expect(wire.hears('chat')).toEqual([]);
      expect(mayWrite(wire, 'И что, заткнули?')).toBe(false);
      for (const who of ['k01', 'z01', 'a01'] as const)
        expect(wire.hears(who).filter((words) => words.includes('Дело'))).toEqual([]);

      await morning(wire);
      wire.presses('k01', 'Я сторона конфликта…');
      await wire.hearing('z01', 'Автор: родитель обучающегося 5А класса.');
      wire.presses('z01', 'Показать фрагмент');
      await wire.hearing('z01', 'Зачем нужен фрагмент?');
      wire.presses('z01', 'Для решения по делу');
      await wire.hearing('z01', 'Просмотр записан.');
      wire.presses('z01', 'Подтвердить');
      await wire.hearing('z01', 'Напишите несколько слов автору');
      wire.says('z01', 'Тон недопустим');

      await wire.hearing(
        'p02',
        'подтверждено до 10.09.2026 23:40 (заместитель директора). Пояснение: «Тон недопустим».',
      );
      expect(await state(wire)).toEqual(['counts', 'counts']);
      expect(mayWrite(wire, 'Доброе утро')).toBe(false);
      wire.clock.set(on(10, 23, 41));
      await wire.sees('the limit is over by itself', () => mayWrite(wire, 'Добрый вечер'));
    },
  );

  wired('8b. taken back: may write at once', { at: on(9, 22, 40), linked }, async (wire) => {
    await night(wire);
    await morning(wire);
    wire.presses('k01', 'Отменить');
    await wire.hearing('k01', 'Почему отменить?');
    wire.presses('k01', 'Достаточно разговора');

    await wire.hearing('p02', 'Ограничение снято, запись о нарушении отменена.');
    await wire.sees('may write', () => mayWrite(wire, 'Спасибо'));
    expect(await state(wire)).toEqual(['counts', 'void']);
  });
});
