import { keep } from '../../src/domain/records.js';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/time.js';
import { ADMINISTRATOR, accountOf, DIRECTOR, NOON, PARENT, type School, scene, TEACHER } from './world.js';

const NOTHING: readonly string[] = [];
const DEPUTY = 'z01';
const EVERYBODY = [TEACHER, DIRECTOR, DEPUTY, ADMINISTRATOR, 'u01', 'k02', 'p01', PARENT, 'p03', 'p04'];
/** 9 September 2026, so many hours of the day in Moscow. */
const hour = (of: number, minutes = 0) => ({ at: NOON + (of - 12) * HOUR + minutes * MINUTE });

const opens = async (school: School): Promise<void> => {
  for (const who of EVERYBODY) await school.allows(who);
};
/** Timers fire when a moment has passed. */
const aMoment = (school: School): Promise<void> => school.passes(SECOND);
const hears = (school: School, who: string): readonly string[] => school.hears(school.dialog(who));
const silent = (school: School, who: readonly string[]): void => {
  for (const one of who) expect([one, ...hears(school, one)]).toEqual([one]);
};
/** Nothing was counted, nothing was hidden, nothing of the words was kept. */
const untouched = async (school: School, words: RegExp): Promise<void> => {
  for (const kind of ['case', 'conduct', 'evidence'] as const)
    expect(await school.stores.records.all(kind)).toEqual([]);
  expect(JSON.stringify(await school.journal())).not.toMatch(words);
  for (const kind of ['alarm', 'reminder'] as const)
    expect(JSON.stringify(await school.stores.records.all(kind))).not.toMatch(words);
};

const ACCUSED = 'Мария Петровна опять кричит на детей, сколько можно!';
const TO_DIRECTOR =
  'В чате «5А – родители» 09.09.2026 в 12:00 пишут о работе педагога. Похоже на жалобу. Сообщение осталось в чате: критика без оскорблений нарушением не считается. Самому педагогу бот ничего не сообщал и в чате ничего не писал. Возможно, стоит предложить родителям встречу.';

describe('an accusation against a teacher, without an insult', () => {
  scene('stays; the director alone hears of it, once a day; nothing is kept of the words', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says('p03', parents, ACCUSED);
    await school.says(PARENT, parents, 'И классный руководитель унижает детей при всех');
    await aMoment(school);

    expect(school.sees(parents)).toHaveLength(2);
    expect(hears(school, DIRECTOR)).toEqual([TO_DIRECTOR]);
    silent(school, [TEACHER, DEPUTY, ADMINISTRATOR, 'p03', PARENT]);
    await untouched(school, /кричит|унижает|Мария/u);

    await school.passes(DAY);
    await school.says('p03', parents, ACCUSED);
    await aMoment(school);
    expect(hears(school, DIRECTOR)).toHaveLength(2);
  });

  scene('against the director: the deputy hears of it, the director does not', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says('p03', parents, 'Директор накричала на моего сына');
    await aMoment(school);

    expect(hears(school, DEPUTY)).toEqual([TO_DIRECTOR]);
    silent(school, [DIRECTOR, TEACHER]);
  });

  scene(
    'at night: the director hears of it in the morning',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school);

      await school.says('p03', parents, ACCUSED);
      await school.passes(HOUR);
      silent(school, [DIRECTOR]);

      await school.passes(10 * HOUR);
      expect(hears(school, DIRECTOR)).toEqual([TO_DIRECTOR.replace('12:00', '22:40')]);
    },
    hour(22, 40),
  );

  scene(
    'before chat rules are adopted too: it is no measure',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school);

      await school.says('p03', parents, ACCUSED);
      await aMoment(school);

      expect(school.sees(parents)).toEqual([ACCUSED]);
      expect(hears(school, DIRECTOR)).toEqual([TO_DIRECTOR]);
    },
    { policy: 'oosh-19', rules: false },
  );

  scene('with an insult: hidden like any insult, and the director hears nothing', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says('p03', parents, 'Вы дура, Мария Петровна, Вы кричите на детей! Учительница кричит на детей!');
    await aMoment(school);

    expect(school.sees(parents).join()).not.toContain('дура');
    silent(school, [DIRECTOR]);
  });

  scene('where the bot only watches, where the bot’s own posts are paused, by the staff: nothing', async (school) => {
    const watched = await school.chat('class_parents', { mode: 'observe' });
    const paused = await school.chat('class_parents', { class: '5Б' });
    await opens(school);
    await school.says(DIRECTOR, school.dialog(DIRECTOR), '/пауза 5Б до завтра 8:00');
    const before = hears(school, DIRECTOR);

    await school.says('p03', watched, ACCUSED);
    await school.says('p04', paused, 'Лугов орёт на наших детей');
    await school.says('k02', paused, 'Учитель не прав, если учитель кричит на детей. Учитель кричит на детей?');
    await aMoment(school);

    expect(hears(school, DIRECTOR)).toEqual(before);
  });

  scene('criticism of lessons and marks concerns nobody', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says('p03', parents, 'Мария Петровна занижает оценки и слишком много задаёт');
    await aMoment(school);

    expect(school.sees(parents)).toHaveLength(1);
    silent(school, EVERYBODY);
  });
});

