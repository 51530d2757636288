import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import {
  AGAIN,
  at,
  cases,
  decides,
  evidence,
  last,
  latest,
  limited,
  objects,
  opened,
  RUDE,
  SORRY,
  until,
} from './appeals.js';
import { scene } from './world.js';

const NOTHING: readonly string[] = [];
const CARD = ['Показать фрагмент', 'Удовлетворить', 'Отклонить', 'Я сторона конфликта…'];
const ASKED_BACK =
  'Вернуть сообщение в чат? Бот опубликует его сам, без Вашего имени – или с именем, если Вы согласны.';

describe('an objection, SC-04 step 5: Wednesday night', () => {
  scene(
    'in two taps: numbered, with its day and who decides it; the limit goes on; nobody is written to at night',
    async (school) => {
      const parents = await limited(school);
      await until(school, at(0, 23, 46));

      await objects(school, 'p02', SORRY);

      expect(last(school, 'p02')).toBe(
        'Ваше возражение № 1 принято. Его рассмотрит заместитель директора до 14.09.2026. До решения режим «только чтение» продолжает действовать, но не дольше своего срока.',
      );
      expect(school.mayWrite('p02', parents)).toBe(false);
      expect(school.hears(school.dialog('z01'))).toEqual(NOTHING);

      await until(school, at(1, 8, 0));
      expect(last(school, 'z01')).toBe(
        'Возражение № 1 (дело № 2). Рассмотреть до 14.09.2026.\nЧат «5А – родители», сообщение от 09.09.2026 23:40. Автор: родитель обучающегося 5А класса.\nСкрыто: бот увидел оскорбление (п. 4.2 Положения). Бот предварительно ввёл режим «только чтение» до 10.09.2026 23:40; подтверждает его другой человек.\nСлова участника: «Я не ругался, это крик души».',
      );
      expect(school.buttons(school.dialog('z01'))).toEqual(CARD);
    },
    { at: at(0, 23, 14) },
  );

  scene(
    'pressed again, and typed again: it is there already, and there is one',
    async (school) => {
      await limited(school);
      await objects(school, 'p02', SORRY);

      await school.presses('p02', school.dialog('p02'), 'Не согласен(на)');
      expect(last(school, 'p02')).toBe('По этому делу: возражение № 1 рассмотрит заместитель директора до 14.09.2026.');

      await school.says('p02', school.dialog('p02'), '/возражение');
      expect(last(school, 'p02')).toBe(
        'Дело № 2: «5А – родители», сообщение от 09.09.2026 23:40 – возражение № 1 рассмотрит заместитель директора до 14.09.2026.\nДело № 1: «5А – родители», сообщение от 09.09.2026 23:14 – возражения не было.\nПо какому делу Вы возражаете?',
      );
      await school.presses('p02', school.dialog('p02'), 'Дело № 1');
      await school.presses('p02', school.dialog('p02'), 'Без пояснений');
      expect(last(school, 'p02')).toBe(
        'Ваше возражение № 2 принято. Его рассмотрит классный руководитель до 14.09.2026. До решения предупреждение остаётся в силе.',
      );
      expect((await cases(school)).map(({ appeal }) => appeal?.number)).toEqual([2, 1]);
    },
    { at: at(0, 23, 14) },
  );

  scene(
    'the program is stopped between the press and the words, and between the words and the card: nothing is lost',
    async (school) => {
      await limited(school);
      await school.presses('p02', school.dialog('p02'), 'Не согласен(на)');
      await school.restarts();
      await school.says('p02', school.dialog('p02'), SORRY);
      await school.restarts();
      await until(school, at(1, 8, 0));

      expect((await latest(school)).appeal).toMatchObject({ number: 1, to: 'z01', words: SORRY });
      expect(last(school, 'z01')).toContain('Возражение № 1 (дело № 2).');
    },
    { at: at(0, 23, 14) },
  );
});

