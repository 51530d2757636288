import { stringify } from 'yaml';
import {
  adopts,
  brings,
  citedEdition,
  everybodyListens,
  fileOf,
  moment,
  newEdition,
  REQUISITES,
  until,
} from './editions.js';
import { ADMINISTRATOR, DIRECTOR, PARENT, PUPIL, roster, scene, TEACHER } from './world.js';

const FOUL = 'Охуели совсем со своими сборами';
const MONDAY = { at: moment('2026-10-19', '10:00') } as const;
const BEGIN = moment('2026-10-26', '08:00');
const NEWS =
  'С 26.10.2026 действует новая редакция Положения (приказ № 01-10-355 от 19.10.2026). Прежняя редакция утратила силу (п. 5.4 Положения). Что изменилось: изменены 4.2, 5.2; добавлен 4.3. Полный текст: /положение. Пожалуйста, отметьте ознакомление до 09.11.2026.';
const REMINDER = 'Напоминаем: пожалуйста, ознакомьтесь с Положением школы (/положение) и отметьте это до 09.11.2026.';
const NOT_ENACTED =
  'Редакция не может быть введена: нужны протокол педагогического совета и приказ директора (п. 5.1 Положения).';

describe('SC-12: a new edition', () => {
  scene(
    'steps 1–3: without an order it is refused; with one it is shown, the director decides, and it waits for its day',
    async (school) => {
      await everybodyListens(school);
      const dialog = school.dialog(ADMINISTRATOR);

      await brings(school, newEdition(), '');
      expect(school.hears(dialog)).toContain(NOT_ENACTED);

      await school.says(ADMINISTRATOR, dialog, REQUISITES);
      const preview = school.hears(dialog).at(-1);
      expect(preview).toContain('изменены 4.2, 5.2; добавлен 4.3');
      expect(preview).toMatch(/Не указано мнение советов обучающихся и родителей\.\nПродолжить\?$/u);

      await school.presses(ADMINISTRATOR, dialog, 'Продолжить');
      expect(school.hears(dialog).at(-1)).toBe('Передано директору. Когда он решит, я напишу.');
      expect(school.hears(school.dialog(DIRECTOR)).at(-1)).toContain('по приказу № 01-10-355 от 19.10.2026');

      await school.presses(DIRECTOR, school.dialog(DIRECTOR), 'Ввести');
      const adopted = 'Редакция принята. Она начнёт действовать 26.10.2026, до этого дня действует прежняя.';
      expect(school.hears(dialog).at(-1)).toBe(adopted);
      expect(school.hears(school.dialog(DIRECTOR)).at(-1)).toBe(adopted);

      await school.says(PARENT, school.dialog(PARENT), '/положение архив');
      expect(school.hears(school.dialog(PARENT)).at(-1)).toBe(
        [
          'Редакции Положения:',
          '26.10.2026 – принята, ещё не действует (приказ № 01-10-355 от 19.10.2026)',
          '31.08.2024 – действует (приказ № 01-10-281 от 31.08.2024)',
          'Текст любой из них: /положение и дата, например /положение 31.08.2024',
        ].join('\n'),
      );
      await school.says(PARENT, school.dialog(PARENT), '/пункт 4.3');
      expect(school.hears(school.dialog(PARENT)).at(-1)).toContain(
        'Пункта 4.3 в действующем Положении нет. Ближайшие: 4.1, 4.2.',
      );
    },
    MONDAY,
  );

  scene(
    'steps 4–6: the old edition is cited until midnight and the new one from then on; everybody is told in the morning',
    async (school) => {
      await everybodyListens(school);
      const parents = await school.chat('class_parents');
      await adopts(school);

      await until(school, moment('2026-10-25', '23:50'));
      await school.says(PARENT, parents, FOUL);
      expect(await citedEdition(school)).toBe('2024-08-31');

      await until(school, moment('2026-10-26', '00:05'));
      await school.says('p03', parents, FOUL);
      expect(await citedEdition(school)).toBe('2026-10-26');
      expect(school.hears(school.dialog('p01'))).toEqual([]);

      await until(school, BEGIN);
      expect(school.hears(school.dialog('p01'))).toEqual([NEWS]);
      expect(school.buttons(school.dialog('p01'))).toEqual(['Ознакомлен(а)']);
      expect(school.hears(school.dialog(PUPIL)).at(-1)).toContain('Прочитайте до 09.11.2026 и нажмите кнопку');

      expect(await school.presses('p01', school.dialog('p01'), 'Ознакомлен(а)')).toBe(
        'Спасибо! Ознакомление с Положением в редакции от 26.10.2026 отмечено.',
      );
      expect(await school.presses('p01', school.dialog('p01'), 'Ознакомлен(а)')).toBe(
        'Вы уже отметили ознакомление с редакцией от 26.10.2026.',
      );
      await school.says('p03', school.dialog('p03'), 'Ознакомлена');

      await until(school, moment('2026-11-01', '08:00'), moment('2026-11-02', '08:00'));
      const reminded = roster.filter(({ id }) => school.hears(school.dialog(id)).at(-1)?.startsWith('Напоминаем'));
      expect(reminded.map(({ id }) => id)).not.toContain('p01');
      expect(reminded.map(({ id }) => id)).not.toContain('p03');
      expect(school.hears(school.dialog(PARENT)).filter((words) => words === REMINDER)).toHaveLength(1);

      await until(
        school,
        ...[3, 4, 5, 6, 7, 8, 9, 10, 11].map((day) => moment(`2026-11-${String(day).padStart(2, '0')}`, '08:00')),
      );
      expect(school.hears(school.dialog(PARENT)).filter((words) => words === REMINDER)).toHaveLength(2);
      // Nothing of it was ever said in the chat.
      expect(school.hears(parents).filter((words) => /редакци|ознаком/iu.test(words))).toEqual([]);
    },
    MONDAY,
  );

  scene(
    'step 7: whoever has not read it writes as before; the class teacher sees the name, the director a number',
    async (school) => {
      await everybodyListens(school);
      const parents = await school.chat('class_parents');
      await adopts(school);
      await until(school, BEGIN);
      for (const id of ['p01', 'p03', 's01', 's02', 's03', 's04'])
        await school.says(id, school.dialog(id), 'ознакомлен');
      await until(school, moment('2026-11-10', '12:00'));

      await school.says(PARENT, parents, 'Добрый день! Когда собрание?');
      expect(school.sees(parents).at(-1)).toBe('Добрый день! Когда собрание?');
      expect(school.mayWrite(PARENT, parents)).toBe(true);

      await school.says(TEACHER, school.dialog(TEACHER), '/положение кто');
      expect(school.hears(school.dialog(TEACHER)).at(-1)).toBe(
        'Не ознакомлены с редакцией от 26.10.2026:\n5А: 1 из 7 – Петров Денис Олегович',
      );
      await school.says(DIRECTOR, school.dialog(DIRECTOR), '/положение кто');
      const figures = school.hears(school.dialog(DIRECTOR)).at(-1);
      expect(figures).toContain('5А: менее 5 из 7');
      expect(figures).toContain('5Б: менее 5 человек в группе, числа не показаны');
      expect(figures).not.toMatch(/Петров|Орлова/u);

      await school.says(PARENT, school.dialog(PARENT), '/положение кто');
      expect(school.hears(school.dialog(PARENT)).at(-1)).not.toMatch(/из 7|Сидорова/u);
    },
    MONDAY,
  );

  scene(
    'step 8: the archive, and the old text with its stamp',
    async (school) => {
      await everybodyListens(school);
      await adopts(school);
      await until(school, BEGIN);
      const dialog = school.dialog(PARENT);

      await school.says(PARENT, dialog, '/положение архив');
      expect(school.hears(dialog).at(-1)).toContain('31.08.2024 – утратила силу 26.10.2026 (приказ № 01-10-281');

      await school.says(PARENT, dialog, '/положение 31.08.2024');
      expect(school.hears(dialog).at(-1)).toBe('Положение в редакции от 31.08.2024 (утратила силу 26.10.2026).');
      const [file] = school.files(dialog);
      const words = Buffer.from(file?.base64 ?? '', 'base64').toString('utf8');
      expect(words).toContain('РЕДАКЦИЯ ОТ 31.08.2024 – утратила силу 26.10.2026');
      expect(words).toContain('4.2. Участники образовательных отношений');

      await school.says(PARENT, dialog, '/пункт 5.2 редакция 31.08.2024');
      expect(school.hears(dialog).at(-1)).toContain(
        'Пункт 5.2 Положения в редакции от 31.08.2024 – утратила силу 26.10.2026:',
      );
      await school.says(PARENT, dialog, '/пункт 4.3');
      expect(school.hears(dialog).at(-1)).toContain('Родители могут получать информацию иным способом.');
    },
    MONDAY,
  );

  scene(
    'step 10: a duty that lost its «не» is pointed out',
    async (school) => {
      await everybodyListens(school);
      const file = newEdition().replace('не осуществлять незаконный сбор', 'осуществлять незаконный сбор');
      await brings(school, file);
      expect(school.hears(school.dialog(ADMINISTRATOR)).at(-1)).toContain(
        'Похоже на опечатку в п. 4.2: вероятно, пропущено «не».',
      );
    },
    MONDAY,
  );
});

