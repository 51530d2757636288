import fc from 'fast-check';
import type { Attachment, Quoted } from '../../src/domain/message.js';
import { decide } from '../../src/moderation/decide.js';
import type { Facts } from '../../src/moderation/facts.js';
import { faultOf } from '../../src/moderation/media/file-name.js';
import { distance } from '../../src/moderation/media/print.js';
import { printOf } from '../../src/pictures/print.js';
import { AT, facts, message, polite } from './school.js';

const standing = { grounds: { RIGHTS: polite, POLITE: polite, ON_TOPIC: polite }, rules: {} };
const file = (name: string): Attachment => ({ kind: 'file', words: [name] });
const forwarded = (attachments: readonly Attachment[], forwarded: readonly Quoted[] = []): Quoted => ({
  at: AT,
  text: '',
  attachments,
  forwarded,
});
const judge = (attachments: readonly Attachment[], over: Partial<Facts> = {}, text = '') =>
  decide(message(text, { attachments }), { ...facts, ...over }, standing);

describe('the name of a file', () => {
  it.each([
    ['игра.exe', 'program'],
    ['Сферум.APK', 'program'],
    ['screen.scr', 'program'],
    ['отчёт.pdf.exe', 'disguised'],
    ['фото\u202egpj.exe', 'disguised'],
    ['фото\u202eexe.jpg', 'disguised'],
    ['домашка             .exe', 'disguised'],
    ['run.bat', 'script'],
    ['запуск.PS1', 'script'],
    ['табель.docm', 'macros'],
    ['фото.zip', 'archive'],
    ['урок.tar.gz', 'archive'],
    ['игра.exe ', 'program'],
    ['игра.exe.', 'program'],
  ] as const)('%s: %s', (name, fault) => expect(faultOf(name)?.fault).toBe(fault));

  it.each([
    'Расписание 5А.docx',
    'план.на.неделю.pdf',
    'main.py',
    'exe',
    'программа курса.pdf',
    'v1.2',
    'отчёт за 1.09.2026',
    '',
    'https://vk.com/doc1_2',
  ])('%s is an ordinary one', (name) => expect(faultOf(name)).toBeUndefined());

  it('may be anything: never throws, points inside', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const found = faultOf(name);
        if (found === undefined) return;
        expect(found.start).toBeGreaterThanOrEqual(0);
        expect(found.end).toBeLessThanOrEqual(name.length);
        expect(found.start).toBeLessThan(found.end);
      }),
    ));
});

describe('a file in a chat', () => {
  it('a program is hidden, a teacher’s one waits for a person', () => {
    expect(judge([file('игра.exe')])).toMatchObject({
      decision: 'delete',
      findings: [{ rule: 'media', evidence: '.exe', within: 'attachment' }],
    });
    expect(judge([file('игра.exe')], { role: 'teacher' }).decision).toBe('hold');
    expect(judge([file('игра.pdf.exe')], { role: 'teacher' }).decision).toBe('delete');
  });

  it('is found in what is forwarded, at any depth', () => {
    const inner = forwarded([], [forwarded([], [forwarded([file('игра.exe')])])]);
    expect(decide(message('', { forwarded: [inner] }), facts, standing)).toMatchObject({
      decision: 'delete',
      findings: [{ within: 'forwarded' }],
    });
  });

  it('an archive costs what the school says', () => {
    const strict = { ...standing, rules: { media: { archives: 'hold' } } };
    expect(judge([file('фото.zip')]).decision).toBe('keep');
    expect(decide(message('', { attachments: [file('фото.zip')] }), facts, strict).decision).toBe('hold');
  });

  it('words of a link, a poll, a post are no file', () => {
    const others = (['link', 'poll', 'post', 'photo'] as const).map((kind) => ({ kind, words: ['игра.exe'] }));
    expect(judge(others).findings).toEqual([]);
  });
});

describe('what attachments say', () => {
  it.each(['voice', 'poll', 'post', 'photo', 'link', 'video'] as const)('a %s is judged by its words', (kind) =>
    expect(judge([{ kind, words: ['Я тебя убью'] }])).toMatchObject({
      decision: 'alert',
      findings: [{ rule: 'threat', within: 'attachment' }],
    }),
  );

  it('a voice message is otherwise left alone, unless the school asks for words', () => {
    const voice = [{ kind: 'voice', words: ['Добрый вечер'] }] as const;
    expect(judge(voice).findings).toEqual([]);
    const asking = { ...standing, rules: { voice: { remind: true } } };
    expect(decide(message('', { attachments: voice }), facts, asking).decision).toBe('remind');
  });
});

describe('a picture that was taken out before', () => {
  const photo: Attachment = { kind: 'photo', words: [], handle: 'photo-1_7' };
  const removed = { handles: ['photo-1_7'], prints: ['0f0f0f0f0f0f0f0f'] };

  it('the same file again is held, forwarded as well; no more than held', () => {
    expect(judge([photo], { removed }).decision).toBe('hold');
    const again = message('', { forwarded: [forwarded([photo])] });
    expect(decide(again, { ...facts, removed }, standing).decision).toBe('hold');
    expect(judge([{ ...photo, handle: 'photo-1_8' }], { removed }).decision).toBe('keep');
  });

  it('one that looks like it is held, one that does not is not', () => {
    expect(judge([], { removed, prints: ['0f0f0f0f0f0f0f1f'] }).decision).toBe('hold');
    expect(judge([], { removed, prints: ['f0f0f0f0f0f0f0f0'] }).decision).toBe('keep');
    expect(judge([], { removed, prints: ['short'] }).decision).toBe('keep');
  });

  it('a print tells brighter from darker, and nothing of how bright', () => {
    const picture = Array.from({ length: 72 }, (_, at) => (at * 37) % 256);
    const dimmer = picture.map((grey) => grey / 2);
    expect(distance(printOf(picture), printOf(dimmer))).toBe(0);
    expect(distance(printOf(picture), printOf(picture.map((grey) => 255 - grey)))).toBeGreaterThan(40);
  });
});
