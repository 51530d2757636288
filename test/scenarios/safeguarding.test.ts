import type { Person } from '../../src/domain/person.js';
import { keep } from '../../src/domain/records.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { accountOf, NOON, roster, type School, scene } from './world.js';

const NOTHING: readonly string[] = [];
/** Thursday, 10 September 2026, so many minutes after midnight in Moscow. */
const at = (hours: number, minutes: number): number => NOON + 12 * HOUR + hours * HOUR + minutes * MINUTE;
const NIGHT = { at: at(21, 40) };

const CALL = 'Возможная угроза жизни обучающегося. Позвоните сейчас. Подробности – в карточке.';
const AGAIN = `Вызов пока никто не принял. ${CALL}`;
const CRISIS =
  'Я бот. Я зову на помощь психолога и классного руководителя. Если опасно прямо сейчас, звони 112. Телефон доверия: 8-800-2000-122. Рядом есть взрослый?';
const DRUGS = 'Нужны курьеры, закладки, 5000 в день, пиши @fast_job_2026';
const CRY = 'Не хочу больше жить, всем пока';

const SHOWN = /Текст \(просмотр записан\): «Не хочу больше жить, всем пока»/u;

const emergencies = async (school: School) => (await school.stores.records.all('emergency')).map(({ value }) => value);
const settle = async (school: School, changes: Parameters<School['stores']['ledger']['settle']>[0]['changes']) => {
  const entry = { id: 'n:test', at: school.clock.now(), kind: 'note', detail: 'test' } as const;
  await school.stores.ledger.settle({ key: 'test', entry, changes, rows: [], chain: 'cli' });
};
const psychologist: Person = {
  ...{ id: 'm01', role: 'psychologist', surname: 'Тихая', name: 'Вера', patronymic: 'Андреевна' },
  ...{ classes: [], subject: '', children: [], basis: '' },
};

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

  scene(
    'a psychologist of the list is called with them',
    async (school) => {
      const pupils = await pupils5b(school);
      await school.stores.people.put([...roster, psychologist]);
      await settle(school, [
        { put: 'link', account: accountOf('m01'), person: 'm01', at: NOON },
        keep('standing', 'm01', { confirmed: NOON }, undefined),
      ]);
      await everybodyOpen(school);
      await school.allows('m01');

      await school.says('s05', pupils, CRY);

      for (const who of ['k02', 'm01', 'z01']) expect(school.hears(school.dialog(who))).toEqual([CALL]);
    },
    NIGHT,
  );

  scene(
    'the author says that nobody is near, then in words: those who were called hear it at once, and read the words in the card',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, CRY);

      await school.says('s05', school.dialog('s05'), 'мне очень плохо');
      await school.presses('s05', school.dialog('s05'), 'Нет');

      expect(school.hears(school.dialog('k02')).slice(1)).toEqual([
        'По вызову: автор ответил боту своими словами, они в карточке.',
        'По вызову: автор ответил, что взрослого рядом нет.',
      ]);
      expect(school.hears(school.dialog('s05')).at(-1)).toBe(
        'Люди из школы уже знают и скоро с тобой свяжутся. Если опасно прямо сейчас, звони 112: можно без денег и без сим-карты. Телефон доверия: 8-800-2000-122.',
      );
      await school.presses('k02', school.dialog('k02'), 'Показать фрагмент');
      expect(school.hears(school.dialog('k02')).at(-1)).toMatch(SHOWN);
      expect(school.hears(school.dialog('k02')).at(-1)).toContain('Орлова Н., обучающийся, 5Б');
    },
    NIGHT,
  );

  scene(
    'words of the author are heard whatever else the bot has asked before',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, 'Ты идиот');
      await school.passes(HOUR);
      await school.says('s05', pupils, CRY);

      await school.says('s05', school.dialog('s05'), 'мне очень плохо');

      expect(school.hears(school.dialog('k02')).at(-1)).toMatch(/ответил боту своими словами/u);
    },
    NIGHT,
  );

  scene(
    'the card opens to those who were called only; each look is kept beside the words, and nothing of them in the journal',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, CRY);

      await school.presses('k02', school.dialog('k02'), 'Показать фрагмент');
      await school.presses('z01', school.dialog('z01'), 'Показать фрагмент');

      const [words] = await school.stores.records.all('cry');
      expect(words?.value.opened.map(({ by }) => by)).toEqual(['k02', 'z01']);
      await school.says('k01', school.dialog('k01'), '/вызов');
      expect(school.hears(school.dialog('k01'))).toEqual(['Открытых вызовов у Вас нет.']);
      const journal = JSON.stringify(await school.journal());
      expect(journal).toContain('evidence-opened');
      expect(journal).not.toMatch(/больше жить|всем пока/u);
    },
    NIGHT,
  );

  scene(
    'two press at once: one has it, and both know who',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, CRY);

      await Promise.all([
        school.presses('z01', school.dialog('z01'), 'Беру на себя'),
        school.presses('k02', school.dialog('k02'), 'Беру на себя'),
      ]);

      const [one] = await emergencies(school);
      const [first, second] = one?.taken?.by === 'z01' ? ['z01', 'k02'] : ['k02', 'z01'];
      expect(school.hears(school.dialog(first)).at(-1)).toMatch(/^Вызов за Вами/u);
      expect(school.hears(school.dialog(second)).at(-1)).toMatch(/^Вызов уже принят/u);
    },
    NIGHT,
  );

  scene(
    'taken, helped, closed: the words go within a month, and nobody has anything against the author',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, CRY);
      await school.presses('z01', school.dialog('z01'), 'Беру на себя');
      expect(school.buttons(school.dialog('z01'))).toEqual(['Показать фрагмент', 'Помощь оказана', 'Тревога ложная']);

      await school.presses('z01', school.dialog('z01'), 'Помощь оказана');

      expect(school.hears(school.dialog('k02')).at(-1)).toBe(
        'Вызов закрыт, помощь оказана: Второв П. И., заместитель директора.',
      );
      expect((await school.stores.records.all('cry')).some(({ value }) => value.whole)).toBe(false);
      await school.passes(31 * DAY);
      expect(await school.stores.records.all('cry')).toEqual([]);
      expect(await emergencies(school)).toEqual([]);
    },
    NIGHT,
  );

  scene(
    'edited afterwards, or written again within the hour: one emergency, and nobody is called twice for it',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      const message = await school.says('s05', pupils, CRY);
      await school.edits('s05', message, 'Не хочу больше жить, прощайте');
      await school.says('s05', pupils, 'я хочу умереть');

      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(await emergencies(school)).toHaveLength(1);
      expect(school.hears(school.dialog('s05'))).toEqual([CRISIS]);
      expect(school.hears(school.dialog('k02'))).toEqual([
        CALL,
        'По открытому вызову есть ещё одно сообщение того же автора: оно в карточке.',
      ]);
    },
    NIGHT,
  );

  scene(
    'who may not be written to is not: nothing goes to the chat, and the adults know it',
    async (school) => {
      const pupils = await pupils5b(school);
      for (const who of ['k02', 'z01']) await school.allows(who);

      await school.says('s05', pupils, CRY);

      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(school.hears(school.dialog('k02'))).toEqual([
        CALL,
        'По вызову: написать автору бот не смог. В чат бот ничего не пишет.',
      ]);
    },
    NIGHT,
  );

  scene(
    'nobody of the first is linked: director and administrator are called at once',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);

      await school.says('s05', pupils, CRY);

      for (const who of ['d01', 'a01']) expect(school.hears(school.dialog(who))).toEqual([CALL]);
    },
    { ...NIGHT, unlinked: ['k01', 'k02', 'z01'] },
  );

  scene(
    'nobody at all is linked: it is tried again until somebody is',
    async (school) => {
      const pupils = await pupils5b(school);
      await school.says('s05', pupils, CRY);
      expect(school.sees(pupils)).toEqual(NOTHING);

      await school.allows('z01');
      await settle(school, [{ put: 'link', account: accountOf('z01'), person: 'z01', at: NOON }]);
      await school.passes(10 * MINUTE);

      expect(school.hears(school.dialog('z01'))).toEqual([CALL]);
    },
    { ...NIGHT, linked: false },
  );

  scene(
    'an author nobody knows: people are called, and told which chat it was',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);

      await school.says('stranger', pupils, CRY);
      await school.presses('k02', school.dialog('k02'), 'Показать фрагмент');

      expect(school.hears(school.dialog('k02')).at(-1)).toContain(
        'чат «5Б – ученики».\nАвтор: в списке школы не найден.',
      );
    },
    NIGHT,
  );

  scene(
    'a parent: other words, and the class teacher of the chat',
    async (school) => {
      const parents = await school.chat('class_parents');
      await everybodyOpen(school);
      await school.allows('p02');

      await school.says('p02', parents, 'Не хочу больше жить');

      expect(school.hears(school.dialog('k01'))).toEqual([
        'Возможная угроза жизни участника чата. Позвоните сейчас. Подробности – в карточке.',
      ]);
      expect(school.hears(school.dialog('p02'))[0]).toMatch(/звоните 112.*Рядом с Вами есть кто-нибудь\?$/u);
    },
    NIGHT,
  );
});

