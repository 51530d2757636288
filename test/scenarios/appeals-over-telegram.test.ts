import { NOON, RUDE } from './appeals.js';
import { openTelegram } from './telegram-wire.js';

type Wire = Awaited<ReturnType<typeof openTelegram>>;

const wired = (words: string, play: (wire: Wire) => Promise<void>): void =>
  it(words, async () => {
    const wire = await openTelegram(NOON);
    try {
      await play(wire);
    } finally {
      await wire.close();
    }
  }, 30_000);

/** The parent is warned, objects, and the class teacher has a card. */
const objected = async (wire: Wire): Promise<void> => {
  for (const who of ['k01', 'p02', 'p03'] as const) wire.starts(who);
  const stands = wire.writes('p02', RUDE);
  await wire.sees('it is gone', () => !stands());
  await wire.hearing('p02', 'Если Вы не согласны');
  wire.presses('p02', 'Не согласен(на)');
  await wire.hearing('p02', 'Напишите одним сообщением, с чем Вы не согласны.');
  wire.says('p02', 'Это цитата');
  await wire.hearing('p02', 'Ваше возражение № 1 принято. Его рассмотрит классный руководитель до 14.09.2026.');
  await wire.hearing('k01', 'Слова участника: «Это цитата».');
};

describe("an objection over Telegram's wire", () => {
  wired(
    'two taps, a card, a decision with its reason; the text is back, and stays when it is said again',
    async (wire) => {
      await objected(wire);
      wire.presses('k01', 'Удовлетворить');
      await wire.hearing('k01', 'Возражение № 1 будет удовлетворено');
      wire.says('k01', 'Да, это цитата из пьесы');
      await wire.hearing('p02', 'Возражение № 1 удовлетворено. Предупреждение отменено');
      await wire.hearing('p02', 'Вернуть сообщение в чат?');

      wire.presses('p02', 'Вернуть в чат');
      await wire.hearing('chat', `Сообщение участника, скрытое по ошибке: ${RUDE}`);

      const again = wire.writes('p02', RUDE);
      const other = wire.writes('p03', RUDE);
      await wire.sees('what somebody else says is gone', () => !other());
      expect(again()).toBe(true);
    },
  );

  wired('declined with a reason; who has left the chat is told so too', async (wire) => {
    await objected(wire);
    wire.leaves('p02');
    wire.presses('k01', 'Отклонить');
    await wire.hearing('k01', 'Напишите причину одним сообщением');
    wire.says('k01', 'Тон недопустим');
    await wire.hearing('p02', 'Возражение № 1 отклонено (классный руководитель). Причина: «Тон недопустим».');
  });
});
