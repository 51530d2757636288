import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { createSay } from '../../src/app/say.js';
import { text } from '../../src/domain/text.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { bubble, choose, openBrowser, WIDE } from './browser.js';
import { decoded, overflows, paleTexts } from './in-page.js';
import { hears, keysOf, type LedSchool, presses, says, startLedSchool } from './led.js';

/** SC-06 and SC-07 with their variants, clicked through: the whole program with its demo school, on those very days. */
const FRIDAY = Date.UTC(2026, 8, 11, 11, 0);
const MONDAY = Date.UTC(2026, 8, 14, 6, 0);
const OLYMPIAD = 'В субботу, 12 сентября, в 10:00 олимпиада по информатике, кабинет 31';
const BELLS = 'С 21 сентября изменяется расписание звонков. Первый урок – в 8:30.';
const ASKS = 'Просим подтвердить ознакомление кнопкой «Ознакомлен(а)» до 16.09.2026 18:00.';
const REMINDS =
  'Напоминаем об объявлении «С 21 сентября изменяется расписание звонков» от 14.09.2026. Пожалуйста, отметьте ознакомление.';
const ru = createSay('ru');

const NUMBERED = /Объявление № (\d+)/u;
const NEW_WORDS = ru(text('announce-new-words'));

/** A folder in which the picture of the guide is drawn anew; `docs/pictures`. */
const { PICTURES } = process.env;
/** Two cores may be busy with other tests. */
jest.setTimeout(60_000);

let browser: Browser;
let school: LedSchool;
beforeAll(async () => {
  browser = await openBrowser();
}, 30_000);
afterAll(async () => {
  await school?.close();
  await browser?.close();
});
afterEach(() => expect(school.complaints()).toEqual([]));

/** A moment of September 2026, by the school's clock. */
const at = (day: number, hours: number, minutes = 0): number => Date.UTC(2026, 8, day, hours - 3, minutes);
const count = (page: Page, words: string): Promise<number> => bubble(page, words).count();
const looksWell = async (page: Page): Promise<void> => {
  expect(await page.evaluate(overflows)).toBe(false);
  expect(await page.evaluate(paleTexts)).toEqual([]);
};
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES === undefined) return;
  await page.locator('.snackbar').first().waitFor({ state: 'detached' });
  // Without the list of places.
  const clip = { x: 320, y: 34, width: WIDE.viewport.width - 320, height: WIDE.viewport.height - 34 };
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), clip });
};
/** What the page's panel tells of an announcement. */
const panelOf = (page: Page, number: string) =>
  page.getByRole('article', { name: `Объявление № ${number}`, exact: true });
/** What the school has is set by its administrator, as anybody would. */
const settles = async (words: string): Promise<void> =>
  says(await school.seat('a01'), `/настройка ${words}`, 'Сохранено.');
/** Presses what publishes at once; the number it has got. */
const publishes = async (page: Page, words = 'Опубликовать'): Promise<string> => {
  await presses(page, words, { follows: NUMBERED });
  const told = await page.locator('.row').filter({ hasText: NUMBERED }).last().textContent();
  return NUMBERED.exec(told ?? '')?.[1] ?? '';
};