describe('a school whose documents have no clause for it', () => {
  scene(
    'hides nothing, and calls all the same',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);

      await school.says('s05', pupils, CRY);
      await school.says('s05', pupils, DRUGS);

      expect(school.sees(pupils)).toEqual([CRY, DRUGS]);
      expect(school.hears(school.dialog('s05'))).toEqual([CRISIS]);
      expect(school.hears(school.dialog('z01'))).toEqual([CALL]);
      expect(school.hears(school.dialog('k02'))).toEqual([
        CALL,
        'В школьном чате сообщение о наркотиках. Разберитесь, пожалуйста. Подробности – в карточке.',
      ]);
    },
    { ...NIGHT, policy: 'oosh-19', rules: false },
  );

  scene(
    'and with adopted chat rules hides it by them',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, CRY);
      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(school.hears(school.dialog('k02'))).toEqual([CALL]);
    },
    { ...NIGHT, policy: 'oosh-19' },
  );
});

describe('a threat', () => {
  const THREAT = 'В школьном чате угрожают расправой. Разберитесь, пожалуйста, сейчас. Подробности – в карточке.';

  scene(
    'calls adults, and the class teacher of whoever is named; its author is told nothing, the chat neither',
    async (school) => {
      const pupils = await school.chat('class_students');
      await everybodyOpen(school);
      await school.allows('s02');

      await school.says('s02', pupils, 'Орлову после уроков подкараулим, тебя убью');

      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(school.hears(school.dialog('s02'))).toEqual(NOTHING);
      for (const who of ['k01', 'k02', 'z01']) expect(school.hears(school.dialog(who))).toEqual([THREAT]);
      expect(await school.stores.records.all('conduct')).toEqual([]);
    },
    NIGHT,
  );

  scene(
    'of the staff among themselves stays where it is, and is looked into',
    async (school) => {
      const staff = await school.chat('staff', { registered: { by: 'a01', at: 0 } });
      await everybodyOpen(school);

      await school.says('u01', staff, 'Я тебя убью после педсовета');

      expect(school.sees(staff)).toHaveLength(1);
      expect(school.hears(school.dialog('z01'))).toEqual([THREAT]);
    },
    NIGHT,
  );
});