describe('a quarrel that names children', () => {
  const QUARREL = 'Ваш Иванов бьёт моего сына';
  const TO_TEACHER =
    'В чате «5А – родители» 09.09.2026 в 12:00 родители спорят о детях, и кто-то из детей назван. Сообщение осталось в чате, нарушением это не считается. Возможно, лучше поговорить с каждой семьёй отдельно и вне чата.';
  const TO_AUTHOR =
    'Чтобы разобраться в том, что случилось между детьми, напишите классному руководителю лично: так проще услышать обе стороны. Сообщение осталось в чате, нарушением это не считается.';

  scene('stays; the class teacher hears of it once a day, each author one soft word', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says('p03', parents, QUARREL);
    await school.says('p03', parents, `${QUARREL}!!!`);
    await school.says('p01', parents, 'Моего сына обижает ваш Сидоров!');
    await aMoment(school);

    expect(school.sees(parents)).toHaveLength(3);
    expect(hears(school, TEACHER)).toEqual([TO_TEACHER]);
    expect(hears(school, 'p03')).toEqual([TO_AUTHOR]);
    expect(hears(school, 'p01')).toEqual([TO_AUTHOR]);
    expect(school.buttons(school.dialog('p03'))).toEqual(['Больше не напоминать']);
    silent(school, [DIRECTOR, DEPUTY, ADMINISTRATOR]);
    await untouched(school, /Иванов|бьёт/u);
  });

  scene('about a teacher of that name: nobody is told', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);
    const teacher = await school.stores.people.find('u01');
    if (teacher) await school.stores.people.put([{ ...teacher, surname: 'Иванов' }]);

    await school.says('p03', parents, 'Иванов бьёт моего сына');
    await aMoment(school);

    silent(school, EVERYBODY);
  });
});

describe('a child’s health', () => {
  const OFFERED =
    'О здоровье ребёнка можно написать классному руководителю лично: тогда об этом узнает только тот, кому нужно знать. Сообщение осталось в чате, Вы ничего не нарушили.';

  scene('«У Маши температура» stays; the private way is offered once in thirty days', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says(PARENT, parents, 'У Маши температура');
    await school.passes(7 * DAY);
    await school.says(PARENT, parents, 'У Маши опять температура, не придём');

    expect(school.sees(parents).filter((words) => words.includes('температура'))).toHaveLength(2);
    expect(hears(school, PARENT)).toEqual([OFFERED]);
    expect(hears(school, TEACHER).join()).not.toMatch(/здоровь|температура/u);
    silent(school, [DIRECTOR]);
    await untouched(school, /температура|illness/u);

    await school.passes(24 * DAY);
    await school.says(PARENT, parents, 'У Маши температура');
    expect(hears(school, PARENT)).toEqual([OFFERED, OFFERED]);
  });

  scene('whoever wants to hear no more of it does not', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);
    await school.says(PARENT, parents, 'У Маши температура');
    await school.presses(PARENT, school.dialog(PARENT), 'Больше не напоминать');
    const before = hears(school, PARENT);

    await school.passes(31 * DAY);
    await school.says(PARENT, parents, 'У Маши температура');

    expect(hears(school, PARENT)).toEqual(before);
  });

  scene('of a pupil by surname, with a diagnosis: that is nobody’s business, and goes', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says('p03', parents, 'У Иванова эпилепсия, пересадите его');

    expect(school.sees(parents).join()).not.toContain('эпилепсия');
  });
});