describe('SC-06: a subject teacher wants to tell the whole school', () => {
  beforeAll(async () => {
    school = await startLedSchool(browser, FRIDAY);
    await settles('тихие часы 20:00-08:00');
    await presses(await school.seat('a01'), 'Подтвердить');
    await hears(await school.seat('u01'), 'Ваша роль подтверждена');
  });

  it('1–3: is told whose it is, asks, and the administrator publishes it', async () => {
    const [teacher, administrator, channel] = [
      await school.seat('u01'),
      await school.seat('a01'),
      await school.seat('p01', 'channel'),
    ];
    await says(
      teacher,
      `/объявление вся школа: ${OLYMPIAD}`,
      'Публикация для всей школы доступна администратору платформы по запросу администрации и педагогических работников (п. 3.3 Положения). Отправить Ваш текст администратору на публикацию?',
    );
    expect(await keysOf(teacher)).toEqual(['Отправить запрос', 'Изменить', 'Отмена']);
    await looksWell(teacher);
    await presses(teacher, 'Отправить запрос', { follows: 'Запрос № 1 передан администратору.' });
    await hears(administrator, 'Запрос № 1 на публикацию.');
    const asked = await bubble(administrator, 'Запрос № 1 на публикацию.').last().textContent();
    for (const words of [
      'Автор: учитель информатики Физиков А. П.',
      'Получатели: вся школа – канал «Общешкольный».',
      OLYMPIAD,
    ])
      expect(asked).toContain(words);
    expect(await keysOf(administrator)).toEqual(['Опубликовать', 'Вернуть с замечанием']);
    expect(await count(channel, OLYMPIAD)).toBe(0);

    await school.passes(20 * MINUTE);
    await presses(administrator, 'Опубликовать');
    await hears(channel, `${OLYMPIAD}\n\nПо запросу: учитель информатики Физиков А. П.`);
    await hears(teacher, 'Опубликовано.');
    expect(await count(channel, OLYMPIAD)).toBe(1);
  });

  it('4: publishes at once in the own subject chat', async () => {
    const teacher = await school.seat('u01');
    const [subject, parents] = [await school.seat('s01', 'informatics'), await school.seat('p01', 'parents')];
    await says(
      teacher,
      `/объявление Информатика 5А: ${OLYMPIAD}`,
      'Получатели: 4 обучающихся (чат «5А – Информатика»). Опубликовать?',
    );
    await presses(teacher, 'Опубликовать');
    await hears(subject, `${OLYMPIAD}\n\nУчитель информатики А. П. Физиков`);
    expect(await count(parents, OLYMPIAD)).toBe(0);
  });

  it('5: passes a text for parents on to the class teacher, who returns it once and then publishes it', async () => {
    const [teacher, leader] = [await school.seat('u01'), await school.seat('k01')];
    const parents = await school.seat('p01', 'parents');
    const passed = 'Объявления родителям класса публикует классный руководитель. Передать текст Ключевой М. П.?';
    await says(teacher, '/объявление 5А родители Принесите согласие', passed);
    await presses(teacher, 'Передать');
    await hears(leader, 'Принесите согласие');
    await presses(leader, 'Вернуть с замечанием', { follows: ru(text('announce-remark')) });
    await says(leader, 'Напишите, какое согласие', 'возвращён автору');
    await hears(teacher, 'возвращён с замечанием: Напишите, какое согласие');
    await presses(teacher, 'Исправить', { follows: NEW_WORDS });
    await says(teacher, 'Принесите, пожалуйста, согласие на олимпиаду', passed);
    await presses(teacher, 'Передать');
    await hears(leader, 'Принесите, пожалуйста, согласие на олимпиаду');
    await presses(leader, 'Опубликовать', { note: ru(text('announce-snack-published')) });
    await hears(
      parents,
      'Принесите, пожалуйста, согласие на олимпиаду\n\nПо запросу: учитель информатики Физиков А. П.',
    );
    expect(await count(parents, 'Принесите согласие')).toBe(0);
  });

  it('7: a parent is refused and shown another way, and nobody is asked', async () => {
    const [parent, administrator] = [await school.seat('p01'), await school.seat('a01')];
    await says(parent, '/объявление вся школа: Продам велосипед', '/обращение');
    await says(administrator, '/заявки', /заяв/i);
    expect(await count(administrator, 'Запрос №')).toBe(1);
    expect(await count(await school.seat('p01', 'channel'), 'велосипед')).toBe(0);
  });
});

