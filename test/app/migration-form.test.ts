import { isExport, readDue, readOldChat } from '../../src/app/migration-form.js';

const TODAY = '2026-09-01';

describe('an old chat, as people write it down', () => {
  it.each([
    ['Telegram «5А родители», ответственный k01, срок 15.09', 'telegram', '5А родители', '2026-09-15', 'k01'],
    ['телеграм "5Б", ответственная Лугова, до 1.10.2026', 'telegram', '5Б', '2026-10-01', 'Лугова'],
    ['WhatsApp “Мамы 5А”, срок до 15.01', 'whatsapp', 'Мамы 5А', '2027-01-15', undefined],
    ['вайбер «3В» срок 1 сентября 2026', 'viber', '3В', '2026-09-01', undefined],
    ['другой «Кружок» до 20.09, ответственный: u01', 'other', 'Кружок', '2026-09-20', 'u01'],
  ])('%s', (words, messenger, name, due, responsible) => {
    expect(readOldChat(words, TODAY)).toEqual({ messenger, name, due, ...(responsible && { responsible }) });
  });

  it.each([
    ['5А родители до 15.09', 'form'],
    ['icq «5А» до 15.09', 'form'],
    ['Telegram «», срок 15.09', 'form'],
    [`Telegram «${'а'.repeat(81)}», срок 15.09`, 'form'],
    ['Telegram «5А»', 'due'],
    ['Telegram «5А», срок 31.02', 'due'],
    ['Telegram «5А», срок 31.08.2026', 'past'],
    ['Telegram «5А», срок 01.09.2029', 'past'],
  ])('%s is told apart: %s', (words, defect) => {
    expect(readOldChat(words, TODAY)).toEqual({ defect });
  });

  it('a name can neither call everybody nor pretend to be a link', () => {
    expect(readOldChat('Telegram «5А @all https://t.me/x [id1|a]», срок 15.09', TODAY)).toMatchObject({
      name: '5А all https//tme/x id1a',
    });
  });

  it('a day without a year is the next such day, today included', () => {
    expect(['срок 01.09', 'срок 31.08', 'срок 29.02'].map((words) => readDue(words, TODAY))).toEqual([
      '2026-09-01',
      '2027-08-31',
      undefined,
    ]);
  });
});

it.each([
  ['result.json', true],
  ['result (1).json', true],
  ['messages.html', true],
  ['messages2.html', true],
  ['ChatExport_2026-09-01.zip', true],
  ['Чат WhatsApp с 5А.txt', true],
  ['WhatsApp Chat with 5A.zip', true],
  ['_chat.txt', true],
  ['Список 5А.csv', false],
  ['План экскурсии.docx', false],
  ['results.xlsx', false],
])('%s looks like the export of a chat: %s', (name, expected) => expect(isExport(name)).toBe(expected));
