import { HOUR, MINUTE } from '../../src/domain/time.js';
import { NOON, scene } from './world.js';

const NOTHING: readonly string[] = [];
/** Thursday, 10 September 2026, so many minutes after midnight in Moscow. */
const at = (hours: number, minutes: number): number => NOON + 12 * HOUR + hours * HOUR + minutes * MINUTE;

/** Rows a, d1, f, g, h, i of `domain.md` SC-05. Those that call people: `sc-05-calls.test.ts`; photos: `sc-05-photos.test.ts`. */
describe('SC-05: dangerous content, Thursday 10.09.2026', () => {
  scene(
    'a. 12:10 s03: somebody’s telephone number disappears, and nobody repeats it',
    async (school) => {
      const pupils = await school.chat('class_students');
      await school.allows('s03');

      const message = await school.says('s03', pupils, 'Номер Дашки Петровой 8 900 555-12-34, звоните ей все');

      expect(school.sees(pupils)).toEqual([
        'Скрыто сообщение с личными данными (п. 4.2 Положения). Возразить можно мне в личных сообщениях.',
      ]);
      const [notice, ...more] = school.hears(school.dialog('s03'));
      expect(notice).toBe(
        'Здравствуй! Твоё сообщение в чате «5А – ученики» от 12:10 скрыто: бот увидел в нём личные данные другого человека (п. 4.2 Положения). Чужие номера, адреса и документы в чат не пишут. Если они нужны, спроси у самого человека. Это предупреждение, оно действует 30 дней. Если думаешь, что это ошибка, нажми кнопку: до 15.09.2026 ответит взрослый.',
      );
      expect(more).toEqual(NOTHING);
      const held = await school.stores.records.get('conduct', 's03');
      expect(held?.value.strikes).toMatchObject([{ state: 'counts' }]);
      expect(JSON.stringify([notice, await school.journal(message)])).not.toContain('555-12-34');
    },
    { at: at(12, 10) },
  );

  scene(
    'd1. 13:00 s03: a photo without words stays',
    async (school) => {
      const pupils = await school.chat('class_students');

      await school.says('s03', pupils, 'Экскурсия', {
        attachments: [{ kind: 'photo', words: [], handle: 'photo-1_7' }],
      });

      expect(school.sees(pupils)).toEqual(['Экскурсия']);
    },
    { at: at(13, 0) },
  );

  scene(
    'f. 14:00 u01: a pupil’s marks disappear; of the staff nothing is counted and nobody is limited',
    async (school) => {
      const subject = await school.chat('subject', { subject: 'информатика' });
      await school.allows('u01');

      await school.says('u01', subject, 'Сидоров опять двойка, позор');

      expect(school.sees(subject)).toEqual(NOTHING);
      expect(school.hears(school.dialog('u01'))).toEqual([
        'Здравствуйте! Ваше сообщение в чате «5А – информатика» от 14:00 скрыто, так как содержало оценки или сведения о конкретном ребёнке (п. 4.2 Положения). Сообщите, пожалуйста, лично или через электронный дневник. Если Вы не согласны – нажмите «Не согласен(на)», ответ – до 15.09.2026.',
      ]);
      expect(await school.stores.records.get('conduct', 'u01')).toBeUndefined();
      expect(school.mayWrite('u01', subject)).toBe(true);
    },
    { at: at(14, 0) },
  );

  scene(
    'g. 15:00 p04: a card number disappears; a reminder in private, no strike',
    async (school) => {
      const parents = await school.chat('class_parents', { class: '5Б' });
      await school.allows('p04');

      await school.says('p04', parents, 'Скидываемся по 500 р на шторы: 2202 1234 5678 9017');

      expect(school.sees(parents)).toEqual(NOTHING);
      expect(school.hears(school.dialog('p04'))).toEqual([
        'Здравствуйте! Ваше сообщение в чате «5Б – родители» от 15:00 скрыто, так как содержало номер карты или сбор денег (п. 5 Правил общения в чатах). Пожертвования – только добровольно и через официальный счёт школы. Если Вы не согласны – нажмите «Не согласен(на)», ответ – до 15.09.2026.',
      ]);
      expect(await school.stores.records.get('conduct', 'p04')).toBeUndefined();
    },
    { at: at(15, 0) },
  );

  scene(
    'h. 15:30 s02: an invitation into a foreign messenger waits for the class teacher; no strike',
    async (school) => {
      const pupils = await school.chat('class_students');
      await school.allows('s02');

      await school.says('s02', pupils, 'го в телегу https://t.me/+abc');

      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(school.hears(school.dialog('s02'))).toEqual([
        'Здравствуй! Твоё сообщение в чате «5А – ученики» от 15:30 пока скрыто: бот увидел в нём приглашение в другой мессенджер (п. 2.8 Положения). О школе говорим в школьном чате. Вернуть ли его, решит классный руководитель. Нарушением это не считается.',
      ]);
      expect(await school.stores.records.get('conduct', 's02')).toBeUndefined();
    },
    { at: at(15, 30) },
  );

  scene(
    'i. 12:40 s04: an innocent message edited into an insult disappears like a new one, and is counted once',
    async (school) => {
      const pupils = await school.chat('class_students');
      await school.allows('s04');
      const message = await school.says('s04', pupils, 'Кто дежурный?');

      await school.edits('s04', message, 'Ты идиот');
      await school.edits('s04', message, 'Ты полный идиот');

      expect(school.sees(pupils)).not.toContain('Ты идиот');
      expect(school.hears(school.dialog('s04'))).toHaveLength(1);
      expect((await school.stores.records.get('conduct', 's04'))?.value.strikes).toHaveLength(1);
    },
    { at: at(12, 40) },
  );
});

describe('SC-05: what must be found, however it is written', () => {
  for (const words of ['дypa', 'д.у.р.а', 'ид1от ты', 'Ты ИДИОТ', 'дуууура'])
    scene(
      `«${words}» goes, and its author is told why`,
      async (school) => {
        const pupils = await school.chat('class_students');
        await school.allows('s03');

        await school.says('s03', pupils, words);

        expect(school.sees(pupils)).not.toContain(words);
        expect(school.hears(school.dialog('s03'))).toEqual([expect.stringContaining('(п. 4.2 Положения)')]);
      },
      { at: at(12, 0) },
    );
});
