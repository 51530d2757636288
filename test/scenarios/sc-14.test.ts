import type { ChatRef, PlaceRef } from '../../src/domain/refs.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { cardFor, inviteOf, inviting, issues, parentsChat } from './invites.js';
import { accountOf, NOON, type School, scene, TEACHER } from './world.js';

const NOTHING: readonly string[] = [];
/** Tuesday, 8 September 2026, 09:00 in Moscow. */
const MORNING = { at: NOON - DAY - 3 * HOUR };

const HACK_OK =
  'Спасибо, что сообщили (п. 4.2 Положения). Ваш профиль в чатах временно переведён в режим «только чтение», приглашения от Вашего имени аннулированы, администратор извещён. Смените пароль, завершите чужие сеансы и отправьте письмо в поддержку – текст ниже.';
const SHUT = 'Этот аккаунт заморожен: команды с него не выполняются. Если он снова у Вас, напишите мне: Это снова я.';

const opens = async (school: School, ...who: readonly string[]) => {
  for (const one of who) await school.allows(one);
};

/** What the bot takes away on sight: the messenger itself restricts no administrator of a chat, as k01 is here. */
const readsOnly = async (school: School, who: string, chat: PlaceRef): Promise<boolean> => {
  const { silenced } = await school.stores.people.facts(accountOf(who), chat as ChatRef);
  return (silenced?.until ?? 0) > school.clock.now();
};

