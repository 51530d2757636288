import type { Why } from '../denied.js';

/** What a messenger's own client would show a person: the messenger's words, not the bot's, hence not in `locales`. */
export const WHY: Readonly<Record<Why, string>> = {
  'not-a-member': 'Вы не участник этого чата',
  muted: 'Вам временно запрещено писать в этот чат',
  'read-only': 'В этот чат пишут только администраторы',
  empty: 'Сообщение пустое',
  'too-long': 'Сообщение слишком длинное',
  'too-deep': 'Слишком много вложенных сообщений',
  'no-such-message': 'Сообщения уже нет',
  'not-yours': 'Это сообщение вам нельзя изменить или удалить',
  'too-old': 'Прошло больше суток: изменить нельзя',
  'not-admin': 'Для этого нужно быть администратором чата',
  'no-such-link': 'Ссылка недействительна',
  'already-member': 'Уже в чате',
  'no-such-button': 'Такой кнопки нет',
  'no-such-file': 'Такого файла нет',
  'no-such-person': 'Такого человека здесь нет',
  'bots-may-not-be-added': 'Сообщество запретило добавлять себя в чаты',
};

/** The grey lines of a chat. */
export const LINE = {
  created: (who: string, title: string) => `${who} — создание чата «${title}»`,
  renamed: (who: string, title: string) => `${who} — новое название: «${title}»`,
  invited: (who: string, whom: string) => `${who} приглашает: ${whom}`,
  cameByLink: (who: string) => `${who} теперь в чате (по ссылке)`,
  cameByRequest: (who: string) => `${who} теперь в чате (по заявке)`,
  left: (who: string) => `${who} больше не в чате`,
  removed: (who: string, whom: string) => `${who} исключает: ${whom}`,
  pinned: (who: string) => `${who} — закреплено сообщение`,
  unpinned: (who: string) => `${who} — сообщение откреплено`,
  moved: 'Группа стала супергруппой: переписка продолжается в ней',
} as const;
