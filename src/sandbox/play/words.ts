import type { Why } from '../denied.js';
import type { Message } from '../vk/state.js';
import type { World } from '../vk/world.js';

/** What VK's own client would show a person: the messenger's words, not the bot's, hence not in `locales`. */
export const WHY: Readonly<Record<Why, string>> = {
  'not-a-member': 'Вы не участник этого чата',
  muted: 'Вам временно запрещено писать в этот чат',
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

const whom = (world: World, id: number | undefined): string => (id === undefined ? '' : world.nameOf(id));

/** The grey line of a service message; `null` for an ordinary one. */
export const serviceWords = (world: World, { action, from }: Message): string | null => {
  const who = world.nameOf(from);
  switch (action?.type) {
    case undefined:
      return null;
    case 'chat_create':
      return `${who} — создание чата «${action.text ?? ''}»`;
    case 'chat_title_update':
      return `${who} — новое название: «${action.text ?? ''}»`;
    case 'chat_invite_user':
      return `${who} приглашает: ${whom(world, action.member_id)}`;
    case 'chat_invite_user_by_link':
      return `${who} теперь в чате (по ссылке)`;
    case 'chat_invite_user_by_message_request':
      return `${whom(world, action.member_id)} теперь в чате (по заявке)`;
    case 'chat_kick_user':
      return action.member_id === from
        ? `${who} больше не в чате`
        : `${who} исключает: ${whom(world, action.member_id)}`;
    case 'chat_pin_message':
      return `${who} — закреплено сообщение`;
    case 'chat_unpin_message':
      return `${who} — сообщение откреплено`;
    default:
      return who;
  }
};