describe("SC-07: the director's announcement", () => {
  const rooms = async (): Promise<readonly Page[]> =>
    Promise.all([school.seat('p01', 'parents'), school.seat('p04', 'parents5b'), school.seat('p01', 'channel')]);
  const command = `/объявление родители всей школы до 16.09 18:00: ${BELLS}`;
  const post = `${BELLS}\n\n${ASKS}\nДиректор З. М. Первова`;
  let number = '';

  beforeAll(async () => {
    await school.goesTo(MONDAY - HOUR / 2);
    // The fourth parent comes by the code of a card.
    const [leader, newcomer] = [await school.seat('k01'), await school.seat('p03')];
    await says(leader, '/приглашения 5А родители', 'приглашени');
    await presses(leader, 'Выпустить', { follows: 'Кому: Сидорова' });
    const words = await bubble(leader, 'Кому: Сидорова').last().textContent();
    await says(newcomer, /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words ?? '')?.[0] ?? '', 'Теперь я знаю Вас');
    await school.goesTo(MONDAY);
  });

  it('1–2: is shown with exact numbers, waits out a flood control, and comes once; the page shows how it goes', async () => {
    const [director, administrator] = [await school.seat('d01'), await school.seat('a01')];
    await says(
      director,
      command,
      'Получатели: 4 родителя (чаты «5А – родители», «5Б – родители») и канал «Общешкольный». Опубликовать?',
    );
    await looksWell(director);
    await director.getByRole('tab', { name: 'Сбои' }).click();
    await director.getByRole('button', { name: 'Включить: Флуд-контроль отправки' }).click();
    await director.getByText('Действуют сейчас').waitFor();
    await director.getByRole('tab', { name: 'Объявления' }).click();
    await school.goesTo(at(14, 9, 1));
    number = await publishes(director);
    const panel = panelOf(director, number);
    await panel.getByText('отправляется').waitFor();
    await panel.getByText('родители всей школы').waitFor();
    await panel.getByText('Отправлено 0 из 3').waitFor();
    await school.passes(2 * MINUTE);
    await panel.getByText('мессенджер просит подождать').waitFor();
    await hears(director, ru(text('announce-stalled', { number: Number(number), ended: 0, copies: 3 })));
    for (const room of await rooms()) expect(await count(room, BELLS)).toBe(0);

    await school.passes(5 * MINUTE);
    for (const room of await rooms()) await hears(room, post);
    await panel.getByText('Отправлено 3 из 3').waitFor();
    await panel.getByText('Ознакомлены 0 из 4 (0 %)').waitFor();
    await panel.getByText('Классы, где получателей мало, отдельно не показаны.').waitFor();
    // It is looked at again half a minute after the messenger had made it wait.
    await school.passes(MINUTE);
    await hears(director, ru(text('announce-sent', { number: Number(number), sent: 3, copies: 3 })));
    await picture(director, 'announcement');
    await hears(administrator, ru(text('announce-copy', { number: Number(number), post })));
    await looksWell(director);
    for (const room of await rooms()) expect(await count(room, BELLS)).toBe(1);
  });

  it('3: is acknowledged by three of four, twice by one: who presses is thanked, and nobody else sees it', async () => {
    const [first, second] = [await school.seat('p01', 'parents'), await school.seat('p02', 'parents')];
    const third = await school.seat('p04', 'parents5b');
    await settles('малые группы 0');
    await school.goesTo(at(14, 9, 10));
    await presses(first, 'Ознакомлен(а)', { note: 'Спасибо, отмечено.' });
    expect(await second.locator('#snackbars').textContent()).toBe('');
    await school.goesTo(at(14, 12));
    await presses(second, 'Ознакомлен(а)', { note: 'Спасибо, отмечено.' });
    await school.goesTo(at(14, 18, 30));
    await presses(third, 'Ознакомлен(а)', { note: 'Спасибо, отмечено.' });
    await presses(first, 'Ознакомлен(а)', { note: 'Ваше ознакомление уже отмечено. Спасибо!' });

    const panel = panelOf(await school.seat('d01'), number);
    await panel.getByText('Ознакомлены 3 из 4 (75 %)').waitFor();
    expect(await panel.getByRole('listitem').allTextContents()).toEqual(['5А2 из 3', '5Б1 из 1']);
    for (const room of await rooms()) expect(await count(room, 'отмечено')).toBe(0);
  });

  it('4–5: reminds the silent one in the dialog, twice, and nobody in a chat', async () => {
    const silent = await school.seat('p03');
    await school.goesTo(at(15, 9));
    await hears(silent, REMINDS);
    expect(await count(silent, REMINDS)).toBe(1);
    await school.goesTo(at(16, 9));
    await bubble(silent, REMINDS).nth(1).waitFor();
    for (const who of ['p01', 'p02', 'p04'] as const) expect(await count(await school.seat(who), 'Напоминаем')).toBe(0);
    for (const room of await rooms()) expect(await count(room, 'Напоминаем')).toBe(0);
  });

  it('6: at the deadline tells the director numbers, and the class teacher alone the name', async () => {
    const [director, leader, other] = [await school.seat('d01'), await school.seat('k01'), await school.seat('k02')];
    await school.goesTo(at(16, 18));
    await hears(director, 'Ознакомлены 3 из 4 (75 %). 5А: 2 из 3. 5Б: 1 из 1.');
    await hears(leader, 'Не отметила ознакомление: Сидорова Е. В.');
    expect(await count(director, 'Сидорова')).toBe(0);
    expect(await count(other, 'ознакомление')).toBe(0);
    expect(await panelOf(director, number).textContent()).not.toContain('Сидорова');
    for (const room of await rooms()) expect(await count(room, 'ознакомлен')).toBe(1);
  });
});

