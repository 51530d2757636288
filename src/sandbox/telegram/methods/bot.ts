import { z } from 'zod';
import { chatOut, userOut } from '../wire.js';
import { rightsOf } from '../world.js';
import { chatOf, defineMethod, flag, json, number, openDialog } from './method.js';

const nothing = z.looseObject({});

export const getMe = defineMethod(nothing, (_, { world }) => ({
  ...userOut(world, world.bot),
  can_join_groups: true,
  can_read_all_group_messages: true,
  can_manage_bots: false,
  supports_guest_queries: false,
  supports_inline_queries: false,
  supports_join_request_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
}));

const GIFTS = {
  unlimited_gifts: false,
  limited_gifts: false,
  unique_gifts: false,
  premium_subscription: false,
  gifts_from_channels: false,
};

export const getChat = defineMethod(z.looseObject({ chat_id: number }), ({ chat_id }, { world }) => {
  const full = { ...chatOut(world, chat_id), accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: GIFTS };
  if (chat_id > 0) {
    openDialog(world, chat_id);
    return full;
  }
  const chat = chatOf(world, chat_id);
  const own = chat.links.find(({ primary, revoked, creator }) => primary && !revoked && creator === world.bot);
  return rightsOf(chat, world.bot)?.invite && own ? { ...full, invite_link: own.url } : full;
});

export const getUpdates = defineMethod(
  z.looseObject({
    offset: number.optional(),
    limit: number.optional(),
    timeout: number.optional(),
    allowed_updates: json(z.array(z.string())).optional(),
  }),
  (asked, { updates, gone }) => updates.poll(asked, gone),
);

export const setWebhook = defineMethod(
  z.looseObject({
    url: z.string(),
    secret_token: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional(),
    allowed_updates: json(z.array(z.string())).optional(),
  }),
  ({ url, secret_token, allowed_updates }, { updates }) => {
    updates.webhook = url === '' ? undefined : { url, secret: secret_token };
    if (allowed_updates) updates.allowed = allowed_updates;
    updates.wake();
    return true;
  },
);

export const deleteWebhook = defineMethod(
  z.looseObject({ drop_pending_updates: flag.optional() }),
  (_, { updates }) => {
    updates.webhook = undefined;
    return true;
  },
);

export const getWebhookInfo = defineMethod(nothing, (_, { updates }) => ({
  url: updates.webhook?.url ?? '',
  has_custom_certificate: false,
  pending_update_count: updates.pending,
  ...(updates.allowed && { allowed_updates: updates.allowed }),
}));

const scope = json(z.looseObject({ type: z.string() })).default({ type: 'default' });
const Menu = z.looseObject({
  commands: json(
    z
      .array(z.object({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }))
      .max(100),
  ),
  scope,
});

export const setMyCommands = defineMethod(Menu, ({ commands, scope: where }, { world }) => {
  Object.assign(world.state.menus, { [JSON.stringify(where)]: commands });
  return true;
});

export const getMyCommands = defineMethod(
  z.looseObject({ scope }),
  ({ scope: where }, { world }) => world.state.menus[JSON.stringify(where)] ?? [],
);

export const deleteMyCommands = defineMethod(z.looseObject({ scope }), ({ scope: where }, { world }) => {
  Object.assign(world.state.menus, { [JSON.stringify(where)]: [] });
  return true;
});
