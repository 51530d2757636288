import { HOUR, MINUTE } from '../../src/domain/time.js';
import { cases, FIRST, heard, last, limit, night, on, QUESTION, SECOND, stands, strikes, until } from './case-night.js';
import { type SchoolOptions, scene } from './world.js';

const NOTHING: readonly string[] = [];
const at: SchoolOptions = { at: on(9, 22, 40) };
/** A messenger that cannot take anybody's right to write. */
const muteless: SchoolOptions = { ...at, can: { mute: false } };

const WARNED =
  'Здравствуйте! Ваше сообщение в чате «5А – родители» от 23:14 скрыто, так как содержало оскорбление (п. 4.2 Положения). Пожалуйста, скажите то же самое о поступке, а не о человеке. Это предупреждение, оно действует 30 дней. Если Вы не согласны – нажмите «Не согласен(на)», и классный руководитель рассмотрит Ваше возражение до 14.09.2026.';
const LIMITED =
  'Здравствуйте! Бот предварительно отметил повторное нарушение (п. 4.2 Положения): сообщение в чате «5А – родители» содержало оскорбление. До 10.09.2026 23:40 этот чат можно только читать (п. 6 Правил общения в чатах). Верно ли это, решит человек – до конца ограничения. Написать классному руководителю лично можно как обычно. Возразить – кнопка «Не согласен(на)», ответ – до 14.09.2026.';
const CARD =
  'Дело № 2. Чат «5А – родители», сообщение от 09.09.2026 23:40.\n' +
  'Автор: Петров Д. О., родитель (законный представитель).\n' +
  'Бот увидел оскорбление (п. 4.2 Положения). Сообщение скрыто. Нарушение повторное, поэтому до 10.09.2026 23:40 автор может только читать этот чат (п. 6 Правил общения в чатах). Мера предварительная.\n' +
  'Решите, пожалуйста, до конца меры: иначе она закончится сама и в счёт не пойдёт.';
const DECIDE = ['Показать фрагмент', 'Подтвердить', 'Отменить', 'Я сторона конфликта…'];