describe('an objection is declined, SC-04 step 8a', () => {
  scene(
    'by somebody else than who confirms the measure, with a reason; the commission is named; the whole text goes',
    async (school) => {
      await limited(school);
      await objects(school, 'p02', SORRY);
      await until(school, at(1, 11, 0));

      await school.presses('z01', school.dialog('z01'), 'Отклонить');
      await school.says('z01', school.dialog('z01'), 'Тон недопустим');

      expect(last(school, 'p02')).toBe(
        'Возражение № 1 отклонено (заместитель директора). Причина: «Тон недопустим». О самом ограничении решает другой человек; без его решения оно закончится 10.09.2026 23:40 и учитываться не будет. Если Вы не согласны, можно обратиться в комиссию по урегулированию споров школы (статья 45 закона «Об образовании в Российской Федерации»).',
      );
      const one = await latest(school);
      expect(one.appeal?.decided).toEqual({ by: 'z01', at: at(1, 11, 0), as: 'confirmed', words: 'Тон недопустим' });
      expect(one.measure?.state).toBe('provisional');
      expect(one.closed).toBeUndefined();

      await until(school, at(2, 0, 0));
      expect((await latest(school)).measure?.state).toBe('lapsed');
      expect((await latest(school)).closed).toBe(at(1, 23, 40));
    },
    { at: at(0, 23, 14) },
  );

  scene('twice, and by two people: decided once, and the second learns so', async (school) => {
    await limited(school);
    await objects(school, 'p02', SORRY);
    await decides(school, 'z01', 'Отклонить', 'Тон недопустим');
    const before = school.hears(school.dialog('p02'));

    expect(await school.presses('z01', school.dialog('z01'), 'Удовлетворить')).toBe('Уже решено.');

    expect(last(school, 'z01')).toBe('Возражение № 1 уже отклонено 09.09.2026 в 12:26.');
    expect(school.hears(school.dialog('p02'))).toEqual(before);
  });

  scene('a refusal always has a reason; [Пока не решать] leaves the card as it is', async (school) => {
    await limited(school);
    await objects(school, 'p02');
    await school.presses('z01', school.dialog('z01'), 'Отклонить');
    expect(school.buttons(school.dialog('z01'))).toEqual(['Пока не решать']);
    await school.presses('z01', school.dialog('z01'), 'Пока не решать');
    expect((await latest(school)).appeal?.decided).toBeUndefined();

    await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');
    expect((await latest(school)).appeal?.decided?.as).toBe('cancelled');
  });

  scene('nobody else decides it: neither who confirms the measure nor whoever objected', async (school) => {
    await limited(school);
    await objects(school, 'p02');
    const [card] = (await school.stores.records.all('question')).filter(({ value }) => value.whom === 'z01');
    expect(card?.value.options.map(({ id }) => id)).toEqual(['show', 'grant', 'decline', 'party']);

    await school.says('k01', school.dialog('k01'), 'Удовлетворить');
    await school.says('p02', school.dialog('p02'), 'Удовлетворить');

    expect((await latest(school)).appeal?.decided).toBeUndefined();
  });
});