describe('other things that must come out right', () => {
  scene(
    'advertising waits for the class teacher, of agitation its author is reminded; nobody is held to anything',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school);

      await school.says('p03', parents, 'Кредит без отказа за час');
      await aMoment(school);
      expect(school.sees(parents).join()).not.toContain('Кредит');
      expect(hears(school, TEACHER)).toHaveLength(1);
      expect(school.buttons(school.dialog(TEACHER))).toContain('Вернуть в чат');

      await school.says(PARENT, parents, 'Голосуйте за ЛДПР');
      expect(school.sees(parents)).toContain('Голосуйте за ЛДПР');
      expect(hears(school, PARENT)).toEqual([expect.stringContaining('нарушением это не считается')]);
      expect(await school.stores.records.all('conduct')).toEqual([]);
    },
  );

  scene('one’s own telephone number stays', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    await school.says('p03', parents, 'Мой номер 8 918 222-33-44, звоните, если что');

    expect(school.sees(parents)).toHaveLength(1);
    silent(school, EVERYBODY);
    await untouched(school, /222-33/u);
  });

  scene(
    '«Ребёнок один у школы» at 20:30 stays for all to read, and adults are called in spite of quiet hours',
    async (school) => {
      const parents = await school.chat('class_parents');
      await opens(school);

      await school.says('p03', parents, 'Ребёнок один у школы');

      expect(school.sees(parents)).toEqual(['Ребёнок один у школы']);
      for (const who of [TEACHER, DEPUTY]) expect(hears(school, who)).toHaveLength(1);
      await untouched(school, /один у школы/u);
    },
    hour(20, 30),
  );

  scene('a forwarded warning about a scam: the link goes, nobody is suspected', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);
    const scam = 'Ваш дневник заблокирован, срочно войдите: https://gosuslugi-dnevnik.ru';

    await school.says('p03', parents, `Осторожно, мошенники! Не открывайте такое: ${scam}`);

    expect(school.sees(parents).join()).not.toContain('gosuslugi-dnevnik');
    expect(school.mayWrite('p03', parents)).toBe(true);
    expect(await school.stores.records.all('frozen')).toEqual([]);
  });

  scene('twenty-five «+» in a minute: no flood, the class teacher is offered a poll', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);

    for (let at = 0; at < 25; at += 1) {
      await school.says(at % 2 === 0 ? PARENT : 'p03', parents, '+');
      await school.passes(2 * SECOND);
    }

    expect(school.sees(parents)).toHaveLength(25);
    expect(hears(school, TEACHER)).toEqual([expect.stringContaining('Удобнее опрос')]);
    silent(school, [PARENT, 'p03']);
  });

  scene('a nickname among pupils: stays, the class teacher hears of it quietly, no pupil does', async (school) => {
    const pupils = await school.chat('class_students');
    await opens(school);

    await school.says('s02', pupils, 'Эй, жиртрест, ты опять опоздал?');
    await aMoment(school);

    expect(school.sees(pupils)).toHaveLength(1);
    expect(hears(school, TEACHER)).toEqual([expect.stringContaining('похожие на обидное прозвище')]);
    silent(school, ['s01', 's02', 's03']);
    await untouched(school, /жиртрест/u);
  });

  scene('a teacher who is also a parent: spoken to as a parent, and never limited', async (school) => {
    const teacher = await school.stores.people.find('u01');
    if (teacher) await school.stores.people.put([{ ...teacher, children: ['s05'] }]);
    const parents = await school.chat('class_parents', { class: '5Б' });
    await opens(school);

    await school.says('u01', parents, 'У Ники температура, не придём');
    expect(hears(school, 'u01')).toEqual([expect.stringContaining('классному руководителю лично')]);

    for (const rude of ['Ты идиот', 'Заткнись, дебил']) {
      await school.passes(20 * MINUTE);
      await school.says('u01', parents, rude);
    }
    expect(school.sees(parents).filter((words) => /идиот|дебил/u.test(words))).toEqual(NOTHING);
    expect(school.mayWrite('u01', parents)).toBe(true);
    expect(await school.stores.records.all('conduct')).toEqual([]);
  });

  scene('a parent whom a court restricts: no notice, card or own record shows it', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);
    const entry = { id: 'n:court', at: school.clock.now(), kind: 'note', detail: 'court' } as const;
    const restricted = { since: school.clock.now(), act: 'решение 2-145 от 01.09.2026' };
    const changes = [keep('standing', 'p03', { restricted }, undefined)];
    await school.stores.ledger.settle({ key: 'court', entry, changes, rows: [], chain: 'cli' });

    await school.says('p03', school.dialog('p03'), '/я');
    await school.says('p03', school.dialog('p03'), '/мои_данные');
    await school.says(TEACHER, school.dialog(TEACHER), '/найти p03');
    await school.says(PARENT, parents, 'Сидорова, Вы дура');

    const told = EVERYBODY.filter((who) => who !== ADMINISTRATOR).flatMap((who) => [
      ...hears(school, who),
      ...school.files(school.dialog(who)).map(({ base64 }) => Buffer.from(base64, 'base64').toString('utf8')),
    ]);
    expect([...told, ...school.sees(parents)].join()).not.toMatch(/решени[ея] суда|по суду|2-145/iu);
  });

  scene('a grandmother as a delegate is spoken to as family until the day she is none', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);
    await school.says(ADMINISTRATOR, school.dialog(ADMINISTRATOR), '/найти p03');
    await school.presses(ADMINISTRATOR, school.dialog(ADMINISTRATOR), 'Доверенное лицо');
    const until = 'до 30.09.2026, заявление Сидоровой Е. В. от 01.09.2026';
    await school.says(ADMINISTRATOR, school.dialog(ADMINISTRATOR), until);

    await school.says('p03', parents, 'У Ильи температура, внук сегодня дома');
    expect(hears(school, 'p03')).toEqual([expect.stringContaining('О здоровье ребёнка')]);

    await school.passes(22 * DAY);
    expect(school.members(parents)).not.toContain(accountOf('p03'));
  });

  scene('a lost phone: the old account is out, and writes nothing more', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);
    await school.says('new-phone', school.dialog('new-phone'), `/код ${await school.codeFor('p03')}`);

    await school.presses(TEACHER, school.dialog(TEACHER), 'Отключить прежний');

    expect(school.members(parents)).not.toContain(accountOf('p03'));
    expect(await school.stores.people.accountsOf('p03')).toEqual([accountOf('new-phone')]);
  });

  scene('the parents’ committee proposes, a teacher approves', async (school) => {
    const parents = await school.chat('class_parents');
    await opens(school);
    await school.says(TEACHER, school.dialog(TEACHER), '/найти p02');
    await school.presses(TEACHER, school.dialog(TEACHER), 'В родительский комитет');
    const before = hears(school, TEACHER).length;

    await school.says(PARENT, school.dialog(PARENT), '/объявление родители 5А: В субботу идём в музей');
    expect(hears(school, PARENT).at(-1)).toBe(
      'Объявления родителям класса публикует классный руководитель. Передать текст Ключевой М. П.?',
    );
    await school.presses(PARENT, school.dialog(PARENT), school.buttons(school.dialog(PARENT))[0] ?? '');
    expect(hears(school, TEACHER).slice(before).join()).toContain('В субботу идём в музей');
    expect(school.sees(parents).join()).not.toContain('музей');
  });
});
