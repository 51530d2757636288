import fc from 'fast-check';
import { readForm } from '../../src/announcements/form.js';
import type { Audience } from '../../src/domain/announcement.js';

const ZONE = 'Europe/Moscow';
/** Monday, 14 September 2026, 09:00 in Moscow. */
const NOW = Date.UTC(2026, 8, 14, 6, 0);
const CLOCK = { now: NOW, zone: ZONE };
const SCHOOL = {
  classes: ['1А', '5А', '5Б', '6А', '7А', '7Б', '9А', '11'],
  subjects: ['информатика', 'русский язык', 'математика'],
};

const read = (typed: string) => readForm(typed, SCHOOL, CLOCK);
const moscow = (at: number | undefined) =>
  at === undefined ? undefined : new Date(at + 3 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

const audience = (whom: Audience['whom'], classes: readonly string[] = [], over: Partial<Audience> = {}): Audience => ({
  whom,
  classes: [...classes],
  by: 'chats',
  ...over,
});

describe('for whom', () => {
  it.each<[string, Audience]>([
    ['родители 5А: текст', audience(['parents'], ['5А'])],
    ['Родители 5а: текст', audience(['parents'], ['5А'])],
    ['5А родители: текст', audience(['parents'], ['5А'])],
    ['родителям 5 «А»: текст', audience(['parents'], ['5А'])],
    ['для родителей 5-А: текст', audience(['parents'], ['5А'])],
    ['родители 5A (латинская): текст', audience(['parents'], ['5А'])],
    ['родители 5А и 5Б: текст', audience(['parents'], ['5А', '5Б'])],
    ['родители 5Б, 5А: текст', audience(['parents'], ['5А', '5Б'])],
    ['родители всей школы: текст', audience(['parents'])],
    ['всем родителям: текст', audience(['parents'])],
    ['родители: текст', audience(['parents'])],
    ['вся школа: текст', audience(['school'])],
    ['всей школе: текст', audience(['school'])],
    ['Общешкольный канал: текст', audience(['school'])],
    ['учителя: текст', audience(['teachers'])],
    ['педагогам: текст', audience(['teachers'])],
    ['учителя 7А: текст', audience(['teachers'], ['7А'])],
    ['сотрудники: текст', audience(['employees'])],
    ['канал сотрудники: текст', audience(['employees'])],
    ['ученики 5А: текст', audience(['students'], ['5А'])],
    ['ученикам и родителям 5А: текст', audience(['parents', 'students'], ['5А'])],
    ['родители 5–7 классов: текст', audience(['parents'], ['5А', '5Б', '6А', '7А', '7Б'])],
    ['5-7 классы, родители: текст', audience(['parents'], ['5А', '5Б', '6А', '7А', '7Б'])],
    ['родители 5-х классов: текст', audience(['parents'], ['5А', '5Б'])],
    ['ученики 7 классов: текст', audience(['students'], ['7А', '7Б'])],
    ['ученики 11 класса: текст', audience(['students'], ['11'])],
    ['родители начальной школы: текст', audience(['parents'], ['1А'])],
    ['Информатика 5А: текст', audience(['subject'], ['5А'], { subject: 'информатика' })],
    ['5А информатика: текст', audience(['subject'], ['5А'], { subject: 'информатика' })],
    ['по информатике 5А: текст', audience(['subject'], ['5А'], { subject: 'информатика' })],
    ['русский язык 5А: текст', audience(['subject'], ['5А'], { subject: 'русский язык' })],
    ['родители 5А лично: текст', audience(['parents'], ['5А'], { by: 'dialogs' })],
    ['родители 5А в личные сообщения: текст', audience(['parents'], ['5А'], { by: 'dialogs' })],
    ['родители 5А в чаты и лично: текст', audience(['parents'], ['5А'], { by: 'both' })],
    ['parents 5A: text', audience(['parents'], ['5А'])],
    ['the whole school: text', audience(['school'])],
  ])('%s', (typed, expected) => {
    const form = read(typed.replace(' (латинская)', ''));
    expect(form).toEqual({ form: { audience: expected, words: typed.includes('text') ? 'text' : 'текст' } });
  });

  it.each<[string, readonly string[]]>([
    ['5А: собрание', ['5А']],
    ['5А и 5Б: собрание', ['5А', '5Б']],
    ['5–7 классы: собрание', ['5А', '5Б', '6А', '7А', '7Б']],
  ])('%s: whom of the class is asked', (typed, names) => {
    expect(read(typed)).toEqual({ form: { words: 'собрание', classes: { names, by: 'chats' } } });
  });

  it.each<[string, string, string | undefined]>([
    ['родители 8Г: текст', 'class', '8Г'],
    ['родители 5А, 8Г, 8Д: текст', 'class', '8Г, 8Д'],
    ['родители 2-х классов: текст', 'class', '2'],
    ['информатика: текст', 'subject-class', undefined],
    ['родители 5А вчерашним днём: текст', 'unread', 'вчерашним днём'],
  ])('%s is not understood: %s', (typed, what, names) => {
    expect(read(typed)).toEqual({ defect: { what, ...(names === undefined ? {} : { names }) } });
  });
});

describe('until when, and when', () => {
  it.each<[string, { acknowledge?: string; at?: string; valid?: string }]>([
    ['родители всей школы до 16.09 18:00: текст', { acknowledge: '2026-09-16 18:00' }],
    ['родители 5А до 16.09 в 18:00: текст', { acknowledge: '2026-09-16 18:00' }],
    ['до 16 сентября родители 5А: текст', { acknowledge: '2026-09-16 18:00' }],
    ['родители 5А до завтра: текст', { acknowledge: '2026-09-15 18:00' }],
    ['родители 5А до среды: текст', { acknowledge: '2026-09-16 18:00' }],
    ['родители 5А до пятницы 12:00: текст', { acknowledge: '2026-09-18 12:00' }],
    ['родители 5А с ознакомлением до 16.09: текст', { acknowledge: '2026-09-16 18:00' }],
    ['родители 5А, ознакомиться до 16.09.2026: текст', { acknowledge: '2026-09-16 18:00' }],
    ['родители 5А с ознакомлением: текст', { acknowledge: '2026-09-16 18:00' }],
    ['родители 5А до 15 января: текст', { acknowledge: '2027-01-15 18:00' }],
    ['родители 5А завтра в 8:00: текст', { at: '2026-09-15 08:00' }],
    ['завтра в 8 часов родители 5А: текст', { at: '2026-09-15 08:00' }],
    ['родители 5А завтра утром: текст', { at: '2026-09-15 08:00' }],
    ['родители 5А завтра: текст', { at: '2026-09-15 08:00' }],
    ['родители 5А в 18:30: текст', { at: '2026-09-14 18:30' }],
    ['родители 5А сегодня в 6 вечера: текст', { at: '2026-09-14 18:00' }],
    ['родители 5А в понедельник в 10:00: текст', { at: '2026-09-14 10:00' }],
    ['родители 5А в понедельник в 8:00: текст', { at: '2026-09-21 08:00' }],
    ['родители 5А 17.09 в 8:00 до 18.09: текст', { at: '2026-09-17 08:00', acknowledge: '2026-09-18 18:00' }],
    ['родители 5А действует до 20.09: текст', { valid: '2026-09-20 23:59' }],
  ])('%s', (typed, expected) => {
    const found = read(typed);
    if (!('form' in found)) throw new Error(JSON.stringify(found));
    const { acknowledge, at, valid, audience: whom } = found.form;
    expect(whom?.whom).toEqual(['parents']);
    const said = { acknowledge: moscow(acknowledge), at: moscow(at), valid: moscow(valid) };
    expect(said).toEqual({ acknowledge: undefined, at: undefined, valid: undefined, ...expected });
  });

  it.each<[string, { days: number[]; time: string }]>([
    ['родители 5А каждый понедельник в 8:00: текст', { days: [1], time: '08:00' }],
    ['родители 5А каждую пятницу: текст', { days: [5], time: '08:00' }],
    ['родители 5А по вторникам и четвергам в 9:30: текст', { days: [2, 4], time: '09:30' }],
    ['родители 5А каждый день в 7:45: текст', { days: [1, 2, 3, 4, 5], time: '07:45' }],
  ])('%s', (typed, every) => expect(read(typed)).toMatchObject({ form: { every, words: 'текст' } }));

  it.each([
    ['родители 5А до 10.09: текст', 'past'],
    ['родители 5А сегодня в 8:00: текст', 'past'],
    ['родители 5А завтра в 8:00 до 15.09 7:00: текст', 'late-deadline'],
  ])('%s is refused: %s', (typed, what) => expect(read(typed)).toEqual({ defect: { what } }));

  it('knows what is urgent', () => expect(read('срочно родители 5А: текст')).toMatchObject({ form: { urgent: true } }));
});

describe('the text', () => {
  it.each([
    [
      'родители 5А: В субботу, 12 сентября, в 10:00 олимпиада: кабинет 31',
      'В субботу, 12 сентября, в 10:00 олимпиада: кабинет 31',
    ],
    ['родители 5А\nЗавтра собрание.\nПриходите: ждём.', 'Завтра собрание.\nПриходите: ждём.'],
    ['родители 5А Принесите, пожалуйста, дневники', 'Принесите, пожалуйста, дневники'],
    ['родители 5А – принесите дневники', 'принесите дневники'],
    ['напиши родителям 5А: принесите дневники', 'принесите дневники'],
  ])('%s', (typed, words) =>
    expect(read(typed)).toMatchObject({ form: { words, audience: audience(['parents'], ['5А']) } }),
  );

  it('may be missing, and is then asked for', () =>
    expect(read('родители 5А')).toEqual({ form: { words: '', audience: audience(['parents'], ['5А']) } }));
  it('may be all there is', () =>
    expect(read('Принесите дневники')).toEqual({ form: { words: 'Принесите дневники' } }));
  it('is bounded', () =>
    expect(read(`родители 5А: ${'а'.repeat(3_510)}`)).toEqual({ defect: { what: 'long', names: '11' } }));

  it('comes out whole, whatever it is', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const found = read(`родители 5А: ${words}`);
        expect(found).toMatchObject({ form: { words: words.normalize('NFC').trim() } });
      }),
    ));
});
