import type { Quoted } from '../../src/domain/message.js';
import type { AccountRef, MessageRef } from '../../src/domain/refs.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { BOT, people } from '../../src/platforms/memory/index.js';
import { cases, FIRST, heard, last, night, on, SECOND, stands, strikes, until } from './case-night.js';
import { accountOf, type School, type SchoolOptions, scene } from './world.js';

const NOTHING: readonly string[] = [];
const noon: SchoolOptions = { at: on(9, 12) };
const late: SchoolOptions = { at: on(9, 22, 40) };
const CURT = 'Отстаньте уже все от меня со своими поделками';

const opened = async (school: School, ...others: readonly string[]) => {
  for (const who of ['p02', 'k01', 'z01', 'd01', 'a01', ...others]) await school.allows(who);
  return school.chat('class_parents');
};

const quoted = (author: AccountRef, text: string, at: number): Quoted => ({
  author,
  at,
  text,
  attachments: [],
  forwarded: [],
});

/** What p02 has just written, forwarded to the bot. */
const forwards = (school: School, who: string, words: string, written = school.clock.now()): Promise<MessageRef> =>
  school.says(who, school.dialog(who), words, { forwarded: [quoted(accountOf('p02'), CURT, written)] });

describe('a complaint about a message', () => {
  scene(
    'that was left, and is edited into an insult: hidden like any other, told, counted once, and may be objected to',
    async (school) => {
      const parents = await opened(school, 'p01');
      const message = await school.says('p02', parents, CURT);
      await forwards(school, 'p01', '/жалоба');
      await school.presses('k01', school.dialog('k01'), 'Оставить');
      await school.passes(HOUR);

      await school.edits('p02', message, SECOND);
      await school.edits('p02', message, SECOND);

      expect(school.sees(parents)).not.toContain(SECOND);
      expect(last(school, 'p02')).toContain('Это предупреждение, оно действует 30 дней');
      expect(await strikes(school)).toEqual(['counts']);
      expect(await cases(school)).toMatchObject([{ number: 1, removed: 'deleted', source: 'bot' }]);
      const evidence = (await school.stores.records.all('evidence')).map(({ value }) => value.whole?.text);
      expect(evidence).toEqual([SECOND]);
      await school.presses('p02', school.dialog('p02'), 'Не согласен(на)');
      await school.presses('p02', school.dialog('p02'), 'Без пояснений');
      expect(last(school, 'p02')).toContain('возражение № 1 принято');
    },
    noon,
  );

  scene(
    'nobody has decided yet, and the message is edited into an insult: who complained hears of it, the old card does no more',
    async (school) => {
      const parents = await opened(school, 'p01');
      const message = await school.says('p02', parents, CURT);
      await forwards(school, 'p01', '/жалоба');
      await school.edits('p02', message, SECOND);

      expect(last(school, 'p01')).toContain('рассмотрена: оно скрыто');
      await school.presses('k01', school.dialog('k01'), 'Оставить');

      expect(last(school, 'k01')).toBe('Это сообщение уже скрыто.');
      expect(await strikes(school)).toEqual(['counts']);
    },
    noon,
  );

  scene(
    'by the class teacher as the second: the deputy decides, and not who complains',
    async (school) => {
      const parents = await opened(school, 'p01');
      await school.says('p02', parents, CURT);
      const written = school.clock.now();
      await forwards(school, 'p01', '/жалоба');
      await school.passes(MINUTE);
      await forwards(school, 'k01', '/жалоба', written);

      expect(last(school, 'z01')).toContain('На сообщение пожаловались 2 участника чата');
      await school.presses('k01', school.dialog('k01'), 'Скрыть сообщение');
      expect(school.sees(parents)).toContain(CURT);
      await school.presses('z01', school.dialog('z01'), 'Скрыть сообщение');
      expect(school.sees(parents)).toEqual(NOTHING);
    },
    noon,
  );

  scene(
    'which the class teacher finds worth a warning: one case, the warning, and who complained hears that it was right',
    async (school) => {
      const parents = await opened(school, 'p01');
      await school.says('p02', parents, CURT);
      await forwards(school, 'p01', '/жалоба');
      await forwards(school, 'k01', '/предупредить');
      await school.presses('k01', school.dialog('k01'), 'Не по делу (п. 3)');

      expect(school.sees(parents)).toEqual(NOTHING);
      expect(last(school, 'p01')).toContain('рассмотрена: оно скрыто');
      expect((await cases(school)).filter(({ decided }) => decided === undefined)).toEqual([]);
      expect(await strikes(school)).toEqual(['counts']);
      await forwards(school, 'k01', '/предупредить');
      await school.presses('k01', school.dialog('k01'), 'Не по делу (п. 3)');
      expect(last(school, 'k01')).toContain('уже есть дело');
      expect(await strikes(school)).toEqual(['counts']);
    },
    noon,
  );

  scene(
    'is not told to its author by /снять',
    async (school) => {
      const parents = await opened(school, 'p01');
      await school.says('p02', parents, CURT);
      await forwards(school, 'p01', '/жалоба');
      await forwards(school, 'k01', '/снять');

      expect(last(school, 'k01')).toBe('По этому сообщению ничего не сделано: отменять нечего.');
      expect(heard(school, 'p02')).toEqual(NOTHING);
    },
    noon,
  );
});

