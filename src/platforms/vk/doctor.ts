import { z } from 'zod';
import { MINUTE, SECOND } from '../../domain/time.js';
import { type Check, Locked, Refused } from '../../ports/platform.js';
import type { VkOptions } from './options.js';
import type { Community, Question } from './questions.js';

export interface DoctorDeps extends Pick<VkOptions, 'transport' | 'say'> {
  readonly question: Question;
  readonly community: () => Promise<Community>;
  readonly now: () => number;
}

/** Without the first two the bot can do nothing; files are for documents. */
const PERMISSIONS = ['messages', 'manage', 'docs', 'photos'];
/** «Типы событий»; `message_reply` tells only of our own messages and may be off. */
const EVENTS = ['message_new', 'message_edit', 'message_event', 'message_allow', 'message_deny'];
/** Events have the shape we read since 5.103. */
const OLDEST_VERSION = [5, 103] as const;

/** «5.80» is older than «5.103». */
const newEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor >= OLDEST_VERSION[1]);
};

const CLOCK_TOLERANCE = MINUTE;

type Name = 'token' | 'permissions' | 'longpoll' | 'events' | 'version' | 'clock' | 'callback';

const flag = z.coerce.boolean().catch(false);
const Permissions = z.object({ permissions: z.array(z.object({ name: z.string() })) });
const Settings = z.object({
  /** Of the long poll only. */
  is_enabled: flag,
  api_version: z.string().catch(''),
  events: z.record(z.string(), flag),
});

const checkOf = ({ say }: DoctorDeps, name: Name, ok: boolean, detail: string): Check => ({
  name: say({ key: `vk-check-${name}` }),
  ok,
  detail,
  mend: ok ? '' : say({ key: `vk-check-${name}-mend` }),
});

const permissions = async (deps: DoctorDeps): Promise<Check> => {
  const told = await deps.question('groups.getTokenPermissions', {}, Permissions);
  const missing = PERMISSIONS.filter((name) => !told.permissions.some((permission) => permission.name === name));
  return checkOf(deps, 'permissions', missing.length === 0, missing.join(', '));
};

const eventsOf = (deps: DoctorDeps, settings: z.output<typeof Settings>): readonly Check[] => {
  const missing = EVENTS.filter((name) => settings.events[name] !== true);
  return [
    checkOf(deps, 'events', missing.length === 0, missing.join(', ')),
    checkOf(deps, 'version', newEnough(settings.api_version), settings.api_version),
  ];
};

const longPoll = async (deps: DoctorDeps, group: number): Promise<readonly Check[]> => {
  const settings = await deps.question('groups.getLongPollSettings', { group_id: group }, Settings);
  return [checkOf(deps, 'longpoll', settings.is_enabled, ''), ...eventsOf(deps, settings)];
};

const Servers = z.object({ items: z.array(z.object({ id: z.number(), status: z.string().catch('') })) });

/** Which of several servers is ours VK cannot tell: one that answers is enough, and the first such is looked into. */
const callback = async (deps: DoctorDeps, group: number): Promise<readonly Check[]> => {
  const { items } = await deps.question('groups.getCallbackServers', { group_id: group }, Servers);
  const works = items.find(({ status }) => status === 'ok');
  const states = items.map(({ status }) => status).join(', ');
  if (works === undefined) return [checkOf(deps, 'callback', false, states)];
  const of = { group_id: group, server_id: works.id };
  const settings = await deps.question('groups.getCallbackSettings', of, Settings);
  return [checkOf(deps, 'callback', true, states), ...eventsOf(deps, settings)];
};

const clock = async (deps: DoctorDeps): Promise<Check> => {
  const theirs = (await deps.question('utils.getServerTime', {}, z.number())) * SECOND;
  const off = Math.abs(theirs - deps.now());
  return checkOf(deps, 'clock', off <= CLOCK_TOLERANCE, off <= CLOCK_TOLERANCE ? '' : `${Math.round(off / SECOND)} s`);
};

/** A check that VK will not answer has failed, with VK's code as its detail. */
const orRefusal = async (
  deps: DoctorDeps,
  name: Name,
  look: () => Promise<Check | readonly Check[]>,
): Promise<readonly Check[]> => {
  try {
    return [await look()].flat();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [checkOf(deps, name, false, error.message)];
  }
};

/** What a community token can see of what the bot needs. */
export const check = async (deps: DoctorDeps): Promise<readonly Check[]> => {
  try {
    const { group, title } = await deps.community();
    const transport = deps.transport === 'longpoll' ? longPoll : callback;
    return [
      checkOf(deps, 'token', true, title),
      ...(await orRefusal(deps, 'permissions', () => permissions(deps))),
      ...(await orRefusal(deps, deps.transport, () => transport(deps, group))),
      ...(await orRefusal(deps, 'clock', () => clock(deps))),
    ];
  } catch (error) {
    if (!(error instanceof Locked)) throw error;
    return [checkOf(deps, 'token', false, error.message)];
  }
};
