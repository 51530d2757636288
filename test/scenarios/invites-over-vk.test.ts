import { MINUTE } from '../../src/domain/time.js';
import { TEN } from './invites.js';
import { NUMBERS, QUIZ, type Wire, type Wired, wired } from './wire.js';

const card = (wire: Wire, name: string): string =>
  wire.hears('k01').findLast((one) => one.includes(`Кому: ${name}`)) ?? '';
const linkIn = (words: string): string => /https:\/\/\S+/.exec(words)?.[0] ?? '';
const door = (wire: Wire, who: Wired): string =>
  /https:\/\/vk\.me\/join\/\S+/.exec(wire.hears(who).findLast((one) => one.includes('vk.me/join/')) ?? '')?.[0] ?? '';

const issued = async (wire: Wire): Promise<void> => {
  wire.says('k01', '/приглашения 5А родители');
  await wire.hearing('k01', 'Будет выпущено 3 личных приглашения');
  wire.presses('k01', 'Выпустить');
  await wire.hearing('k01', 'Готово. Ниже 3 приглашения');
};

describe("SC-02 over VK's wire", () => {
  wired(
    'a parent opens the link of the card, gets the link of the chat, comes in and is greeted; the rules are pinned',
    { at: TEN, linked: ['k01', 'a01', 's02'] },
    async (wire) => {
      await issued(wire);
      const link = linkIn(card(wire, 'Иванова'));
      expect(link).toMatch(/^https:\/\/vk\.me\/dezhurny_demo\?ref=[0-9A-Z]{8}$/);

      expect(wire.follows('p01', link)).toBe(true);
      wire.starts('p01');
      await wire.hearing('p01', 'Здравствуйте, Ольга Николаевна! Теперь я знаю Вас');
      await wire.hearing('p01', 'vk.me/join/');

      expect(wire.follows('p01', door(wire, 'p01'))).toBe(true);
      await wire.hearing('p01', 'Вы теперь в чате «5А – родители»');
      expect(wire.mayWrite('p01')).toBe(true);

      wire.clock.set(wire.clock.now() + 15 * MINUTE);
      await wire.hearing('chat', 'Уважаемые родители! Это чат родителей 5А класса.');
      await wire.sees('the rules are pinned', () => wire.pinned()?.startsWith('Правила нашего чата') === true);
    },
  );

  wired(
    "a pupil with a parent's card is not let in, and the card still works",
    { at: TEN, linked: ['k01', 'a01', 's02'] },
    async (wire) => {
      await issued(wire);
      const link = linkIn(card(wire, 'Петров'));
      expect(wire.follows('s02', link)).toBe(true);
      wire.starts('s02');
      await wire.hearing('s02', 'Эта ссылка предназначена родителю.');
      await wire.hearing('k01', 'Ссылка родителя использована с профиля ученика, вход не подтверждён.');

      wire.follows('p02', link);
      wire.starts('p02');
      await wire.hearing('p02', 'vk.me/join/');
    },
  );
});

describe("SC-15 over VK's wire", () => {
  wired(
    'a stranger with the link of the chat cannot write; the link dies; the teacher takes him out',
    { at: TEN, linked: ['k01', 'a01', 's02'] },
    async (wire) => {
      const leaked = wire.link();
      expect(wire.follows('stranger', leaked)).toBe(true);
      await wire.hearing('stranger', 'Этот чат закрытый');
      await wire.hearing('k01', 'вошёл участник, которого школа не знает');
      await wire.hearing('a01', 'вошёл участник, которого школа не знает');
      await wire.sees('the link has changed', () => wire.link() !== leaked);
      expect(wire.mayWrite('stranger')).toBe(false);
      expect(wire.follows('p03', leaked)).toBe(false);

      wire.presses('k01', 'Исключить');
      await wire.sees('he is out', () => !wire.members().includes(NUMBERS.stranger));
    },
  );

  wired(
    'a parent who was taken for a stranger writes her code and may write; a community brought by her is removed',
    { at: TEN, linked: ['k01', 'a01'] },
    async (wire) => {
      await issued(wire);
      wire.follows('p01', wire.link());
      await wire.hearing('p01', 'Этот чат закрытый');
      expect(wire.mayWrite('p01')).toBe(false);

      wire.says('p01', /Код: (\S+)\./.exec(card(wire, 'Иванова'))?.[1] ?? '');
      await wire.hearing('p01', 'теперь Вы можете писать в чате');
      expect(wire.mayWrite('p01')).toBe(true);

      wire.brings('p01', QUIZ);
      await wire.hearing('p01', 'Другие сообщества и боты');
      await wire.sees('it is out', () => !wire.members().includes(QUIZ));
    },
  );
});