describe('an objection is granted: what was done is taken back', () => {
  scene(
    'the limit ends at once, the strike is void, the first one stays; the author has it back without a name',
    async (school) => {
      const parents = await limited(school);
      await objects(school, 'p02', SORRY);

      await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

      expect(school.hears(school.dialog('p02')).slice(-2)).toEqual([
        'Возражение № 1 удовлетворено. Ограничение снято, запись о нарушении отменена. Приносим извинения за неудобство. Пояснение: «Это была цитата».',
        ASKED_BACK,
      ]);
      expect(school.mayWrite('p02', parents)).toBe(true);
      expect((await school.stores.records.get('conduct', 'p02'))?.value.strikes.map(({ state }) => state)).toEqual([
        'counts',
        'void',
      ]);
      const one = await latest(school);
      expect([one.measure?.state, one.wrong, one.closed !== undefined]).toEqual(['cancelled', true, true]);

      await school.presses('p02', school.dialog('p02'), 'Вернуть в чат');
      expect(last(school, 'p02')).toBe('Сообщение возвращено в чат без имени.');
      expect(school.sees(parents).at(-1)).toBe(`Сообщение участника, скрытое по ошибке: ${AGAIN}`);
      expect((await evidence(school)).filter(({ whole }) => whole !== undefined)).toHaveLength(1);
    },
  );

  scene('with the name, only when the author says so; pressed twice it stands there once', async (school) => {
    const parents = await limited(school);
    await objects(school, 'p02', SORRY);
    await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

    await school.presses('p02', school.dialog('p02'), 'Вернуть с моим именем');
    await school.presses('p02', school.dialog('p02'), 'Вернуть с моим именем');
    await school.presses('p02', school.dialog('p02'), 'Вернуть в чат');

    expect(school.sees(parents).filter((words) => words.includes(AGAIN))).toEqual([
      `Сообщение участника (Петров Д. О.), скрытое по ошибке: ${AGAIN}`,
    ]);
  });

  scene('not wanted back: the text is destroyed', async (school) => {
    const parents = await limited(school);
    await objects(school, 'p02', SORRY);
    await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

    await school.presses('p02', school.dialog('p02'), 'Не возвращать');

    expect(last(school, 'p02')).toBe('Хорошо, сообщение не возвращаем. Его текст удалён.');
    expect(school.sees(parents).join()).not.toContain(AGAIN);
    expect((await evidence(school)).filter(({ whole }) => whole !== undefined)).toHaveLength(1);
  });

  scene('said no word to the question: after a week the text is destroyed, and the button says so', async (school) => {
    await limited(school);
    await objects(school, 'p02', SORRY);
    await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

    await school.passes(7 * DAY + MINUTE);

    expect((await evidence(school)).filter(({ whole }) => whole !== undefined)).toHaveLength(0);
    expect(await school.presses('p02', school.dialog('p02'), 'Вернуть в чат')).toBe('Эта кнопка уже не действует');
  });

  scene(
    'given back in quiet hours: it appears in the morning, for the chat sleeps',
    async (school) => {
      const parents = await limited(school);
      await objects(school, 'p02', SORRY);
      await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');
      await until(school, at(0, 21, 0));

      await school.presses('p02', school.dialog('p02'), 'Вернуть в чат');
      expect(last(school, 'p02')).toBe('В чатах сейчас тихие часы: сообщение появится 10.09.2026 в 08:00.');
      expect(school.sees(parents).join()).not.toContain(AGAIN);

      await school.restarts();
      await until(school, at(1, 8, 0));
      expect(school.sees(parents)).toContain(`Сообщение участника, скрытое по ошибке: ${AGAIN}`);
    },
    { at: at(0, 18, 0) },
  );

  scene('the author says it again: the same words stay for a month, of the author and there only', async (school) => {
    const parents = await limited(school);
    const pupils = await school.chat('class_students');
    await objects(school, 'p02', SORRY);
    await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

    const message = await school.says('p02', parents, AGAIN);
    expect(school.sees(parents).at(-1)).toBe(AGAIN);
    expect(
      (await school.journal(message)).flatMap((entry) => (entry.kind === 'verdict' ? [entry.because] : [])),
    ).toEqual(['approved']);

    await school.says('p03', parents, AGAIN);
    await school.says('p02', pupils, AGAIN);
    await school.says('p02', parents, RUDE);
    expect(school.sees(parents).filter((words) => [AGAIN, RUDE].includes(words))).toEqual([AGAIN]);
    expect(school.sees(pupils).join()).not.toContain(AGAIN);

    await school.passes(31 * DAY);
    expect(await school.stores.records.all('approved')).toEqual(NOTHING);
  });

  scene('with a picture: the bot cannot give it back and asks for it once more, and then leaves it', async (school) => {
    const parents = await opened(school);
    const extra = { attachments: [{ kind: 'photo', words: [], handle: 'photo-1_7' }] } as const;
    await school.says('p02', parents, RUDE, extra);
    await objects(school, 'p02', SORRY);

    await decides(school, 'k01', 'Удовлетворить', 'Это цитата из спектакля');

    expect(school.hears(school.dialog('p02')).slice(-2)).toEqual([
      'Возражение № 1 удовлетворено. Предупреждение отменено: сообщение в чате «5А – родители» от 09.09.2026 12:00 скрыто ошибочно. Приносим извинения за неудобство. Пояснение: «Это цитата из спектакля».',
      'Сам бот вернуть это сообщение в чат не может. Если хотите, отправьте его ещё раз: эти же слова бот больше не скроет.',
    ]);
    await school.says('p02', parents, RUDE, extra);
    expect(school.sees(parents).at(-1)).toBe(RUDE);
    expect((await evidence(school))[0]?.whole).toBeUndefined();
  });

  scene('the author has left the chat: told, and nothing is published in a chat one is not in', async (school) => {
    const parents = await limited(school);
    await objects(school, 'p02', SORRY);
    await school.leaves('p02', parents);

    await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

    expect(last(school, 'p02')).toContain('Возражение № 1 удовлетворено. Ограничение снято');
    expect(school.sees(parents).join()).not.toContain(AGAIN);
    await school.passes(MINUTE);
    expect((await evidence(school)).filter(({ whole }) => whole !== undefined)).toHaveLength(1);
  });

  scene('another limit is running there: it goes on to its own end', async (school) => {
    const parents = await limited(school);
    await objects(school, 'p02', SORRY);
    const [first, second] = await school.stores.records.all('case');
    const held = first?.value.number === 2 ? first : second;
    const other = { ...held!.value, number: 9, measure: { ...held!.value.measure!, until: at(3, 12) } };
    await school.stores.ledger.settle({
      key: 'other',
      entry: { id: 'n:other', at: 0, kind: 'note', detail: 'another case' },
      changes: [{ put: 'record', of: 'case', id: 'other', value: other, was: 0 }],
      rows: [],
      chain: 'cli',
    });

    await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

    expect(school.mayWrite('p02', parents)).toBe(false);
  });
});

