import type { Permission } from '../state.js';
import * as community from './community.js';
import * as conversations from './conversations.js';
import { remove } from './delete.js';
import { edit } from './edit.js';
import { sendMessageEventAnswer } from './event-answer.js';
import * as files from './files.js';
import * as members from './members.js';
import type { Method } from './method.js';
import * as profiles from './profiles.js';
import { send } from './send.js';

/** Every method this server knows; any other is error 3, or 27 when only a person's token may call it. */
export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['messages.send', send],
  ['messages.delete', remove],
  ['messages.edit', edit],
  ['messages.pin', conversations.pin],
  ['messages.unpin', conversations.unpin],
  ['messages.removeChatUser', members.removeChatUser],
  ['messages.getConversationMembers', members.getConversationMembers],
  ['messages.changeConversationMemberRestrictions', members.changeConversationMemberRestrictions],
  ['messages.getConversationsById', conversations.getConversationsById],
  ['messages.getInviteLink', conversations.getInviteLink],
  ['messages.createChat', conversations.createChat],
  ['messages.editChat', conversations.editChat],
  ['messages.getByConversationMessageId', conversations.getByConversationMessageId],
  ['messages.sendMessageEventAnswer', sendMessageEventAnswer],
  ['messages.isMessagesFromGroupAllowed', conversations.isMessagesFromGroupAllowed],
  ['messages.markAsRead', conversations.acknowledged],
  ['messages.setActivity', conversations.acknowledged],
  ['groups.getById', profiles.getGroups],
  ['groups.getLongPollServer', community.getLongPollServer],
  ['groups.getLongPollSettings', community.getLongPollSettings],
  ['groups.setLongPollSettings', community.setLongPollSettings],
  ['groups.setSettings', community.setSettings],
  ['groups.getTokenPermissions', community.getTokenPermissions],
  ['groups.getMembers', community.getMembers],
  ['groups.getCallbackConfirmationCode', community.getCallbackConfirmationCode],
  ['users.get', profiles.getUsers],
  ['utils.getServerTime', profiles.getServerTime],
  ['utils.resolveScreenName', profiles.resolveScreenName],
  ['docs.getMessagesUploadServer', files.docsUploadServer],
  ['docs.save', files.saveDoc],
  ['photos.getMessagesUploadServer', files.photosUploadServer],
  ['photos.saveMessagesPhoto', files.savePhoto],
]);

const OF_PEOPLE = new Set([
  ...['addChatUser', 'addChatUsers', 'getChat', 'getChatPreview', 'joinChatByInviteLink', 'getLastActivity'].map(
    (name) => `messages.${name}`,
  ),
  ...['allowMessagesFromGroup', 'denyMessagesFromGroup', 'markAsImportant', 'markReactionsAsRead'].map(
    (name) => `messages.${name}`,
  ),
  ...['muteChatMentions', 'getReactionsAssets'].map((name) => `messages.${name}`),
  ...['getRequests', 'approveRequest', 'removeUser', 'ban', 'unban', 'invite', 'getSettings', 'editManager'].map(
    (name) => `groups.${name}`,
  ),
  ...['wall.post', 'wall.delete', 'board.addTopic', 'board.createComment'],
]);

/** Methods VK keeps for a person's token. */
export const needsPerson = (method: string): boolean =>
  /^(polls|calls|friends)\./.test(method) || OF_PEOPLE.has(method);

/** The right of the key a method needs; those without one need none. */
export const permissionOf = (method: string): Permission | undefined => {
  switch (method.split('.')[0]) {
    case 'messages':
      return 'messages';
    case 'photos':
      return 'photos';
    case 'docs':
      return 'docs';
    default:
      return /^groups\.(get|set)(LongPoll|Callback|Settings)/.test(method) ? 'manage' : undefined;
  }
};
