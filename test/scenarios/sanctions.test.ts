import type { Quoted } from '../../src/domain/message.js';
import type { MessageRef, PlaceRef } from '../../src/domain/refs.js';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.js';
import { accountOf, NOON, PARENT, type School, scene, TEACHER } from './world.js';

const DEPUTY = 'z01';
const NOTHING: readonly string[] = [];
const CURT = 'Отстаньте уже все от меня со своими поделками';
const RUDE = 'Вы все идиоты';

/** As messengers bring a forwarded message: author, time and words, and no word of where it stands. */
const shown = (who: string, words: string, at: number): Quoted => ({
  author: accountOf(who),
  at,
  text: words,
  attachments: [],
  forwarded: [],
});

const forwards = (school: School, words: string, quoted: Quoted): Promise<MessageRef> =>
  school.says(TEACHER, school.dialog(TEACHER), words, { forwarded: [quoted] });

const last = (school: School, where: PlaceRef): string => school.hears(where).at(-1) ?? '';

describe('a message that the bot let pass is forwarded to it by the class teacher', () => {
  scene('with /предупредить: the clause is asked for, the message goes, its author may object', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [TEACHER, PARENT]) await school.allows(who);
    await school.says(PARENT, parents, CURT);
    const written = school.clock.now();

    await forwards(school, '/предупредить', shown(PARENT, CURT, written));
    expect(last(school, school.dialog(TEACHER))).toBe(
      'Сам я в этом сообщении нарушения не вижу. За что предупредить? Без пункта нельзя.',
    );
    expect(school.sees(parents)).toEqual([CURT]);
    await school.presses(TEACHER, school.dialog(TEACHER), 'Грубость (п. 4.2)');

    expect(school.sees(parents)).toEqual(NOTHING);
    expect(last(school, school.dialog(TEACHER))).toBe(
      'Готово, дело № 1: сообщение в чате «5А – родители» скрыто, автор предупреждён (п. 4.2 Положения). Он вправе возразить, возражение рассмотрит другой человек. Отменить: /снять.',
    );
    expect(last(school, school.dialog(PARENT))).toBe(
      'Здравствуйте! Ваше сообщение в чате «5А – родители» от 12:00 скрыто, так решил классный руководитель (п. 4.2 Положения). Пожалуйста, скажите то же самое о поступке, а не о человеке. Это предупреждение, оно действует 30 дней. Если Вы не согласны – нажмите «Не согласен(на)»: до 14.09.2026 ответит другой человек.',
    );
    expect((await school.stores.records.get('conduct', PARENT))?.value.strikes).toMatchObject([{ state: 'counts' }]);

    await school.presses(PARENT, school.dialog(PARENT), 'Не согласен(на)');
    await school.says(PARENT, school.dialog(PARENT), 'Я никого не обидел');
    expect(last(school, school.dialog(PARENT))).toContain('Его рассмотрит заместитель директора');
  });

  scene('with «Пусть остынет»: read-only for a day at once, and it ends by itself', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [TEACHER, PARENT]) await school.allows(who);
    await school.says(PARENT, parents, CURT);

    await forwards(school, 'Пусть остынет', shown(PARENT, CURT, school.clock.now()));
    await school.presses(TEACHER, school.dialog(TEACHER), 'Грубость (п. 4.2)');

    expect(school.mayWrite(PARENT, parents)).toBe(false);
    expect(last(school, school.dialog(PARENT))).toContain(
      'до 10.09.2026 12:00 этот чат можно только читать (п. 6 Правил общения в чатах): так решил классный руководитель',
    );
    await school.passes(DAY + MINUTE);
    expect(school.mayWrite(PARENT, parents)).toBe(true);
    expect((await school.stores.records.get('conduct', PARENT))?.value.strikes).toMatchObject([{ state: 'counts' }]);
  });

  scene('in another chat the same was written in the same second: the bot asks which is meant', async (school) => {
    const parents = await school.chat('class_parents');
    const circle = await school.chat('edu_other', { purpose: 'Кружок' });
    for (const who of [TEACHER, PARENT]) await school.allows(who);
    await school.says(PARENT, parents, CURT);
    await school.says(PARENT, circle, CURT);

    await forwards(school, '/предупредить', shown(PARENT, CURT, school.clock.now()));
    await school.presses(TEACHER, school.dialog(TEACHER), '5А – родители');
    await school.presses(TEACHER, school.dialog(TEACHER), 'Не по делу (п. 3)');

    expect(school.sees(parents)).toEqual(NOTHING);
    expect(school.sees(circle)).toEqual([CURT]);
  });

  scene('three days later: it is said that it cannot be found', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [TEACHER, PARENT]) await school.allows(who);
    await school.says(PARENT, parents, CURT);
    const written = school.clock.now();
    await school.passes(3 * DAY);

    await forwards(school, '/предупредить', shown(PARENT, CURT, written));

    expect(last(school, school.dialog(TEACHER))).toContain('Я не нахожу этого сообщения');
    expect(school.sees(parents)).toContain(CURT);
  });
});