describe('what leant on it', () => {
  scene(
    'the warning before a limit was wrong: whoever is asked about the limit is told to look again',
    async (school) => {
      const parents = await limited(school);
      await school.says('p02', school.dialog('p02'), '/возражение');
      await school.presses('p02', school.dialog('p02'), 'Дело № 1');
      await school.presses('p02', school.dialog('p02'), 'Без пояснений');
      expect((await cases(school))[0]?.appeal?.to).toBe('k01');

      await decides(school, 'k01', 'Удовлетворить', 'Это была цитата');

      expect(school.hears(school.dialog('k01'))).toContain(
        'Запись по делу № 1 отменена, а ограничение по делу № 2 введено как повторное нарушение. Пожалуйста, посмотрите его ещё раз: /дела.',
      );
      expect(school.mayWrite('p02', parents)).toBe(false);
    },
  );
});

describe('who decides', () => {
  scene('the class teacher of a warning; the deputy once the class teacher has confirmed a limit', async (school) => {
    await limited(school);
    await school.presses('k01', school.dialog('k01'), 'Подтвердить');
    await school.presses('k01', school.dialog('k01'), 'Без пояснений');
    expect((await latest(school)).decided?.by).toBe('k01');

    await objects(school, 'p02', SORRY);

    expect((await latest(school)).appeal?.to).toBe('z01');
    await decides(school, 'z01', 'Отклонить', 'Тон недопустим');
    expect(last(school, 'p02')).toContain('Ограничение действует до 10.09.2026 12:26.');
    expect((await latest(school)).closed).toBe(school.clock.now());
  });

  scene(
    'somebody in the conflict hands it on, and whoever objected learns to whom; the last to the commission',
    async (school) => {
      await opened(school);
      const parents = await school.chat('class_parents');
      await school.says('p02', parents, RUDE);
      await objects(school, 'p02', SORRY);
      expect((await latest(school)).appeal?.to).toBe('k01');

      await school.passes(MINUTE);
      await school.presses('k01', school.dialog('k01'), 'Я сторона конфликта…');
      expect(last(school, 'k01')).toBe('Спасибо, что сказали. Возражение № 1 рассмотрит другой человек.');
      expect(last(school, 'p02')).toBe('Возражение рассмотрит заместитель директора.');
      await school.presses('k01', school.dialog('k01'), 'Удовлетворить');
      expect(last(school, 'k01')).toBe(
        'Возражение № 1 рассматриваете не Вы: его решает тот, кто не участвовал в деле и не решал по нему раньше.',
      );

      await school.passes(MINUTE);
      await school.presses('z01', school.dialog('z01'), 'Я сторона конфликта…');
      expect(last(school, 'p02')).toBe('Возражение рассмотрит директор.');
      await school.presses('d01', school.dialog('d01'), 'Я сторона конфликта…');
      expect(last(school, 'd01')).toBe(
        'Спасибо, что сказали. Рассмотреть возражение № 1 в школе больше некому: участника направили в комиссию по урегулированию споров.',
      );
      expect(last(school, 'p02')).toBe(
        'Рассмотреть возражение № 1 в школе некому: все, кто мог бы, участвовали в этом деле. Пожалуйста, обратитесь в комиссию школы по урегулированию споров (статья 45 закона «Об образовании в Российской Федерации»).',
      );
      expect((await latest(school)).appeal?.to).toBeUndefined();
    },
  );

  scene(
    'nobody of them is linked: the administrators know, and it is tried again every working day',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, RUDE);
      await objects(school, 'p02', SORRY);

      expect(last(school, 'a01')).toBe(
        'Возражение № 1 некому передать: никто из тех, кто вправе его рассмотреть, не подключён к боту. Бот попробует снова на следующий рабочий день.',
      );
      expect(last(school, 'p02')).toContain('Его рассмотрит классный руководитель до 14.09.2026.');
    },
    { unlinked: ['k01', 'z01', 'd01'] },
  );

  scene(
    'the class teacher is not linked: the deputy decides',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, RUDE);
      await objects(school, 'p02', SORRY);

      expect(last(school, 'p02')).toContain('Его рассмотрит заместитель директора до 14.09.2026.');
      expect(school.buttons(school.dialog('z01'))).toEqual(CARD);
    },
    { unlinked: ['k01'] },
  );

  scene('about a held message: somebody else than who is to return it', async (school) => {
    const parents = await opened(school);
    await school.says('p02', parents, 'Все в телегу https://t.me/+abcdef');
    expect((await latest(school)).removed).toBe('held');

    await objects(school, 'p02', 'Там расписание');

    expect(last(school, 'p02')).toBe(
      'Ваше возражение № 1 принято. Его рассмотрит заместитель директора до 14.09.2026. До решения сообщение остаётся скрытым.',
    );
    await decides(school, 'z01', 'Удовлетворить', 'Это расписание');
    expect(school.hears(school.dialog('p02')).at(-2)).toBe(
      'Возражение № 1 удовлетворено. Проверка закончена: в сообщении в чате «5А – родители» от 09.09.2026 12:00 нарушения нет. Приносим извинения за неудобство. Пояснение: «Это расписание».',
    );
  });

  scene(
    'about a limit that ends meanwhile: it counts for nothing, and the objection is decided all the same',
    async (school) => {
      await limited(school);
      await objects(school, 'p02', SORRY);
      await school.passes(25 * HOUR);
      expect((await latest(school)).measure?.state).toBe('lapsed');

      await decides(school, 'z01', 'Удовлетворить', 'Это была цитата');

      expect(school.hears(school.dialog('p02')).at(-2)).toBe(
        'Возражение № 1 удовлетворено. Запись о нарушении отменена: сообщение в чате «5А – родители» от 09.09.2026 12:26 скрыто ошибочно. Ограничение не учитывается. Приносим извинения за неудобство. Пояснение: «Это была цитата».',
      );
    },
  );

  scene('the class teacher takes the measure back meanwhile: nothing is left to decide', async (school) => {
    await limited(school);
    await objects(school, 'p02', SORRY);
    await school.presses('k01', school.dialog('k01'), 'Отменить');
    await school.presses('k01', school.dialog('k01'), 'Бот ошибся');

    expect(last(school, 'z01')).toBe('Возражение № 1 рассматривать больше не нужно: запись о нарушении отменена.');
    expect((await latest(school)).appeal?.decided).toMatchObject({ by: 'k01', as: 'cancelled' });
    expect(school.hears(school.dialog('p02')).at(-1)).toBe(ASKED_BACK);
  });

  scene(
    'the class teacher lets it go meanwhile: hidden it stays, and the whole is not kept for ever',
    async (school) => {
      const parents = await limited(school);
      await objects(school, 'p02', SORRY);
      await school.presses('k01', school.dialog('k01'), 'Отменить');
      await school.presses('k01', school.dialog('k01'), 'Достаточно разговора');

      expect(school.mayWrite('p02', parents)).toBe(true);
      await school.passes(6 * DAY);
      expect((await evidence(school)).filter(({ whole }) => whole !== undefined)).toEqual([]);
    },
  );
});