/** Step by step as in the table of `domain.md`; the objection's own words are in `appeals.test.ts`. */
describe('SC-04: a parent swears at night, Wednesday 09.09.2026', () => {
  scene(
    '1–3. criticism goes, a warning the first time, read-only the second; the chat is silent and nobody is woken',
    async (school) => {
      const { parents } = await night(school);

      expect(school.sees(parents)).toEqual([QUESTION]);
      expect(heard(school, 'p02')).toEqual([WARNED, LIMITED]);
      expect(await strikes(school)).toEqual(['counts', 'pending']);
      expect((await limit(school)).measure).toMatchObject({ state: 'provisional', until: on(10, 23, 40) });
      for (const who of ['k01', 'z01', 'd01', 'a01']) expect(heard(school, who)).toEqual(NOTHING);
    },
    at,
  );

  scene(
    '4. 23:42: the messenger lets nothing through',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(9, 23, 42));

      await expect(school.says('p02', parents, 'И что, заткнули?')).rejects.toThrow('may not write there');
    },
    at,
  );

  scene(
    '4. where the messenger cannot: every message disappears in silence, and that is told once; no third strike',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(9, 23, 42));

      await school.says('p02', parents, 'И что, заткнули?');
      await school.says('p02', parents, 'Эй, дура!');

      expect(school.sees(parents)).toEqual([QUESTION]);
      expect(heard(school, 'p02').slice(2)).toEqual([
        'До 10.09.2026 23:40 действует режим «только чтение»: Ваше сообщение скрыто. Написать классному руководителю лично можно как обычно.',
      ]);
      expect(await strikes(school)).toEqual(['counts', 'pending']);
      expect(await cases(school)).toHaveLength(2);

      await until(school, on(10, 23, 40));
      await school.says('p02', parents, 'Добрый вечер');
      expect(stands(school, parents)).toEqual([QUESTION, 'Добрый вечер']);
    },
    muteless,
  );

  scene(
    '6. 10.09 08:00: the class teacher gets a card for each case, without a word of the messages',
    async (school) => {
      await night(school);

      await until(school, on(10, 8) - 1);
      expect(heard(school, 'k01')).toEqual(NOTHING);
      await until(school, on(10, 8));

      const [warning, card, ...more] = heard(school, 'k01');
      expect(warning).toBe(
        'Дело № 1. Чат «5А – родители», сообщение от 09.09.2026 23:14.\n' +
          'Автор: Петров Д. О., родитель (законный представитель).\n' +
          'Бот увидел оскорбление (п. 4.2 Положения). Сообщение скрыто, автор предупреждён (п. 6 Правил общения в чатах).\n' +
          'Подтверждать ничего не нужно. Если это ошибка, отмените.',
      );
      expect(card).toBe(CARD);
      expect(more).toEqual(NOTHING);
      for (const words of [FIRST, SECOND]) expect(heard(school, 'k01').join()).not.toContain(words);
      expect((await limit(school)).asked).toEqual({ who: 'k01', at: on(10, 8) });
      for (const who of ['z01', 'd01', 'a01']) expect(heard(school, who)).toEqual(NOTHING);
    },
    at,
  );

  scene(
    '7. 08:10: [Я сторона конфликта…] – the card goes to the deputy, and the class teacher decides no more',
    async (school) => {
      await night(school);
      await until(school, on(10, 8, 10));

      expect(await school.presses('k01', school.dialog('k01'), 'Я сторона конфликта…')).toBe('Принято');

      expect(last(school, 'k01')).toBe('Дело № 2 передано: теперь решает заместитель директора.');
      expect(heard(school, 'z01')).toEqual([
        CARD.replace('Петров Д. О., родитель (законный представитель)', 'родитель обучающегося 5А класса'),
      ]);
      expect(school.buttons(school.dialog('z01'))).toEqual(DECIDE);
      expect(await limit(school)).toMatchObject({ parties: ['k01'], asked: { who: 'z01' } });
      await school.says('k01', school.dialog('k01'), '/дела 2');
      await school.presses('k01', school.dialog('k01'), 'Подтвердить');
      expect(last(school, 'k01')).toBe(
        'Вы – сторона этого спора, поэтому решение примет другой человек. Пожалуйста, передайте дело заместителю директора.',
      );
      await school.presses('k01', school.dialog('k01'), 'Показать фрагмент');
      expect(last(school, 'k01')).toBe('Вы – сторона этого спора, поэтому фрагмент увидит тот, кто решает вместо Вас.');
      expect(await strikes(school)).toEqual(['counts', 'pending']);
    },
    at,
  );

  scene(
    '5, 7. with an objection the deputy has that, and the measure goes to the director: two acts of two people',
    async (school) => {
      await night(school);
      await until(school, on(9, 23, 46));
      await school.presses('p02', school.dialog('p02'), 'Не согласен(на)');
      await school.says('p02', school.dialog('p02'), 'Я не ругался, это крик души');
      expect((await limit(school)).appeal).toMatchObject({ number: 1, to: 'z01' });
      await until(school, on(10, 8, 10));
      expect(heard(school, 'k01').at(-1)).toContain(
        'Автор возражает (№ 1). Возражение рассматривает заместитель директора.',
      );

      await school.presses('k01', school.dialog('k01'), 'Я сторона конфликта…');

      expect(last(school, 'k01')).toBe('Дело № 2 передано: теперь решает директор.');
      expect(last(school, 'p02')).toBe('Возражение рассмотрит заместитель директора.');
      expect(last(school, 'd01')).toContain('Дело № 2.');
    },
    at,
  );

  scene(
    '8a. 11:00: [Подтвердить] with words – the limit stands to its end, the strike counts, and there is a way on',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(10, 8, 10));
      await school.presses('k01', school.dialog('k01'), 'Я сторона конфликта…');
      await until(school, on(10, 11));

      await school.presses('z01', school.dialog('z01'), 'Подтвердить');
      expect(last(school, 'z01')).toBe(
        'Дело № 2. Подтверждаю ограничение. Напишите несколько слов автору или нажмите «Без пояснений» – и решение вступит в силу.',
      );
      expect(await strikes(school)).toEqual(['counts', 'pending']);
      await school.says('z01', school.dialog('z01'), 'Тон недопустим');

      expect(last(school, 'p02')).toBe(
        'Ограничение в чате «5А – родители» подтверждено до 10.09.2026 23:40 (заместитель директора). Пояснение: «Тон недопустим». Если Вы не согласны, можно обратиться в комиссию по урегулированию споров школы.',
      );
      expect(last(school, 'z01')).toBe('Решение по делу № 2 принято, автору сообщено.');
      expect(await strikes(school)).toEqual(['counts', 'counts']);
      expect(await limit(school)).toMatchObject({ measure: { state: 'confirmed' }, closed: on(10, 11) });
      expect(school.mayWrite('p02', parents)).toBe(false);
      await until(school, on(10, 23, 40));
      expect(school.mayWrite('p02', parents)).toBe(true);
      expect(await strikes(school)).toEqual(['counts', 'counts']);
    },
    at,
  );

  scene(
    '8b. [Отменить]: may write at once, the second strike is void and the first one stays',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(10, 8, 10));
      await school.presses('k01', school.dialog('k01'), 'Я сторона конфликта…');
      await until(school, on(10, 11));

      await school.presses('z01', school.dialog('z01'), 'Отменить');
      await school.presses('z01', school.dialog('z01'), 'Достаточно разговора');

      expect(last(school, 'p02')).toBe(
        'Ограничение снято, запись о нарушении отменена. Приносим извинения за неудобство.',
      );
      expect(school.mayWrite('p02', parents)).toBe(true);
      expect(await strikes(school)).toEqual(['counts', 'void']);
      const one = await limit(school);
      expect(one).toMatchObject({ measure: { state: 'cancelled' }, closed: on(10, 11) });
      expect(one.wrong).toBeUndefined();
    },
    at,
  );

  scene(
    '8b. where the messenger cannot silence anybody, messages stay from that moment on',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(10, 9));
      await school.says('p02', parents, 'Доброе утро');
      await school.presses('k01', school.dialog('k01'), 'Отменить');
      await school.presses('k01', school.dialog('k01'), 'Бот ошибся');

      expect(heard(school, 'p02')).toContain(
        'Ограничение снято, запись о нарушении отменена. Приносим извинения за неудобство.',
      );
      await school.says('p02', parents, 'Спасибо');
      expect(stands(school, parents)).toEqual([QUESTION, 'Спасибо']);
      expect((await limit(school)).wrong).toBe(true);
    },
    muteless,
  );

  scene(
    '8c. nobody decides: at 14:00 the deputy is asked too; at 23:40 it ends by itself and does not count',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(10, 14) - 1);
      expect(heard(school, 'z01')).toEqual(NOTHING);
      await until(school, on(10, 14));
      expect(heard(school, 'z01')).toHaveLength(1);
      expect(school.buttons(school.dialog('z01'))).toEqual(DECIDE);

      await until(school, on(10, 23, 40));

      expect(school.mayWrite('p02', parents)).toBe(true);
      expect(await strikes(school)).toEqual(['counts', 'void']);
      expect(await limit(school)).toMatchObject({ measure: { state: 'lapsed' }, closed: on(10, 23, 40) });
      await until(school, on(11, 9));
      for (const who of ['k01', 'z01']) {
        await school.presses(who, school.dialog(who), 'Отменить');
        expect(last(school, who)).toBe(
          'По делу № 2 решать уже нечего: мера закончилась 10.09.2026 в 23:40 сама. Её никто не подтвердил, поэтому она не засчитана.',
        );
      }
      expect(await strikes(school)).toEqual(['counts', 'void']);
    },
    at,
  );

  scene(
    '9. 11.09 10:00: criticism stays',
    async (school) => {
      const { parents } = await night(school);
      await until(school, on(11, 10));
      const words = 'Считаю, что сборы на шторы незаконны, прошу ответить письменно';

      await school.says('p02', parents, words);

      expect(stands(school, parents)).toEqual([QUESTION, words]);
      expect(await strikes(school)).toEqual(['counts', 'void']);
    },
    at,
  );

  scene(
    '10. 09.10.2026 23:14: the first strike stands exactly thirty days',
    async (school) => {
      await night(school);

      await until(school, on(39, 23, 14) - MINUTE);
      expect((await strikes(school))[0]).toBe('counts');
      await until(school, on(39, 23, 14));

      expect(await strikes(school)).toEqual(['void']);
      expect((await school.journal()).map((entry) => ('because' in entry ? entry.because : ''))).toContain(
        'timer:strike-end:strike.expired',
      );
      await school.passes(HOUR);
      expect(await strikes(school)).toEqual([]);
    },
    at,
  );
});
