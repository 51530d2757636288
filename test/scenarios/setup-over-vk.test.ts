import { strFromU8, unzipSync } from 'fflate';
import { accountRef } from '../../src/domain/refs.js';
import { DAY } from '../../src/domain/time.js';
import { PROVISIONAL } from '../../src/roster/provisional.js';
import { CSV, MONDAY, ORDER } from './set-up.js';
import { NUMBERS, type Wire, wired } from './wire.js';

const EMPTY = { at: MONDAY, linked: [], rostered: false } as const;

/** What `dezhurny admin-code` prints. */
const adminCode = async ({ stores, vault, clock }: Wire): Promise<string> => {
  await stores.people.put([PROVISIONAL]);
  const code = vault.code(PROVISIONAL.id, 1);
  await stores.codes.issue([{ code, person: PROVISIONAL.id, issue: 1, until: clock.now() + 7 * DAY }]);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
};
const stepOf = async ({ stores }: Wire) => (await stores.records.get('setup', 'school'))?.value.step;

const begun = async (wire: Wire): Promise<void> => {
  wire.says('a01', `/код ${await adminCode(wire)}`);
  await wire.hearing('a01', 'Теперь я знаю Вас: администратор платформы');
  wire.says('a01', '/настройка');
  await wire.hearing('a01', 'Шаг 1 из 7. Укажите номер и дату приказа о назначении администратора платформы');
};

const listed = async (wire: Wire): Promise<void> => {
  wire.says('a01', ORDER);
  await wire.hearing('a01', 'Принято. Шаг 2 из 7. Загрузите список (CSV).');
  wire.sends('a01', 'roster.csv', CSV);
  await wire.hearing('a01', 'Проверка списка: работников 6, обучающихся 5, родителей 4, классов 2.');
};

describe("SC-01 over VK's wire", () => {
  wired('a new school is set up, step by step', EMPTY, async (wire) => {
    await begun(wire);
    wire.says('a01', 'нет приказа');
    await wire.hearing('a01', 'Без приказа права администратора не предоставляются (п. 3.2 Положения).');

    await listed(wire);
    expect(wire.hears('a01').at(-1)).toMatch(
      /Не загружены столбцы: «телефон», «дата_рождения» .* Ошибки \(2\): строка 17 .* Загрузить 15 записей без ошибок\?$/u,
    );
    expect((await wire.stores.people.all()).map(({ id }) => id)).toEqual([PROVISIONAL.id]);
    wire.presses('a01', 'Загрузить 15');
    await wire.hearing('a01', 'Загружено 15. Шаг 3 из 7.');
    expect(JSON.stringify(await wire.stores.people.all())).not.toMatch(/7900|2015-03/u);
    expect((await wire.stores.people.facts(accountRef('vk', NUMBERS.a01))).person?.id).toBe('a01');

    for (const [label, answer] of [
      ['«Учительская» создана', 'Шаг 4 из 7. Каналы «Общешкольный» и «Сотрудники».'],
      ['Каналы созданы', 'Шаг 5 из 7. Рекомендуемые чаты (6):'],
      ['Дальше', 'Шаг 6 из 7. Настройки школы:'],
      ['Всё верно', 'Шаг 7 из 7.'],
      ['Подготовить', 'Готово. Рекомендуемые чаты (6):'],
    ] as const) {
      wire.presses('a01', label);
      await wire.hearing('a01', answer);
    }
    expect(await stepOf(wire)).toBe('done');
  });

  wired('drafts arrive whole', EMPTY, async (wire) => {
    await begun(wire);
    wire.says('a01', 'нет приказа');
    await wire.hearing('a01', 'Подготовить проект приказа?');
    wire.presses('a01', 'Подготовить');
    await wire.sees('the draft is there', () => wire.files('a01').length === 1);

    const [draft] = wire.files('a01');
    expect(draft?.name).toBe('Приказ об администраторе платформы (проект).docx');
    const text = unzipSync(Buffer.from(draft?.body ?? '', 'base64'))['word/document.xml'];
    expect(strFromU8(text ?? new Uint8Array())).toContain('администратор');
  });

  wired('what was only looked at is not loaded, and the same file twice changes nothing', EMPTY, async (wire) => {
    await begun(wire);
    await listed(wire);
    wire.presses('a01', 'Отмена');
    await wire.hearing('a01', 'Ничего не загружено.');
    expect(await stepOf(wire)).toBe('list');

    wire.sends('a01', 'roster.csv', CSV);
    await wire.sees(
      'it is offered again',
      () => wire.hears('a01').at(-1)?.endsWith('Загрузить 15 записей без ошибок?') === true,
    );
    wire.presses('a01', 'Загрузить 15');
    await wire.hearing('a01', 'Загружено 15.');
    wire.says('a01', '/список');
    await wire.hearing('a01', 'В списке школы: работников 6');
    wire.sends('a01', 'roster.csv', CSV);
    await wire.hearing('a01', 'Изменений нет.');
  });
});