describe('what was hidden is looked at', () => {
  scene('for a reason that is written down, whole as long as it is kept', async (school) => {
    await limited(school);
    await objects(school, 'p02', SORRY);
    await school.presses('z01', school.dialog('z01'), 'Показать фрагмент');
    expect(last(school, 'z01')).toBe(
      'Возражение № 1. Для чего показать скрытый текст? Причина записывается; автор увидит, кто и зачем его открывал.',
    );
    await school.presses('z01', school.dialog('z01'), 'Для решения по возражению');

    expect(last(school, 'z01')).toBe(`Возражение № 1. Скрытое сообщение целиком: «${AGAIN}».`);
    expect(school.buttons(school.dialog('z01'))).toEqual(CARD.slice(1));
    const looks = (await evidence(school)).flatMap(({ opened: found }) => found);
    expect(looks).toEqual([{ by: 'z01', at: school.clock.now(), why: 'case-decision' }]);
    expect(
      (await school.journal()).some((entry) => 'because' in entry && String(entry.because).endsWith('evidence-opened')),
    ).toBe(true);
  });
});

describe('nothing is decided by silence', () => {
  scene(
    'reminded the day before; on the last day the next in order and the administrators; then everybody, every working day',
    async (school) => {
      await limited(school);
      await objects(school, 'p02', SORRY);
      const count = (who: string) =>
        school.hears(school.dialog(who)).filter((words) => words.startsWith('Возражение № 1')).length;
      await until(school, at(1, 8, 0));
      expect([count('z01'), count('d01'), count('a01')]).toEqual([1, 0, 0]);

      // Friday: the working day before.
      await until(school, at(2, 9, 0));
      expect([count('z01'), count('d01'), count('a01')]).toEqual([2, 0, 0]);

      // Saturday and Sunday nobody is written to.
      await until(school, at(5, 8, 59));
      expect([count('z01'), count('d01'), count('a01')]).toEqual([2, 0, 0]);

      await until(school, at(5, 9, 0));
      expect([count('z01'), count('d01'), count('a01')]).toEqual([3, 1, 1]);
      expect(last(school, 'a01')).toBe('Возражение № 1 ещё не рассмотрено. Срок – сегодня, 14.09.2026.');

      await until(school, at(6, 9, 0));
      expect(last(school, 'a01')).toBe('Возражение № 1 ещё не рассмотрено. Срок прошёл 14.09.2026.');
      expect(last(school, 'p02')).toBe(
        'Возражение № 1 к сроку не рассмотрено, приносим извинения. О нём ещё раз напомнили заместителю директора и администратору. Можно обратиться и в комиссию школы по урегулированию споров.',
      );
      await until(school, at(7, 9, 0));
      expect(school.hears(school.dialog('p02')).filter((words) => words.includes('к сроку'))).toHaveLength(1);
      expect((await latest(school)).appeal?.decided).toBeUndefined();

      await decides(school, 'd01', 'Отклонить', 'Тон недопустим');
      const told = count('z01');
      await school.passes(10 * DAY);
      expect(count('z01')).toBe(told);
    },
    { at: at(0, 23, 14) },
  );
});