describe('who decides', () => {
  scene(
    'a class teacher about her own child: the deputy, and her press does nothing',
    async (school) => {
      const k01 = await school.stores.people.find('k01');
      await school.stores.people.put(k01 ? [{ ...k01, children: ['s02'] }] : []);
      await opened(school, 's02');
      const pupils = await school.chat('class_students');
      await school.says('s02', pupils, FIRST);
      await school.passes(HOUR);
      await school.says('s02', pupils, SECOND);

      expect(heard(school, 'k01').filter((words) => words.startsWith('Дело'))).toEqual(NOTHING);
      expect(last(school, 'z01')).toContain('Дело № 2');
      await school.says('k01', school.dialog('k01'), '/дела 2');
      await school.presses('k01', school.dialog('k01'), 'Отменить');
      expect(last(school, 'k01')).toBe('Это дело решает другой человек.');
      expect(await strikes(school, 's02')).toEqual(['counts', 'pending']);
    },
    noon,
  );

  scene(
    'a limit of her own the class teacher lifts by /снять, as she was told; nobody else of her rank does, and not twice',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, CURT);
      await forwards(school, 'k01', '/тишина 2 часа');
      await school.presses('k01', school.dialog('k01'), 'Грубость (п. 4.2)');
      expect(school.mayWrite('p02', parents)).toBe(false);

      await school.says('z01', school.dialog('z01'), '/дела 1');
      expect(school.buttons(school.dialog('z01'))).toEqual(['Показать фрагмент']);
      await school.says('k01', school.dialog('k01'), '/снять');
      expect(last(school, 'k01')).toContain('Так решили Вы. Пока мера действует, её можно отменить.');
      expect(last(school, 'k01')).not.toContain('предварительная');
      await school.presses('k01', school.dialog('k01'), 'Отменить');
      await school.presses('k01', school.dialog('k01'), 'Достаточно разговора');

      expect(school.mayWrite('p02', parents)).toBe(true);
      expect(last(school, 'p02')).toContain('Ограничение снято');
      expect(await strikes(school)).toEqual(['void']);
      await school.presses('k01', school.dialog('k01'), 'Нарушения не было').catch(() => undefined);
      await forwards(school, 'k01', '/снять');
      expect(last(school, 'k01')).toContain('решать уже нечего: решение принято');
    },
    noon,
  );

  scene(
    'a warning of her own is taken back after an objection: that is granted with it',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, CURT);
      const written = school.clock.now();
      await forwards(school, 'k01', '/предупредить');
      await school.presses('k01', school.dialog('k01'), 'Грубость (п. 4.2)');
      await school.presses('p02', school.dialog('p02'), 'Не согласен(на)');
      await school.says('p02', school.dialog('p02'), 'Я никого не обидел');
      await school.passes(MINUTE);

      await school.restarts();
      await forwards(school, 'k01', '/снять', written);
      await school.presses('k01', school.dialog('k01'), 'Нарушения не было');

      expect(await strikes(school)).toEqual(['void']);
      expect(heard(school, 'p02').join('\n')).toContain('Возражение № 1 удовлетворено');
      expect(heard(school, 'z01').join('\n')).toContain('Возражение № 1 рассматривать больше не нужно');
    },
    noon,
  );
});

