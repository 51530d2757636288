import { HOUR, MINUTE } from '../../src/domain/time.js';
import { NOON, type School, scene } from './world.js';

const NOTHING: readonly string[] = [];
/** Thursday, 10 September 2026, so many minutes after midnight in Moscow. */
const at = (hours: number, minutes: number): number => NOON + 12 * HOUR + hours * HOUR + minutes * MINUTE;

const DRUGS = 'Нужны курьеры, закладки, 5000 в день, пиши @fast_job_2026';
const SCAM = 'Ваш дневник заблокирован! Подтвердите вход до 20:00: http://gosusIugi-dnevnik.example/login';
const WARNED =
  'Осторожно: в чате появилась подозрительная ссылка, она удалена. Школа никогда не запрашивает коды из СМС и пароли. Если Вы перешли по ссылке, напишите мне лично: „меня взломали“.';

const opens = async (school: School, ...who: readonly string[]) => {
  for (const one of who) await school.allows(one);
};
const frozen = async (school: School, who: string) => (await school.stores.records.get('frozen', who))?.value;

/** Rows b and c of `domain.md` SC-05; e is in `safeguarding.test.ts`. */
describe('SC-05: what hijacked accounts write, Thursday 10.09.2026', () => {
  scene(
    'b. 16:02 s01: an offer of drugs disappears without a word in the chat; whose it was is found out before anything else',
    async (school) => {
      const pupils = await school.chat('class_students');
      await opens(school, 's01', 'k01', 'a01', 'z01');

      const message = await school.says('s01', pupils, DRUGS);

      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(school.hears(school.dialog('s01'))).toEqual([
        'Сообщение скрыто: в нём признаки информации, опасной для жизни и здоровья (п. 4.2 Положения). Если писали не Вы – нажмите /взлом.',
      ]);
      for (const who of ['k01', 'a01'])
        expect(school.hears(school.dialog(who))).toEqual([
          'Срочно. 10.09.2026, 16:02, чат «5А – ученики»: скрыто сообщение о наркотиках. Автор – Иванов П., обучающийся: возможно, аккаунт взломан. До Вашего решения аккаунт может только читать. Пожалуйста, спросите владельца лично.',
        ]);
      expect(school.hears(school.dialog('z01'))).toEqual(NOTHING);
      expect(await school.stores.records.all('conduct')).toEqual([]);
      expect(await frozen(school, 's01')).toMatchObject({ state: 'checked' });
      expect(school.mayWrite('s01', pupils)).toBe(false);
      expect(JSON.stringify(await school.journal(message))).not.toContain('закладки');
    },
    { at: at(16, 2) },
  );

  scene(
    'c. 19:05 p03’s account: a false address disappears, the chat is warned, the account may only read, and is asked',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p03', 'k01', 'a01');

      await school.says('p03', parents, SCAM);

      expect(school.sees(parents)).toEqual([WARNED]);
      expect(school.hears(school.dialog('p03'))).toEqual([
        'Ваше сообщение в чате «5А – родители» скрыто: оно похоже на мошенническое (п. 4.2 Положения). Возможно, Ваш аккаунт взломан, поэтому до проверки чаты школы можно только читать. Это писали Вы?',
      ]);
      expect(school.buttons(school.dialog('p03'))).toEqual(['Да', 'Нет, меня взломали']);
      expect(school.mayWrite('p03', parents)).toBe(false);
      expect(await school.stores.records.all('conduct')).toEqual([]);

      await school.presses('p03', school.dialog('p03'), 'Да');

      expect(school.mayWrite('p03', parents)).toBe(false);
      expect(await frozen(school, 'p03')).toMatchObject({ state: 'checked', said: 'yes' });
      expect(await school.stores.records.all('conduct')).toEqual([]);
    },
    { at: at(19, 5) },
  );

  scene(
    'c. at night too the chat is warned, and once',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'u01', 'p03');

      await school.says('u01', parents, SCAM);
      await school.says('u01', parents, `${SCAM}2`);

      expect(school.sees(parents)).toEqual([WARNED]);
      expect(school.mayWrite('u01', parents)).toBe(true);
    },
    { at: at(23, 5) },
  );

  scene(
    'c. [Нет, меня взломали] is a report of one’s own',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p03', 'a01', 'k01');
      await school.says('p03', parents, SCAM);

      await school.presses('p03', school.dialog('p03'), 'Нет, меня взломали');

      expect(await frozen(school, 'p03')).toMatchObject({ state: 'frozen' });
      expect(school.hears(school.dialog('p03')).at(-2)).toMatch(/^Спасибо, что сообщили \(п\. 4\.2 Положения\)/u);
      expect(school.buttons(school.dialog('a01'))).toEqual(['Личность проверена, восстановить', 'Пока оставить']);
    },
    { at: at(19, 5) },
  );

  scene(
    'a person finds out that the owner wrote it: a strike and a warning, and the owner may write and object',
    async (school) => {
      const pupils = await school.chat('class_students');
      await opens(school, 's01', 'k01', 'a01');
      await school.says('s01', pupils, DRUGS);

      await school.presses('k01', school.dialog('k01'), 'Писал владелец');

      expect(school.mayWrite('s01', pupils)).toBe(true);
      expect(await frozen(school, 's01')).toBeUndefined();
      const held = await school.stores.records.get('conduct', 's01');
      expect(held?.value.strikes).toMatchObject([{ state: 'counts' }]);
      expect(school.buttons(school.dialog('s01'))).toEqual(['Не согласен(на)']);
      await school.presses('k01', school.dialog('k01'), 'Бот ошибся');
      expect(await school.stores.records.get('conduct', 's01')).toEqual(held);
    },
    { at: at(16, 2) },
  );

  scene(
    'the administrator finds the account with its owner: no strike, and it may write',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p03', 'k01', 'a01');
      await school.says('p03', parents, SCAM);

      await school.presses('a01', school.dialog('a01'), 'Аккаунт у владельца');

      expect(school.mayWrite('p03', parents)).toBe(true);
      expect(await school.stores.records.all('conduct')).toEqual([]);
    },
    { at: at(19, 5) },
  );

  scene(
    'nobody decides: after three working days it ends by itself',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p03', 'a01');
      await school.says('p03', parents, SCAM);

      await school.passes(5 * 24 * HOUR + MINUTE);

      expect(school.mayWrite('p03', parents)).toBe(true);
      expect(await frozen(school, 'p03')).toBeUndefined();
      expect(school.hears(school.dialog('a01')).at(-1)).toMatch(/^Никто не решил, взломан ли аккаунт/u);
    },
    { at: at(19, 5) },
  );

  scene(
    'whoever forwards it to warn of it loses the link, and is suspected of nothing',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p03', 'a01');

      await school.says('p03', parents, `Осторожно, мошенники! Не открывайте такое: ${SCAM}`);

      expect(school.sees(parents)).not.toContain(SCAM);
      expect(await frozen(school, 'p03')).toBeUndefined();
      expect(school.mayWrite('p03', parents)).toBe(true);
      expect(school.hears(school.dialog('a01'))).toEqual(NOTHING);
    },
    { at: at(19, 5) },
  );

  scene(
    'where the messenger restricts nobody, what the account writes is taken away on sight, without a word',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p03');
      await school.says('p03', parents, SCAM);
      const heard = school.hears(school.dialog('p03'));

      await school.says('p03', parents, 'Переведите срочно на эту карту');

      expect(school.sees(parents)).toEqual([WARNED]);
      expect(school.hears(school.dialog('p03'))).toEqual(heard);
    },
    { at: at(19, 5), can: { mute: false } },
  );

  scene(
    'under oosh-19 by its own clause; whoever nobody knows is asked, and not limited',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p03', 'a01', 'stranger');

      await school.says('p03', parents, SCAM);
      await school.says('stranger', parents, SCAM);

      expect(school.hears(school.dialog('p03'))[0]).toContain('(п. 2 Правил общения в чатах)');
      expect(school.mayWrite('p03', parents)).toBe(false);
      expect(school.mayWrite('stranger', parents)).toBe(true);
      await school.presses('stranger', school.dialog('stranger'), 'Нет, меня взломали');
      expect(school.hears(school.dialog('stranger')).at(-1)).toMatch(
        /^Этот аккаунт не связан со списком школы, и я не знаю, кто пишет\./u,
      );
      await school.presses('p03', school.dialog('p03'), 'Нет, меня взломали');
      expect(school.hears(school.dialog('p03')).at(-2)).toMatch(/^Спасибо, что сообщили \(п\. 3\.2 Положения\)/u);
    },
    { at: at(19, 5), policy: 'oosh-19' },
  );
});