describe('what is kept, and how long', () => {
  scene('undisputed: whole for three working days, then the fragment; 30 days after that nothing', async (school) => {
    const parents = await opened(school);
    await school.says('p02', parents, RUDE);
    expect((await evidence(school))[0]?.whole?.text).toBe(RUDE);

    await until(school, at(5, 11, 59));
    expect((await evidence(school))[0]?.whole?.text).toBe(RUDE);
    await until(school, at(5, 12, 0));
    expect((await evidence(school))[0]?.whole).toBeUndefined();
    expect((await latest(school)).closed).toBe(at(5, 12, 0));

    await until(school, at(35, 12, 0));
    expect(await evidence(school)).toHaveLength(1);
    await until(school, at(36, 4, 0));
    expect(await evidence(school)).toEqual(NOTHING);
  });

  scene('disputed: whole until it is decided, however long that takes', async (school) => {
    const parents = await opened(school);
    await school.says('p02', parents, RUDE);
    await objects(school, 'p02', SORRY);

    await until(school, at(20, 12, 0));
    expect((await evidence(school))[0]?.whole?.text).toBe(RUDE);

    await decides(school, 'k01', 'Отклонить', 'Тон недопустим');
    expect((await evidence(school))[0]?.whole).toBeUndefined();
    expect((await evidence(school))[0]?.fragment).not.toBe('');
  });

  scene(
    'objected to late: on the thirtieth day still, then no more; a case that was closed is open again',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, RUDE);
      await school.says('p03', parents, RUDE);
      await until(school, at(29, 12, 0));
      await objects(school, 'p02', SORRY);
      expect((await cases(school))[0]?.closed).toBeUndefined();
      expect(await evidence(school)).toHaveLength(2);

      await until(school, at(31, 12, 0));
      await school.says('p03', school.dialog('p03'), '/возражение');
      expect(last(school, 'p03')).toBe(
        'За последние 30 дней бот не скрывал Ваших сообщений и не ограничивал Вас: возражать не на что.',
      );
      await decides(school, 'k01', 'Удовлетворить', 'Это была цитата');
      expect(school.hears(school.dialog('p02')).at(-1)).toBe(
        'Сам бот вернуть это сообщение в чат не может. Если хотите, отправьте его ещё раз: эти же слова бот больше не скроет.',
      );
    },
  );
});