scene(
  'what the bot itself has written is nobody’s breach: no complaint, no limit, no photograph of it',
  async (school) => {
    const parents = await opened(school, 'p01');
    await school.says('p02', parents, FIRST);
    const note = school.platform.world.messages(parents).findLast(({ author }) => author === BOT);
    const answer = (attachments: Quoted['attachments'] = []) => ({
      replyTo: {
        ...quoted(BOT, note?.text ?? '', school.clock.now()),
        attachments,
        ...(note && { id: note.ref.id, place: note.ref.place }),
      },
    });

    for (const [who, words] of [
      ['z01', '/тишина'],
      ['z01', '/снять'],
      ['p01', '/жалоба'],
    ] as const) {
      await school.says(who, parents, words, answer());
      expect(last(school, who)).toContain('Это сообщение бота.');
    }
    await school.says('p01', parents, '/убрать_фото', answer([{ kind: 'photo', words: [], handle: 'of the bot' }]));

    expect(last(school, 'p01')).toContain('Это сообщение бота.');
    expect(await cases(school)).toHaveLength(1);
    expect(school.sees(parents)).toEqual([note?.text]);
  },
  noon,
);

scene(
  'a pupil who may only read is told so as a pupil, once, also when an older message is edited',
  async (school) => {
    await opened(school, 's02');
    const pupils = await school.chat('class_students');
    const old = await school.says('s02', pupils, 'Кто дежурный?');
    await school.says('s02', pupils, FIRST);
    await school.passes(HOUR);
    await school.says('s02', pupils, SECOND);
    await school.says('s02', pupils, 'И что?');
    await school.edits('s02', old, 'Кто дежурный сегодня?');

    expect(heard(school, 's02').filter((words) => words.includes('только читать: твоё сообщение скрыто'))).toHaveLength(
      1,
    );
    expect(school.sees(pupils).filter((words) => words.includes('дежурный'))).toEqual(NOTHING);
    expect(await strikes(school, 's02')).toEqual(['counts', 'pending']);
  },
  { ...noon, can: { mute: false } },
);

scene(
  'an old card pressed from a frozen account decides nothing; the deputy has it by two in the afternoon',
  async (school) => {
    await night(school);
    await until(school, on(10, 9));
    await school.says('k01', school.dialog('k01'), '/взлом');
    await school.presses('k01', school.dialog('k01'), 'Подтвердить');

    expect(last(school, 'k01')).toContain('Этот аккаунт заморожен');
    expect(await strikes(school)).toEqual(['counts', 'pending']);
    await until(school, on(10, 14, 1));
    expect(last(school, 'z01')).toContain('Дело № 2');
  },
  late,
);

scene(
  'where the bot only watches, nothing is written about anybody',
  async (school) => {
    for (const who of ['p02', 'k01', 'z01']) await school.allows(who);
    const parents = await school.chat('class_parents', { mode: 'observe' });
    for (const words of [FIRST, SECOND, 'Голосуйте за нас: 2202 1234 5678 9017'])
      await school.says('p02', parents, words);
    await school.passes(HOUR);

    expect(school.sees(parents)).toHaveLength(3);
    for (const kind of ['case', 'evidence', 'conduct', 'reminder', 'noise', 'frozen', 'counter', 'approved'] as const)
      expect([kind, await school.stores.records.all(kind)]).toEqual([kind, []]);
    for (const who of ['p02', 'k01', 'z01']) expect(heard(school, who)).toEqual(NOTHING);
  },
  noon,
);

