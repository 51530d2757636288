import { MINUTE } from '../../src/domain/time.js';
import { type Wire, wired } from './wire.js';
import { NOON } from './world.js';

const SCAM = 'Ваш дневник заблокирован! Подтвердите вход до 20:00: http://gosusIugi-dnevnik.example/login';
const linked = ['k01', 'a01', 'z01', 'p03'] as const;

const inside = async (wire: Wire): Promise<void> => {
  for (const who of linked) wire.starts(who);
  wire.follows('p03', wire.link());
  await wire.hearing('p03', 'Вы теперь в чате «5А – родители»');
};

/** Whether somebody may write, asked of the messenger by writing. */
const mayWrite = (wire: Wire): boolean => {
  try {
    wire.writes('p03', 'Спасибо');
    return true;
  } catch {
    return false;
  }
};

describe("safeguarding over VK's wire", () => {
  wired(
    'SC-05c: the false address is gone, VK itself lets the account only read; [Нет, меня взломали]; restored by the administrator',
    { at: NOON, linked },
    async (wire) => {
      await inside(wire);
      const stands = wire.writes('p03', SCAM);
      await wire.sees('it is gone', () => !stands());
      await wire.hearing('chat', 'Осторожно: в чате появилась подозрительная ссылка, она удалена.');
      await wire.hearing('p03', 'Это писали Вы?');
      expect(mayWrite(wire)).toBe(false);

      wire.presses('p03', 'Нет, меня взломали');
      await wire.hearing('p03', 'Тема: взлом учётной записи');
      wire.says('p03', '/приглашения');
      await wire.hearing('p03', 'Этот аккаунт заморожен');
      wire.says('p03', 'Это снова я');
      await wire.hearing('a01', '«Это снова я»');
      wire.presses('a01', 'Личность проверена, восстановить');
      await wire.hearing('p03', 'Аккаунт проверен, ограничение снято.');
      expect(mayWrite(wire)).toBe(true);
    },
  );

  wired(
    'somebody does not want to live: gone, asked, people called and called again, taken',
    { at: NOON, linked },
    async (wire) => {
      await inside(wire);
      const stands = wire.writes('p03', 'Не хочу больше жить');
      await wire.sees('it is gone', () => !stands());
      await wire.hearing('p03', 'Телефон доверия: 8-800-2000-122');
      await wire.hearing('k01', 'Возможная угроза жизни участника чата. Позвоните сейчас.');
      await wire.hearing('z01', 'Возможная угроза жизни участника чата. Позвоните сейчас.');
      expect(wire.hears('chat').filter((words) => /жизн|скрыт/u.test(words))).toEqual([]);

      wire.clock.set(wire.clock.now() + 10 * MINUTE);
      await wire.hearing('a01', 'Позвоните сейчас.');
      wire.presses('z01', 'Беру на себя');
      await wire.hearing('k01', 'Вызов уже принят: Второв П. И., заместитель директора.');
      wire.presses('z01', 'Показать фрагмент');
      await wire.hearing('z01', 'Текст (просмотр записан): «Не хочу больше жить»');
      wire.presses('z01', 'Помощь оказана');
      await wire.hearing('k01', 'Вызов закрыт, помощь оказана');
    },
  );
});