describe('SC-12 where an edition is in force from its order (oosh-19)', () => {
  const OTHER = { ...MONDAY, policy: 'oosh-19' } as const;
  const changed = () => {
    const { clauses, ...rest } = fileOf('oosh-19');
    const fresh = [...clauses, { id: '4.4', text: 'Родители могут получать информацию иным способом.' }];
    return stringify({ ...rest, requisites: {}, clauses: fresh });
  };

  scene(
    'a later date is refused; without one it is in force at once, and everybody is told',
    async (school) => {
      await everybodyListens(school);
      const dialog = school.dialog(ADMINISTRATOR);
      await brings(school, changed());
      expect(school.hears(dialog)).toContain(
        'Редакция не может быть введена: по этому Положению редакция действует со дня приказа; более поздней даты быть не может (п. 1.3 Положения).',
      );

      await school.says(
        ADMINISTRATOR,
        dialog,
        'протокол № 3 от 16.10.2026; приказ 01-05-77 от 19.10.2026; действует с 19.10.2026',
      );
      await school.presses(ADMINISTRATOR, dialog, 'Продолжить');
      await school.presses(DIRECTOR, school.dialog(DIRECTOR), 'Ввести');
      expect(school.hears(dialog)).toContain('Редакция принята и действует с 19.10.2026.');

      await school.quiet();
      expect(school.hears(school.dialog(PARENT)).at(-1)).toBe(
        'С 19.10.2026 действует новая редакция Положения (приказ № 01-05-77 от 19.10.2026). Прежняя редакция утратила силу (п. 4.2 Положения). Что изменилось: добавлен 4.4. Полный текст: /положение. Пожалуйста, отметьте ознакомление до 02.11.2026.',
      );
    },
    OTHER,
  );

  scene(
    'signed in the evening it is told in the morning',
    async (school) => {
      await everybodyListens(school);
      await adopts(school, changed(), 'протокол № 3 от 16.10.2026; приказ 01-05-77 от 19.10.2026');
      expect(school.hears(school.dialog(PARENT))).toEqual([]);
      await until(school, moment('2026-10-20', '07:59'));
      expect(school.hears(school.dialog(PARENT))).toEqual([]);
      await until(school, moment('2026-10-20', '08:00'));
      expect(school.hears(school.dialog(PARENT))).toHaveLength(1);
    },
    { ...OTHER, at: moment('2026-10-19', '21:30') },
  );
});