describe('SC-14: a compromised account', () => {
  scene(
    'k01 writes /взлом: read-only everywhere, invites annulled, commands ignored, 5А passes to z01, restored by a01 alone',
    async (school) => {
      const pupils = await school.chat('class_students');
      const parents = await school.chat('class_parents');
      await opens(school, 'k01', 'a01', 'z01', 'p02');

      await school.says('k01', school.dialog('k01'), '/взлом');

      const heard = school.hears(school.dialog('k01'));
      expect(heard.at(-2)).toBe(HACK_OK);
      expect(heard.at(-1)).toMatch(/^Кому: info@sferum\.ru\nТема: взлом учётной записи/u);
      expect(await readsOnly(school, 'k01', pupils)).toBe(true);
      expect(await readsOnly(school, 'k01', parents)).toBe(true);
      expect(school.hears(school.dialog('a01')).at(-1)).toMatch(
        /^Ключева М\. П\., классный руководитель: «меня взломали»/u,
      );
      expect(school.hears(school.dialog('z01')).at(-1)).toBe(
        'Ключева М. П., классный руководитель: возможен взлом, аккаунт заморожен до проверки администратором. Порядок в чатах 5А пока за Вами: карточки придут Вам.',
      );

      await school.says('k01', school.dialog('k01'), '/приглашения 5А родители');
      expect(school.hears(school.dialog('k01')).at(-1)).toBe(SHUT);

      await school.says('k01', school.dialog('k01'), 'Это снова я');
      expect(school.hears(school.dialog('a01')).at(-1)).toMatch(/^«Это снова я»: так пишут с замороженного аккаунта/u);
      expect(await readsOnly(school, 'k01', parents)).toBe(true);

      await school.presses('a01', school.dialog('a01'), 'Личность проверена, восстановить');
      expect(await readsOnly(school, 'k01', parents)).toBe(false);
      expect(school.hears(school.dialog('k01')).at(-1)).toBe(
        'Аккаунт проверен, ограничение снято. Если приглашения нужны, выпустите их заново.',
      );
      await school.says('k01', school.dialog('k01'), '/приглашения 5А родители');
      expect(school.hears(school.dialog('k01')).at(-1)).not.toBe(SHUT);
    },
    MORNING,
  );

  scene(
    'meanwhile the cards of 5А come to the deputy, and none to the frozen account',
    async (school) => {
      const pupils = await school.chat('class_students');
      await opens(school, 'k01', 'z01', 'a01', 's02');
      await school.says('k01', school.dialog('k01'), 'Меня взломали');
      const before = school.hears(school.dialog('k01')).length;

      await school.says('s02', pupils, 'Не хочу больше жить');
      await school.says('s02', pupils, 'Продам гашиш, пишите');

      expect(school.hears(school.dialog('k01'))).toHaveLength(before);
      expect(school.hears(school.dialog('z01'))).toContain(
        'Возможная угроза жизни обучающегося. Позвоните сейчас. Подробности – в карточке.',
      );
      expect(school.hears(school.dialog('z01')).at(-1)).toMatch(/скрыто сообщение о наркотиках/u);
    },
    MORNING,
  );

  scene(
    'a colleague’s report alarms the administrator and freezes nothing until he decides',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'u01', 'a01', 'k01');

      await school.says('u01', school.dialog('u01'), '/взлом Ключева');

      expect(school.hears(school.dialog('u01'))).toEqual(['Спасибо. Администратор платформы извещён, решит он.']);
      expect(school.hears(school.dialog('a01')).at(-1)).toBe(
        'По сообщению другого лица (Физиков А. П., учитель) возможен взлом аккаунта: Ключева М. П., классный руководитель. До Вашего решения ничего не изменено. Пожалуйста, свяжитесь с владельцем лично.',
      );
      expect(await readsOnly(school, 'k01', parents)).toBe(false);
      expect(await school.stores.records.all('frozen')).toEqual([]);

      await school.presses('a01', school.dialog('a01'), 'Заморозить аккаунт');

      expect(await readsOnly(school, 'k01', parents)).toBe(true);
      expect(school.hears(school.dialog('k01'))[0]).toMatch(
        /^Администратору сообщили, что Ваш аккаунт, возможно, взломан/u,
      );
    },
    MORNING,
  );

  scene(
    'the administrator’s own account is restored by whoever appoints one, never by itself',
    async (school) => {
      await school.chat('class_parents');
      await opens(school, 'a01', 'd01');

      await school.says('a01', school.dialog('a01'), '/взлом');

      expect(school.hears(school.dialog('a01')).at(-2)).toBe(HACK_OK);
      expect(school.buttons(school.dialog('d01'))).toEqual(['Личность проверена, восстановить', 'Пока оставить']);
      await school.presses('d01', school.dialog('d01'), 'Личность проверена, восстановить');
      expect(await school.stores.records.all('frozen')).toEqual([]);
    },
    MORNING,
  );

  scene(
    'said twice it comes to the same end, and a restart forgets nothing',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school, 'p02', 'a01');
      await school.says('p02', school.dialog('p02'), 'Меня взломали.');
      const alarmed = school.hears(school.dialog('a01')).length;
      await school.restarts();

      await school.says('p02', school.dialog('p02'), 'Меня взломали.');

      expect(school.hears(school.dialog('p02')).at(-1)).toBe(SHUT);
      expect(school.hears(school.dialog('a01'))).toHaveLength(alarmed);
      expect(school.mayWrite('p02', parents)).toBe(false);
    },
    { ...MORNING, policy: 'oosh-19' },
  );

  scene(
    'a pupil reads of it in words for a pupil',
    async (school) => {
      await opens(school, 's01');

      await school.says('s01', school.dialog('s01'), 'меня взломали');
      await school.says('s01', school.dialog('s01'), '/правила');

      expect(school.hears(school.dialog('s01')).at(-3)).toContain('с твоего аккаунта можно только читать чаты');
      expect(school.hears(school.dialog('s01')).at(-1)).toBe(
        'Этот аккаунт заморожен: команды с него не выполняются. Если он снова у тебя, напиши мне: Это снова я.',
      );
    },
    MORNING,
  );

  scene(
    'a pupil whom somebody else has reported does so too',
    async (school) => {
      await opens(school, 's01', 'a01');

      await school.says(TEACHER, school.dialog(TEACHER), '/взлом Иванов');
      await school.presses('a01', school.dialog('a01'), 'Заморозить аккаунт');

      const told = school.hears(school.dialog('s01')).find((words) => words.includes('взломан'));
      expect(told).toMatch(/^Администратору сообщили, что твой аккаунт, возможно, взломан \(п\. 4\.2 Положения\)\./u);
    },
    MORNING,
  );

  scene(
    'somebody the school does not know learns whom to tell',
    async (school) => {
      await school.says('stranger', school.dialog('stranger'), 'меня взломали');
      expect(school.hears(school.dialog('stranger'))[0]).toMatch(
        /^Этот аккаунт не связан со списком школы, и я не знаю, кто пишет\./u,
      );
      expect(await school.stores.records.all('frozen')).toEqual([]);
      expect(school.hears(school.dialog('a01'))).toEqual(NOTHING);
    },
    MORNING,
  );

  scene(
    'invites of the last day are annulled with it, older ones and those of others are not',
    async (school) => {
      await parentsChat(school);
      await issues(school, '/приглашения Петров');
      await school.passes(2 * DAY);
      await issues(school, '/приглашения Сидорова');
      await school.allows('a01');
      const { code } = cardFor(school, 'Сидорова');

      await school.says(TEACHER, school.dialog(TEACHER), '/взлом');

      expect((await inviteOf(school, 'p02'))?.state).toBe('issued');
      expect((await inviteOf(school, 'p03'))?.state).toBe('annulled');
      expect(school.hears(school.dialog('a01')).at(-1)).toContain('Аннулировано 1 приглашение за последние сутки.');
      await school.allows('p03');
      await school.says('p03', school.dialog('p03'), `/код ${code}`);
      expect(school.hears(school.dialog('p03')).at(-1)).toMatch(/^Срок приглашения истёк, ссылка аннулирована/u);
    },
    inviting('school-21'),
  );
});
