import { HOUR, MINUTE } from '../../src/domain/time.js';
import { NOON, type School, scene } from './world.js';

const NOTHING: readonly string[] = [];
/** Thursday, 10 September 2026, so many minutes after midnight in Moscow. */
const at = (hours: number, minutes: number): number => NOON + 12 * HOUR + hours * HOUR + minutes * MINUTE;
const NIGHT = { at: at(21, 40) };

const CALL = 'Возможная угроза жизни обучающегося. Позвоните сейчас. Подробности – в карточке.';
const AGAIN = `Вызов пока никто не принял. ${CALL}`;
const CRISIS =
  'Я бот. Я зову на помощь психолога и классного руководителя. Если опасно прямо сейчас, звони 112. Телефон доверия: 8-800-2000-122. Рядом есть взрослый?';
const CRY = 'Не хочу больше жить, всем пока';

const pupils5b = (school: School) => school.chat('class_students', { class: '5Б', registered: { by: 'k02', at: 0 } });
const everybodyOpen = async (school: School) => {
  for (const who of ['s05', 'k01', 'k02', 'z01', 'd01', 'a01']) await school.allows(who);
};

describe('a pupil does not want to live', () => {
  scene(
    'SC-05e, 21:40 s05: hidden, the author alone is answered, class teacher and deputy are called at night',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);

      await school.says('s05', pupils, CRY);

      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(school.hears(school.dialog('s05'))).toEqual([CRISIS]);
      expect(school.buttons(school.dialog('s05'))).toEqual(['Да', 'Нет']);
      for (const who of ['k02', 'z01']) {
        expect(school.hears(school.dialog(who))).toEqual([CALL]);
        expect(school.buttons(school.dialog(who))).toEqual(['Беру на себя', 'Показать фрагмент']);
      }
      for (const who of ['k01', 'd01', 'a01', 'p04']) expect(school.hears(school.dialog(who))).toEqual(NOTHING);
      expect(await school.stores.records.all('conduct')).toEqual([]);
      expect(await school.stores.records.all('case')).toEqual([]);
    },
    NIGHT,
  );

  scene(
    'it is repeated every ten minutes, wider, until somebody takes it; then the others hear who',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, CRY);

      await school.passes(10 * MINUTE);
      expect(school.hears(school.dialog('k02'))).toEqual([
        CALL,
        'По вызову: на вопрос, рядом ли взрослый, автор не ответил.',
        AGAIN,
      ]);
      expect(school.hears(school.dialog('d01'))).toEqual([CALL]);
      expect(school.hears(school.dialog('a01'))).toEqual([CALL]);
      await school.restarts();
      await school.passes(10 * MINUTE);
      expect(school.hears(school.dialog('d01'))).toEqual([CALL, AGAIN]);

      await school.presses('z01', school.dialog('z01'), 'Беру на себя');
      expect(school.hears(school.dialog('k02')).at(-1)).toBe('Вызов уже принят: Второв П. И., заместитель директора.');
      await school.presses('k02', school.dialog('k02'), 'Беру на себя');
      const heard = school.hears(school.dialog('k02'));
      expect(heard.at(-1)).toBe('Вызов уже принят: Второв П. И., заместитель директора.');

      await school.passes(HOUR);
      expect(school.hears(school.dialog('k02'))).toEqual(heard);
    },
    NIGHT,
  );
});