scene(
  'where the bot only watches, a person’s complaint is heard all the same, and what a person decides is done',
  async (school) => {
    for (const who of ['p01', 'p02', 'k01']) await school.allows(who);
    const parents = await school.chat('class_parents', { mode: 'observe' });
    await school.says('p02', parents, CURT);

    await forwards(school, 'p01', '/жалоба');
    expect(school.sees(parents)).toEqual([CURT]);
    expect(heard(school, 'p02')).toEqual(NOTHING);
    await school.presses('k01', school.dialog('k01'), 'Скрыть сообщение');

    expect(school.sees(parents)).toEqual(NOTHING);
    expect(last(school, 'p01')).toContain('рассмотрена: оно скрыто');
    expect(last(school, 'p02')).toContain('Ваше сообщение в чате «5А – родители»');
  },
  noon,
);

scene(
  'a person warns somebody whose messages the messenger does not let the bot take away: what nobody was told counts for nothing',
  async (school) => {
    const parents = await opened(school);
    const { world } = school.platform;
    world.change(parents, { admins: [...(world.chats.get(parents)?.admins ?? []), accountOf('p02')] });
    await school.says('p02', parents, CURT);
    await forwards(school, 'k01', '/предупредить');
    await school.presses('k01', school.dialog('k01'), 'Грубость (п. 4.2)');
    await school.passes(MINUTE);

    expect(school.sees(parents)).toContain(CURT);
    expect(last(school, 'p02')).toContain('Пожалуйста, удалите его сами');
    expect(last(school, 'k01')).toContain('бот удалить не смог');
    expect(await strikes(school)).toEqual(['void']);
  },
  noon,
);

scene(
  'a photograph somebody complains of and then asks to have removed: one case, hidden at once, whoever complained hears it',
  async (school) => {
    await opened(school, 's02', 's03', 's04');
    const pupils = await school.chat('class_students');
    const attachments = [{ kind: 'photo', words: [], handle: 'of s02' }] as const;
    const message = await school.says('s03', pupils, '', { attachments });
    const answer = {
      replyTo: {
        ...quoted(accountOf('s03'), '', school.clock.now()),
        attachments,
        id: message.id,
        place: message.place,
      },
    };

    await school.says('s04', pupils, '/жалоба', answer);
    await school.passes(MINUTE);
    await school.says('s02', pupils, '/убрать_фото', answer);
    await school.says('s02', pupils, '/убрать_фото', answer);

    expect(await cases(school)).toMatchObject([{ number: 1, removed: 'held', source: 'photo' }]);
    expect(last(school, 's04')).toContain('рассмотрена: оно скрыто');
    expect(last(school, 's02')).toBe('Это сообщение уже скрыто.');
    await school.presses('k01', school.dialog('k01'), 'Оставить скрытым');
    await school.presses('k01', school.dialog('k01'), 'Без пояснений');
    expect(await cases(school)).toMatchObject([{ decided: { by: 'k01', as: 'confirmed' } }]);
    expect(await strikes(school, 's03')).toEqual(NOTHING);
  },
  noon,
);

scene(
  'written by day, judged a night later when the limit would be over: it goes, in silence, and stands against nobody',
  async (school) => {
    const parents = await opened(school);
    await school.says('p02', parents, FIRST);
    await until(school, on(9, 19));
    await school.close();
    people.post(school.platform.world, accountOf('p02'), parents, SECOND);
    school.clock.set(on(10, 20, 30));
    const before = heard(school, 'k01').length;
    await school.restarts();
    await school.quiet();

    expect(stands(school, parents)).toEqual(NOTHING);
    expect(await strikes(school)).toEqual(['counts']);
    expect((await cases(school)).map(({ measure }) => measure?.kind)).toEqual(['warning', undefined]);
    expect(school.mayWrite('p02', parents)).toBe(true);
    expect(last(school, 'p02')).not.toContain('только читать');
    expect(heard(school, 'k01')).toHaveLength(before);
    await until(school, on(11, 8, 1));
    expect(last(school, 'k01')).toContain('Сообщение скрыто, других мер нет.');
  },
  noon,
);
