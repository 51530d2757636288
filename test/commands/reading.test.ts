import { distance } from '../../src/app/nearest.js';
import { readCommand } from '../../src/app/read-command.js';
import { MINUTE } from '../../src/domain/time.js';
import { answer, NOW, newChat, parentsChat, world } from './world.js';

describe('a command is read', () => {
  it.each([
    ['/чат родители 5А', 'чат', 'родители 5А'],
    ['  /ЧАТ   родители 5А ', 'чат', 'родители 5А'],
    ['/чат@school_21 родители 5А', 'чат', 'родители 5А'],
    ['[club1|@school] /чат родители 5А', 'чат', 'родители 5А'],
    ['[club1|Школа № 21], /чат родители 5А', 'чат', 'родители 5А'],
    ['@school21 /чат родители 5А', 'чат', 'родители 5А'],
    ['«/чат родители 5А»', 'чат', 'родители 5А'],
    ['/чат «родители» 5А', 'чат', '«родители» 5А'],
    ['/ чат\nродители 5А', 'чат', 'родители 5А'],
    ['\u200b/чат: родители 5А', 'чат', 'родители 5А'],
    ['/отчёт', 'отчет', ''],
  ])('from %j', (typed, name, tail) => expect(readCommand(typed)).toEqual({ name, tail }));

  it.each(['', 'чат родители 5А', 'и/или', '//', '/', 'смотрите http://example.org/чат', 'Здравствуйте! /чат'])(
    'but not from %j',
    (typed) => expect(readCommand(typed)).toBeUndefined(),
  );
});

describe('a misspelt command', () => {
  it.each([
    ['код', 'код', 0],
    ['кдо', 'код', 1],
    ['кодд', 'код', 1],
    ['кот', 'код', 1],
    ['', 'код', 3],
    ['пмоощ', 'помощь', 2],
  ])('%s is %s by %i edits', (typed, known, edits) => expect(distance(typed, known)).toBe(edits));

  it('gets the nearest known one in a dialog', async () => {
    const { say } = await world();
    expect(answer(await say('/пмощь'))).toEqual({ key: 'misspelt-command', vars: { meant: '/помощь' } });
    expect(answer(await say('/кот A1B2-C3D4'))).toEqual({ key: 'misspelt-command', vars: { meant: '/код' } });
    expect(answer(await say('/абракадабра'))?.key).toBe('unknown-command');
  });

  it('is passed over in a chat', async () => {
    const { say } = await world();
    expect(await say('/пмощь', { in: parentsChat })).toBeUndefined();
  });
});

describe('plain words', () => {
  it('get a hint in a dialog, another one for who is not known yet', async () => {
    const { say } = await world();
    expect(answer(await say('Добрый день!', { by: 'parent' }))?.key).toBe('dialog-hint-linked');
    expect(answer(await say('Начать', { by: 'stranger' }))?.key).toBe('dialog-hint-unlinked');
    expect(answer(await say('', { by: 'stranger' }))?.key).toBe('dialog-hint-unlinked');
  });

  it('get nothing in a chat', async () => {
    const { say } = await world();
    expect(await say('Добрый день! Что вы умеете?', { in: parentsChat })).toBeUndefined();
  });

  it('are no code although they have eight letters', async () => {
    const { say } = await world();
    expect((await say('тест-тест', { by: 'stranger' }))?.changes).toEqual([]);
  });
});

describe('a chat that is not registered', () => {
  it('is left alone but for its registration and for shown codes', async () => {
    const { say } = await world();
    expect(await say('/помощь', { in: newChat })).toBeUndefined();
    expect(await say('/пункт 4.2', { in: newChat })).toBeUndefined();
    expect(answer(await say('/чат', { in: newChat }))?.key).toBe('group-chat-none');
  });
});

describe('a command that comes late', () => {
  it('is asked about when it would change something', async () => {
    const { say } = await world();
    const late = await say('/чат родители 5А', { in: newChat, at: NOW - 11 * MINUTE });
    expect(answer(late)?.key).toBe('late');
    expect(late?.changes).toEqual([]);
  });

  it('is answered when it only asks', async () => {
    const { say } = await world();
    expect(answer(await say('/пункт 4.2', { at: NOW - 60 * MINUTE }))?.key).toBe('clause');
  });
});
