import { AGAIN, NOON, RUDE } from './appeals.js';
import { type Wire, wired } from './wire.js';

/** One pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const linked = ['k01', 'a01', 'p02', 'p03'] as const;

/** A parent sits in the chat and may be written to. */
const inside = (wire: Wire): void => {
  for (const who of ['p02', 'p03'] as const) {
    wire.follows(who, wire.link());
    wire.starts(who);
  }
  wire.starts('k01');
};

describe("an objection over VK's wire", () => {
  wired(
    'two taps, a card, a decision with its reason; the text is back, and stays when its author says it again',
    { at: NOON, linked },
    async (wire) => {
      inside(wire);
      const first = wire.writes('p02', RUDE);
      await wire.sees('it is gone', () => !first());
      await wire.hearing('p02', 'Если Вы не согласны');

      wire.presses('p02', 'Не согласен(на)');
      await wire.hearing('p02', 'Напишите одним сообщением, с чем Вы не согласны.');
      wire.says('p02', 'Это цитата');
      await wire.hearing('p02', 'Ваше возражение № 1 принято. Его рассмотрит классный руководитель до 14.09.2026.');
      await wire.hearing('k01', 'Слова участника: «Это цитата».');

      wire.presses('k01', 'Показать фрагмент');
      await wire.hearing('k01', 'Для чего показать скрытый текст?');
      wire.presses('k01', 'Для решения по возражению');
      await wire.hearing('k01', `Скрытое сообщение целиком: «${RUDE}».`);
      wire.presses('k01', 'Удовлетворить');
      await wire.hearing('k01', 'Возражение № 1 будет удовлетворено');
      wire.says('k01', 'Да, это цитата из пьесы');
      await wire.hearing('p02', 'Возражение № 1 удовлетворено. Предупреждение отменено');
      await wire.hearing('p02', 'Вернуть сообщение в чат?');

      wire.presses('p02', 'Вернуть с моим именем');
      await wire.hearing('chat', `Сообщение участника (Петров Д. О.), скрытое по ошибке: ${RUDE}`);

      const again = wire.writes('p02', RUDE);
      const other = wire.writes('p03', RUDE);
      await wire.sees('what somebody else says is gone', () => !other());
      expect(again()).toBe(true);
    },
  );

  wired('with a photo: asked to send it again, and then it stays', { at: NOON, linked }, async (wire) => {
    inside(wire);
    const stands = wire.shows('p02', PHOTO, AGAIN);
    await wire.sees('it is gone', () => !stands());
    await wire.hearing('p02', 'Если Вы не согласны');
    wire.presses('p02', 'Не согласен(на)');
    await wire.hearing('p02', 'Напишите одним сообщением');
    wire.presses('p02', 'Без пояснений');
    await wire.hearing('k01', 'Участник возражает без пояснений.');
    wire.presses('k01', 'Удовлетворить');
    await wire.hearing('k01', 'Возражение № 1 будет удовлетворено');
    wire.presses('k01', 'Без пояснений');
    await wire.hearing('p02', 'Сам бот вернуть это сообщение в чат не может.');

    const more = wire.shows('p02', PHOTO, AGAIN);
    const other = wire.writes('p03', AGAIN);
    await wire.sees('what somebody else says is gone', () => !other());
    expect(more()).toBe(true);
  });
});