describe('SC-07, 7: what was published is put right', () => {
  const rooms = async (): Promise<readonly Page[]> =>
    Promise.all([school.seat('p01', 'parents'), school.seat('p04', 'parents5b')]);
  let number = '';
  const card = async (): Promise<Page> => {
    const director = await school.seat('d01');
    await says(director, `/объявление ${number}`, `№ ${number} «`);
    return director;
  };
  const changes = async (words: string, how: string): Promise<void> => {
    const director = await card();
    await presses(director, 'Изменить', { follows: NEW_WORDS });
    await says(director, words, words);
    await presses(director, how);
  };

  it('a misprint is mended where it stands; an essential change is version 2 and is acknowledged anew; it is taken back', async () => {
    const [director, parent] = [await school.seat('d01'), await school.seat('p01', 'parents')];
    await settles('малые группы 5');
    await school.goesTo(at(17, 9));
    await says(director, '/объявление родители 5А, 5Б до 18.09 18:00: Экскурсия в четверк', 'Опубликовать?');
    number = await publishes(director);
    for (const room of await rooms()) await hears(room, 'Экскурсия в четверк');
    await presses(parent, 'Ознакомлен(а)', { note: 'Спасибо, отмечено.' });

    await changes('Экскурсия в четверг', 'Опечатка');
    for (const room of await rooms()) await hears(room, 'Экскурсия в четверг');
    for (const room of await rooms()) expect(await count(room, 'Экскурсия')).toBe(1);
    await presses(parent, 'Ознакомлен(а)', { note: 'Ваше ознакомление уже отмечено. Спасибо!' });

    await changes('Экскурсия в пятницу', 'Существенное изменение');
    for (const room of await rooms()) await hears(room, 'УТОЧНЕНИЕ. Экскурсия в пятницу');
    await panelOf(director, number).getByText('версия 2').waitFor();
    await presses(parent, 'Ознакомлен(а)', { note: 'Спасибо, отмечено.' });
    // Four people are too few to be counted for anybody but their teacher.
    await panelOf(director, number).getByText('Получателей мало').waitFor();
    await hears(await card(), 'Получателей мало: кто отметил ознакомление, видит только классный руководитель.');
    expect(await count(director, 'Ознакомлены 1 из 4')).toBe(0);

    await presses(director, 'Отозвать');
    await presses(director, 'Да, отозвать');
    for (const room of await rooms()) await bubble(room, 'Экскурсия в пятницу').waitFor({ state: 'detached' });
    await panelOf(director, number).getByText('отозвано', { exact: true }).waitFor();
    for (const room of await rooms()) expect(await count(room, 'УТОЧНЕНИЕ')).toBe(0);
  });
});

describe('SC-07, 8–9: in quiet hours', () => {
  const WARNING = 'Завтра первого урока не будет.';

  it('8: it waits for the morning', async () => {
    const [director, room] = [await school.seat('d01'), await school.seat('p01', 'parents')];
    await school.goesTo(at(17, 22));
    await says(
      director,
      '/объявление родители 5А: Завтра вторая обувь',
      'Сейчас тихие часы. Опубликовать в 08:00 или как срочное?',
    );
    expect(await keysOf(director)).toEqual(['В 08:00', 'Срочно', 'Отмена']);
    await looksWell(director);
    await presses(director, 'В 08:00', { follows: 'выйдет 18.09.2026 в 08:00' });
    await director.locator('.broadcast').filter({ hasText: 'ждёт времени' }).waitFor();
    expect(await count(room, 'вторая обувь')).toBe(0);
  });

  it('9: or goes out at once as urgent, with its reason on record', async () => {
    const [director, room] = [await school.seat('d01'), await school.seat('p01', 'parents')];
    await school.goesTo(at(17, 22, 5));
    await says(director, `/объявление родители 5А: ${WARNING}`, 'Опубликовать в 08:00 или как срочное?');
    await presses(director, 'Срочно', { follows: ru(text('announce-reason')) });
    await says(director, 'Авария на теплотрассе', 'Опубликовано. Объявление №');
    await hears(room, `СРОЧНО. ${WARNING}`);
    await choose(director, 'Авария на теплотрассе', 'Что решил бот');
    await director.locator('#side-journal').getByText(':urgent').first().waitFor();
    await director.getByRole('tab', { name: 'Объявления' }).click();
  });

  it('a class teacher sends a ready text in two taps and is asked a second time before the class is woken', async () => {
    const [leader, room] = [await school.seat('k01'), await school.seat('p01', 'parents')];
    const frost = ru(text('announce-preset', { preset: 'frost', date: '18.09.2026' }));
    await says(leader, '/объявление', ru(text('announce-menu')));
    await presses(leader, 'Срочное', { follows: ru(text('announce-presets')) });
    await presses(leader, 'Мороз', { follows: ru(text('announce-urgent-twice')) });
    expect(await count(room, frost)).toBe(0);
    await publishes(leader, 'Да, отправить');
    await hears(room, `СРОЧНО. ${frost}`);
  });

  it('in the morning what waited comes, once', async () => {
    const room = await school.seat('p01', 'parents');
    await school.goesTo(at(18, 8));
    await hears(room, 'Завтра вторая обувь');
    expect(await count(room, 'вторая обувь')).toBe(1);
    expect(await count(room, WARNING)).toBe(1);
  });
});