describe('what the messenger does not let the bot take away', () => {
  scene(
    'is left to people, and the card does not say that it is hidden',
    async (school) => {
      const pupils = await school.chat('class_students');
      await everybodyOpen(school);

      // An administrator of the chat.
      await school.says('k01', pupils, CRY);

      expect(school.sees(pupils)).toEqual([CRY]);
      expect(school.hears(school.dialog('z01'))).toContain(
        'По вызову: скрыть сообщение мессенджер боту не дал, оно стоит в чате. Пожалуйста, удалите его вручную.',
      );
      await school.presses('z01', school.dialog('z01'), 'Показать фрагмент');
      expect(school.hears(school.dialog('z01')).at(-1)).toContain('Сообщение не скрыто.');
    },
    NIGHT,
  );
});

describe('a false alarm', () => {
  const QUOTED = 'Ты труп – так называлась наша постановка';

  scene(
    'about something hidden: its author is told, asked whether it is to stand there again, and it is an example for the rule',
    async (school) => {
      const pupils = await school.chat('class_students');
      await everybodyOpen(school);
      await school.allows('s02');
      await school.says('s02', pupils, QUOTED);
      expect(school.sees(pupils)).toEqual(NOTHING);

      await school.presses('k01', school.dialog('k01'), 'Беру на себя');
      await school.presses('k01', school.dialog('k01'), 'Тревога ложная');

      expect(school.hears(school.dialog('s02'))[0]).toMatch(/было скрыто по ошибке, извини нас/u);
      await school.presses('s02', school.dialog('s02'), 'Вернуть в чат');
      expect(school.sees(pupils).join()).toContain(QUOTED);
      const [held] = await school.stores.records.all('case');
      expect(held?.value).toMatchObject({ wrong: true, category: 'threat' });
      expect(await school.stores.records.all('conduct')).toEqual([]);
    },
    { at: at(13, 0) },
  );

  scene(
    'taken and forgotten: reminded after a day, once',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);
      await school.says('s05', pupils, CRY);
      await school.presses('z01', school.dialog('z01'), 'Беру на себя');

      await school.passes(3 * DAY);

      const reminded = school
        .hears(school.dialog('z01'))
        .filter((words) => words.startsWith('Вызов, который Вы приняли'));
      expect(reminded).toHaveLength(1);
    },
    NIGHT,
  );
});