describe('as an answer in the chat', () => {
  const answer = (who: string, words: string, message: MessageRef, at: number) => ({
    replyTo: { ...shown(who, words, at), id: message.id, place: message.place },
  });

  scene('the command goes at once, the answer comes in the dialog, the bot finds the clause itself', async (school) => {
    const parents = await school.chat('class_parents', { mode: 'act' });
    for (const who of [DEPUTY, PARENT, 'a01']) await school.allows(who);
    await school.says('a01', school.dialog('a01'), '/настройка правила в наблюдении оскорбления');
    const message = await school.says(PARENT, parents, RUDE);
    expect(school.sees(parents)).toEqual([RUDE]);

    await school.says(DEPUTY, parents, '/тишина 2 часа', answer(PARENT, RUDE, message, school.clock.now()));

    expect(school.sees(parents)).toEqual(NOTHING);
    expect(last(school, school.dialog(DEPUTY))).toContain('до 09.09.2026 14:00 может только читать');
    expect(school.mayWrite(PARENT, parents)).toBe(false);
    await school.passes(2 * HOUR + MINUTE);
    expect(school.mayWrite(PARENT, parents)).toBe(true);
  });

  scene('about the staff, about one’s own message, for eight days, by a parent: kindly refused', async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [TEACHER, PARENT, 'u01', 'p03']) await school.allows(who);
    const staff = await school.says('u01', parents, CURT);
    const own = await school.says(TEACHER, parents, CURT);
    const parent = await school.says(PARENT, parents, CURT);
    const now = school.clock.now();

    await school.says(TEACHER, parents, '/предупредить', answer('u01', CURT, staff, now));
    expect(last(school, school.dialog(TEACHER))).toContain('Работников бот не предупреждает');
    await school.says(TEACHER, parents, '/предупредить', answer(TEACHER, CURT, own, now));
    expect(last(school, school.dialog(TEACHER))).toContain('Это Ваше сообщение');
    await school.says(TEACHER, parents, '/тишина 8 дней', answer(PARENT, CURT, parent, now));
    expect(last(school, school.dialog(TEACHER))).toContain('Не дольше семи дней');
    await school.says('p03', parents, '/предупредить', answer(PARENT, CURT, parent, now));
    expect(last(school, school.dialog('p03'))).toContain('(п. 3.4 Положения)');

    expect(school.sees(parents).filter((words) => words === CURT)).toHaveLength(3);
    expect(await school.stores.records.all('case')).toEqual([]);
  });
});

scene(
  'before the chat rules are in force: a limit is refused with its ground, hiding is not',
  async (school) => {
    const parents = await school.chat('class_parents');
    for (const who of [TEACHER, PARENT]) await school.allows(who);
    await school.says(PARENT, parents, CURT);
    const quoted = shown(PARENT, CURT, school.clock.now());

    await forwards(school, '/тишина', quoted);
    expect(last(school, school.dialog(TEACHER))).not.toContain('Готово');
    expect(school.mayWrite(PARENT, parents)).toBe(true);
    expect(await school.stores.records.all('case')).toEqual([]);
  },
  { at: NOON - 30 * DAY },
);

scene('«Бот ошибся»: the class teacher takes back what the bot did, and the words come back', async (school) => {
  const parents = await school.chat('class_parents');
  for (const who of [TEACHER, PARENT]) await school.allows(who);
  await school.says(PARENT, parents, RUDE);
  const written = school.clock.now();
  await school.passes(MINUTE);

  await forwards(school, 'Бот ошибся', shown(PARENT, RUDE, written));
  await school.presses(TEACHER, school.dialog(TEACHER), 'Бот ошибся');

  expect(last(school, school.dialog(TEACHER))).toContain('№ 1');
  const [held] = await school.stores.records.all('case');
  expect(held?.value).toMatchObject({ wrong: true, measure: { state: 'cancelled' } });
});