it('what is for dialogs comes there, one copy a person, and not into the chat', async () => {
  const [leader, room] = [await school.seat('k01'), await school.seat('p01', 'parents')];
  await leader.getByRole('tab', { name: 'Объявления' }).click();
  await says(
    leader,
    '/объявление родители 5А лично: Медосмотр в среду',
    'Получатели: 3 родителя (лично). Опубликовать?',
  );
  const number = await publishes(leader);
  for (const who of ['p01', 'p02', 'p03'] as const) {
    const dialog = await school.seat(who);
    await hears(dialog, 'Медосмотр в среду\n\nКлассный руководитель 5А М. П. Ключева');
    expect(await count(dialog, 'Медосмотр')).toBe(1);
  }
  await panelOf(leader, number).getByText('Отправлено 3 из 3').waitFor();
  await panelOf(leader, number).getByText('родители 5А (лично)').waitFor();
  expect(await count(room, 'Медосмотр')).toBe(0);
});

describe('a poll', () => {
  it('is counted where it stands, may be answered anew, and ends in a picture and a table', async () => {
    const leader = await school.seat('k01');
    const [first, second] = [await school.seat('p01', 'parents'), await school.seat('p02', 'parents')];
    await school.goesTo(at(18, 9));
    await says(leader, '/опрос родители 5А до 18.09 18:00: Кто идёт в музей? Да; Нет', 'Опубликовать?');
    await presses(leader, 'Опубликовать', { follows: 'Опрос № 1 опубликован.' });
    await hears(first, '– Да: 0');
    await presses(first, 'Да', { note: 'Ваш ответ: Да' });
    await presses(second, 'Да', { note: 'Ваш ответ: Да' });
    await presses(second, 'Нет', { note: 'Ваш ответ: Нет' });
    await school.passes(MINUTE);
    for (const page of [first, second]) await hears(page, '– Да: 1\n– Нет: 1');
    expect(await count(first, 'Кто идёт в музей?')).toBe(1);

    await school.goesTo(at(18, 18));
    const result = bubble(first, 'Итоги опроса').last();
    expect(await result.getByRole('img').evaluate(decoded)).toBe('shown');
    await hears(first, 'Опрос завершён. Ответили: 2.');
    await bubble(leader, 'Итоги опроса № 1').getByRole('link', { name: /\.csv/ }).waitFor();
    expect(await bubble(leader, 'Итоги опроса № 1').textContent()).not.toContain('Петров');
    await looksWell(first);
  });
});

describe('SC-06, 6: where only the administration may ask', () => {
  it('the deputy agrees first', async () => {
    await school.close();
    school = await startLedSchool(browser, FRIDAY, { POLICY_DIR: 'policies/oosh-19' });
    const [teacher, deputy] = [await school.seat('u01'), await school.seat('z01')];
    const [administrator, channel] = [await school.seat('a01'), await school.seat('p01', 'channel')];
    await presses(administrator, 'Подтвердить');
    await hears(teacher, 'Ваша роль подтверждена');
    await says(teacher, `/объявление вся школа: ${OLYMPIAD}`, 'по запросу администрации (п. 2.2 Положения)');
    await presses(teacher, 'Отправить запрос', { follows: 'Запрос № 1 передан заместителю директора.' });
    await presses(deputy, 'Согласовать', { follows: 'Запрос № 1 согласован и передан администратору.' });
    expect(await count(channel, OLYMPIAD)).toBe(0);
    await presses(administrator, 'Опубликовать');
    await hears(channel, OLYMPIAD);
    await hears(teacher, 'Опубликовано.');
  });
});