describe('whose it is', () => {
  scene('a parent objects for a child; both hear what becomes of it', async (school) => {
    const pupils = await school.chat('class_students');
    for (const who of ['s02', 'p02', 'k01']) await school.allows(who);
    await school.says('s02', pupils, RUDE);

    await school.says('p02', school.dialog('p02'), '/возражение');
    await school.presses('p02', school.dialog('p02'), 'Дело № 1');
    await school.says('p02', school.dialog('p02'), 'Она пересказывала пьесу');
    expect((await latest(school)).appeal).toMatchObject({ by: 'p02', to: 'k01' });

    await decides(school, 'k01', 'Удовлетворить', 'Да, это пьеса');
    expect(last(school, 'p02')).toContain('Возражение № 1 удовлетворено.');
    expect(school.hears(school.dialog('s02')).at(-1)).toBe(
      'Вернуть сообщение в чат? Бот опубликует его сам, без твоего имени – или с именем, если разрешишь.',
    );
  });

  scene('declined, a pupil reads it in simpler words, the parent who objected as an adult', async (school) => {
    const pupils = await school.chat('class_students');
    for (const who of ['s02', 'p02', 'k01']) await school.allows(who);
    await school.says('s02', pupils, RUDE);
    await school.says('p02', school.dialog('p02'), '/возражение');
    await school.presses('p02', school.dialog('p02'), 'Дело № 1');
    await school.presses('p02', school.dialog('p02'), 'Без пояснений');

    await decides(school, 'k01', 'Отклонить', 'Так друг с другом не говорят');

    const same = 'Возражение № 1 отклонено (классный руководитель). Причина: «Так друг с другом не говорят».';
    expect(last(school, 's02')).toBe(
      `${same} Если думаешь, что это неправильно, скажи родителям: они могут обратиться в комиссию по урегулированию споров школы.`,
    );
    expect(last(school, 'p02')).toBe(
      `${same} Если Вы не согласны, можно обратиться в комиссию по урегулированию споров школы (статья 45 закона «Об образовании в Российской Федерации»).`,
    );
  });

  scene('«Бот ошибся» of a parent is an objection, heard to its end', async (school) => {
    const parents = await opened(school);
    await school.says('p02', parents, RUDE);

    await school.says('p02', school.dialog('p02'), 'Бот ошибся');
    await school.presses('p02', school.dialog('p02'), 'Дело № 1');
    await school.says('p02', school.dialog('p02'), SORRY);

    expect((await latest(school)).appeal).toMatchObject({ number: 1, words: SORRY });
  });

  scene('nobody objects to what is somebody else’s', async (school) => {
    const parents = await opened(school);
    await school.says('p02', parents, RUDE);

    await school.says('p03', school.dialog('p03'), '/возражение');

    expect(last(school, 'p03')).toContain('возражать не на что');
  });

  scene('somebody whom no list names objects too, and has it back without a name', async (school) => {
    const parents = await opened(school, 'stranger');
    await school.says('stranger', parents, RUDE);
    expect((await latest(school)).person).toBeUndefined();
    await objects(school, 'stranger', SORRY);
    await decides(school, 'k01', 'Удовлетворить', 'Это цитата');

    expect(school.buttons(school.dialog('stranger'))).toEqual(['Вернуть в чат', 'Не возвращать']);
  });
});

describe('a school that has adopted no chat rules', () => {
  scene(
    'what is hidden by the regulation alone can be objected to, and comes back',
    async (school) => {
      const parents = await opened(school);
      await school.says('p02', parents, RUDE);
      await objects(school, 'p02', SORRY);
      await decides(school, 'k01', 'Удовлетворить', 'Это цитата');

      await school.presses('p02', school.dialog('p02'), 'Вернуть в чат');
      expect(school.sees(parents).at(-1)).toBe(`Сообщение участника, скрытое по ошибке: ${RUDE}`);
    },
    { policy: 'oosh-19' },
  );
});
