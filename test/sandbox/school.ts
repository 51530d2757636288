import { listenSandbox, type RunningSandbox } from '../../src/sandbox/listen.js';
import type { SandboxOptions } from '../../src/sandbox/vk/index.js';
import type { Definition } from '../../src/sandbox/vk/state.js';
import { checkAnswer, checkEvent } from '../contracts/vk-schema.js';

export const TOKEN = 'vk1.a.sandbox-token';
export const GROUP = 123456;
export const BOT = -GROUP;
export const TEACHER = 101;
export const PETROV = 201;
export const IVANOVA = 202;
export const STRANGER = 301;

/** Parents of 5А, where the community keeps order. */
export const PARENTS = 2_000_000_001;
/** The community is a member without rights. */
export const QUIET = 2_000_000_002;
/** The community was never here. */
export const FOREIGN = 2_000_000_003;

/** Everybody here is fictional. */
export const school: Definition = {
  community: {
    id: GROUP,
    token: TOKEN,
    title: 'Дежурный',
    screenName: 'dezhurny_demo',
    managers: [{ id: TEACHER, role: 'administrator' }],
  },
  people: [
    { id: TEACHER, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' },
    { id: PETROV, name: 'Петров Денис Олегович', about: 'родитель, 5А', screenName: 'petrov_d' },
    { id: IVANOVA, name: 'Иванова Ольга Николаевна', about: 'родитель, 5А', dialog: 'allowed' },
    { id: STRANGER, name: 'Потерянный Иван', about: 'посторонний' },
  ],
  chats: [
    {
      title: '5А – родители',
      owner: TEACHER,
      members: [PETROV, IVANOVA],
      bot: { fullAccess: true, admin: true },
    },
    { title: '5А – тихий', owner: TEACHER, members: [PETROV], bot: {} },
    { title: '5А – чужой', owner: TEACHER, members: [PETROV] },
  ],
};

export interface Clock {
  readonly now: () => number;
  tick(ms: number): void;
}

/** Stands still at noon of the first of September until told otherwise. */
export const standing = (): Clock => {
  let at = Date.UTC(2026, 8, 1, 9);
  return {
    now: () => at,
    tick: (ms) => {
      at += ms;
    },
  };
};

const complaints = new WeakMap<RunningSandbox, string[]>();

export const openSchool = async (
  options: Omit<SandboxOptions, 'definition' | 'onExchange'> = {},
): Promise<RunningSandbox> => {
  const found: string[] = [];
  const onExchange: SandboxOptions['onExchange'] = (method, _, answer) => found.push(...checkAnswer(method, answer));
  const sandbox = await listenSandbox({ definition: school, seed: 'test', onExchange, ...options });
  sandbox.vk.events.listen((event) => void found.push(...(event.type === UNKNOWN ? [] : checkEvent(event))));
  complaints.set(sandbox, found);
  return sandbox;
};

/** The event type of the fault «unknown». */
const UNKNOWN = 'brand_new_thing';

/** Ends the world; VK's schema must have nothing against any answer or event it gave. */
export const closeSchool = async (sandbox: RunningSandbox): Promise<void> => {
  await sandbox.close();
  expect(complaints.get(sandbox)).toEqual([]);
};

type Json = Record<string, unknown>;

/** A raw call of the API, as any client would make it. */
export const api =
  ({ apiUrl }: RunningSandbox, token = TOKEN) =>
  async (method: string, params: Readonly<Record<string, string | number>> = {}): Promise<Json> => {
    const body = new URLSearchParams({ access_token: token, v: '5.199' });
    for (const [name, value] of Object.entries(params)) body.set(name, String(value));
    const answer = await fetch(`${apiUrl}/${method}`, { method: 'POST', body });
    return (await answer.json()) as Json;
  };

/** The error code of an answer; `undefined` when it went well. */
export const codeOf = (answer: Json): number | undefined =>
  (answer.error as { readonly error_code: number } | undefined)?.error_code;

/** What a person does through the page. */
export const act =
  ({ url }: RunningSandbox) =>
  async (as: number, what: Json): Promise<Json & { readonly ok: boolean; readonly cmid: number }> => {
    const answer = await fetch(`${url}/play/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, ...what }),
    });
    return (await answer.json()) as Json & { ok: boolean; cmid: number };
  };

export const look =
  ({ url }: RunningSandbox) =>
  async <T>(path: string, query: Readonly<Record<string, string | number>>): Promise<T> => {
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) params.set(name, String(value));
    return (await (await fetch(`${url}/play/${path}?${params}`)).json()) as T;
  };

interface Polled {
  readonly ts: string;
  readonly updates: readonly { readonly type: string; readonly event_id: string; readonly object: Json }[];
  readonly failed?: number;
}

/** A long poll client that asks as it is told, and keeps nothing to itself. */
export const poller = async (sandbox: RunningSandbox) => {
  const { response } = await api(sandbox)('groups.getLongPollServer', { group_id: GROUP });
  const { key, server, ts } = response as { key: string; server: string; ts: string };
  const ask = async (from: string, wait = 0, with_ = key): Promise<Polled> =>
    (await (await fetch(`${server}?act=a_check&key=${with_}&ts=${from}&wait=${wait}`)).json()) as Polled;
  return { key, ts, ask };
};
