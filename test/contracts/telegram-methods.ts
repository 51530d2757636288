import type { ApiMethods, Update } from '@grammyjs/types';

/** Methods whose requests and results are held to grammY's types. */
type Used =
  | 'answerCallbackQuery'
  | 'banChatMember'
  | 'createChatInviteLink'
  | 'deleteMessage'
  | 'deleteMessages'
  | 'deleteWebhook'
  | 'editMessageText'
  | 'exportChatInviteLink'
  | 'getChat'
  | 'getChatAdministrators'
  | 'getChatMember'
  | 'getChatMemberCount'
  | 'getFile'
  | 'getMe'
  | 'getUpdates'
  | 'getWebhookInfo'
  | 'pinChatMessage'
  | 'restrictChatMember'
  | 'revokeChatInviteLink'
  | 'sendChatAction'
  | 'sendMessage'
  | 'setChatPermissions'
  | 'setChatTitle'
  | 'setMyCommands'
  | 'setWebhook'
  | 'unbanChatMember';

type Methods = ApiMethods<string>;

/** Made into a JSON schema by `telegram-types.ts`. */
export interface Wire {
  readonly update: Update;
  readonly requests: { readonly [M in Used]: Parameters<Methods[M]>[0] };
  readonly results: { readonly [M in Used]: ReturnType<Methods[M]> };
}
