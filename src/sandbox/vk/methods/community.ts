import { LONG_POLL_EVENTS } from '../event-names.js';
import { refuse } from '../refused.js';
import type { Permission } from '../state.js';
import { type Method, ownGroup } from './method.js';

export const getLongPollServer: Method = (call) => {
  ownGroup(call);
  if (!call.world.state.community.longPoll.enabled) refuse(100, 'longpoll for this group is not enabled');
  return { key: call.pollKey(), server: `${call.site}/longpoll`, ts: String(call.ts()) };
};

export const getLongPollSettings: Method = (call) => {
  ownGroup(call);
  const { enabled, apiVersion, events } = call.world.state.community.longPoll;
  return { is_enabled: enabled, api_version: apiVersion, events: { ...events } };
};

export const setLongPollSettings: Method = (call) => {
  ownGroup(call);
  const { longPoll } = call.world.state.community;
  const ticks = LONG_POLL_EVENTS.filter((name) => call.params.has(name)).map(
    (name) => [name, call.params.flag(name) ? 1 : 0] as const,
  );
  const enabled = call.params.flag('enabled', longPoll.enabled);
  for (const [name, tick] of ticks) longPoll.events[name] = tick;
  longPoll.enabled = enabled;
  longPoll.apiVersion = call.params.text('api_version') || longPoll.apiVersion;
  return 1;
};

export const setSettings: Method = (call) => {
  ownGroup(call);
  const { settings } = call.world.state.community;
  settings.messages = call.params.flag('messages', settings.messages);
  settings.botsCapabilities = call.params.flag('bots_capabilities', settings.botsCapabilities);
  settings.botsAddToChat = call.params.flag('bots_add_to_chat', settings.botsAddToChat);
  settings.botsStartButton = call.params.flag('bots_start_button', settings.botsStartButton);
  return 1;
};

/** The numbers of VK's permission mask. */
const MASK: Readonly<Record<Permission, number>> = { photos: 4, messages: 4096, docs: 131_072, manage: 262_144 };

export const getTokenPermissions: Method = ({ world }) => {
  const permissions = world.state.community.permissions.map((name) => ({ name, setting: MASK[name] }));
  return { mask: permissions.reduce((mask, { setting }) => mask | setting, 0), permissions };
};

export const getMembers: Method = (call) => {
  ownGroup(call);
  const { people, community } = call.world.state;
  switch (call.params.text('filter')) {
    case 'managers':
      return { count: community.managers.length, items: community.managers };
    case '':
      return { count: people.length, items: people.map(({ id }) => id) };
    default:
      return refuse(100, 'filter is unknown here');
  }
};

export const getCallbackConfirmationCode: Method = (call) => {
  ownGroup(call);
  return { code: call.world.state.community.confirmationCode };
};