describe('what is obscene or hateful', () => {
  scene(
    'goes without a word in the chat; its author learns why, class teacher and deputy look into it, not again at night',
    async (school) => {
      const pupils = await school.chat('class_students');
      await everybodyOpen(school);
      await school.allows('s02');

      await school.says('s02', pupils, 'скинь нюдсы');

      expect(school.sees(pupils)).toEqual(NOTHING);
      expect(school.hears(school.dialog('s02'))).toEqual([
        expect.stringMatching(/^Здравствуй! Твоё сообщение в чате «5А – ученики» скрыто: .* \(п\. 4\.2 Положения\)\./u),
      ]);
      const called =
        'В школьном чате сообщение сексуального содержания. Разберитесь, пожалуйста. Подробности – в карточке.';
      for (const who of ['k01', 'z01']) expect(school.hears(school.dialog(who))).toEqual([called]);
      await school.passes(9 * HOUR);
      expect(school.hears(school.dialog('k01'))).toEqual([called]);
      await school.passes(2 * HOUR);
      expect(school.hears(school.dialog('k01'))).toContain(`Вызов пока никто не принял. ${called}`);
    },
    NIGHT,
  );
});

describe('a child alone at the school, 20:30', () => {
  scene(
    'stays for everybody to read; class teacher and deputy are called in spite of quiet hours, its author learns it',
    async (school) => {
      const parents = await school.chat('class_parents');
      await everybodyOpen(school);
      await school.allows('p02');

      await school.says('p02', parents, 'Ребёнок один у школы');

      expect(school.sees(parents)).toEqual(['Ребёнок один у школы']);
      for (const who of ['k01', 'z01'])
        expect(school.hears(school.dialog(who))).toEqual([
          'Возможно, ребёнок один у школы. Позвоните сейчас. Подробности – в карточке.',
        ]);
      expect(school.hears(school.dialog('p02'))).toEqual([
        'Классный руководитель и заместитель директора позваны. Если ребёнку угрожает опасность, звоните 112.',
      ]);
    },
    { at: at(20, 30) },
  );
});

describe('written to the bot itself', () => {
  scene(
    'a pupil is heard as in a chat',
    async (school) => {
      await everybodyOpen(school);

      await school.says('s05', school.dialog('s05'), CRY);
      await school.says('s05', school.dialog('s05'), 'я не хочу больше жить');

      expect(school.hears(school.dialog('s05'))[0]).toBe(CRISIS);
      for (const who of ['k02', 'z01'])
        expect(school.hears(school.dialog(who))).toEqual([
          CALL,
          'По вызову: автор ответил боту своими словами, они в карточке.',
        ]);
      await school.presses('z01', school.dialog('z01'), 'Показать фрагмент');
      expect(school.hears(school.dialog('z01')).at(-1)).toMatch(
        /личное сообщение боту.*Ответ боту: «я не хочу больше жить»/su,
      );
    },
    NIGHT,
  );

  scene(
    'whoever is in no list is told where help is; nobody could say whom to help',
    async (school) => {
      await everybodyOpen(school);
      await school.says('stranger', school.dialog('stranger'), CRY);
      expect(school.hears(school.dialog('stranger'))).toEqual([expect.stringContaining('8-800-2000-122')]);
      expect(school.hears(school.dialog('z01'))).toEqual(NOTHING);
    },
    NIGHT,
  );

  scene(
    'the staff, who dictate texts to it, call nobody',
    async (school) => {
      await everybodyOpen(school);
      await school.says('k01', school.dialog('k01'), CRY);
      expect(await emergencies(school)).toEqual([]);
    },
    NIGHT,
  );
});

describe('a chat that is only watched', () => {
  scene(
    'keeps its message, and people are called all the same; of what is no danger to life nothing is done',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);

      await school.says('s05', pupils, CRY);
      await school.says('s05', pupils, 'скинь нюдсы');

      expect(school.sees(pupils)).toEqual([CRY, 'скинь нюдсы']);
      expect(school.hears(school.dialog('k02'))).toEqual([CALL]);
      expect(school.hears(school.dialog('s05'))).toEqual([CRISIS]);
    },
    { ...NIGHT, mode: 'observe' },
  );
});

describe('mocking names among pupils', () => {
  const SIGNAL = /^В чате «5Б – ученики» бот заметил слова, похожие на обидное прозвище/u;

  scene(
    'stay, and the class teacher hears of it quietly: in the morning, once a day, without words and names',
    async (school) => {
      const pupils = await pupils5b(school);
      await everybodyOpen(school);

      await school.says('s05', pupils, 'Эй, жиртрест, ты опять опоздал?');
      await school.says('s05', pupils, 'никто с ней не дружите');
      expect(school.sees(pupils)).toHaveLength(2);
      expect(school.hears(school.dialog('k02'))).toEqual(NOTHING);

      await school.passes(11 * HOUR);
      const told = school.hears(school.dialog('k02')).filter((words) => SIGNAL.test(words));
      expect(told).toHaveLength(1);
      expect(told[0]).not.toMatch(/жиртрест|Орлова/u);
      expect(school.hears(school.dialog('s05')).filter((words) => /прозвищ|скрыто/u.test(words))).toEqual([]);
      expect(await school.stores.records.all('case')).toEqual([]);
    },
    NIGHT,
  );
});
