import Fastify from 'fastify';
import { registerPage } from '../../src/sandbox/page/serve.js';
import { type PlayOptions, registerPlay } from '../../src/sandbox/play.js';
import { createSandboxVk, type SandboxVk } from '../../src/sandbox/vk/index.js';
import type { Definition } from '../../src/sandbox/vk/state.js';

export const GROUP = 210021;
export const TOKEN = 'vk1.a.sandbox-page-test';

/** People of the page's tests: all of them fictional. */
export const PEOPLE = { admin: 101, teacher: 103, petrov: 104, ivanova: 105, outsider: 108 } as const;

const definition: Definition = {
  community: { id: GROUP, token: TOKEN, title: 'Школа № 21 (вымышленная)' },
  people: [
    { id: PEOPLE.admin, name: 'Тестова Анна Игоревна', about: 'администратор платформы' },
    { id: PEOPLE.teacher, name: 'Ключева Мария Петровна', about: 'классный руководитель, 5А' },
    { id: PEOPLE.petrov, name: 'Петров Денис Олегович', about: 'родитель, 5А' },
    { id: PEOPLE.ivanova, name: 'Иванова Ольга Николаевна', about: 'родитель, 5А' },
    { id: PEOPLE.outsider, name: 'Чужой Игорь Игоревич', about: 'посторонний' },
  ],
  chats: [
    {
      title: '5А – родители',
      owner: PEOPLE.teacher,
      members: [PEOPLE.petrov, PEOPLE.ivanova],
      bot: { fullAccess: true, admin: true },
    },
    { title: 'Педагоги школы', owner: PEOPLE.admin, members: [PEOPLE.teacher] },
  ],
};

export interface Sandbox {
  readonly url: string;
  readonly vk: SandboxVk;
  /** A call of the bot to the messenger, as the bot would make it. */
  call(method: string, params: Readonly<Record<string, string | number>>): Promise<unknown>;
  /** What a person does in the messenger, as the page would say it. */
  act(as: number, what: object): Promise<void>;
  close(): Promise<void>;
}

/** The page, the people's side and VK on one port. `explain` stands for the bot's journal, `broadcasts` for its announcements. */
export const startSandbox = async ({
  port = 0,
  ...options
}: Pick<PlayOptions, 'explain' | 'broadcasts'> & { readonly port?: number } = {}): Promise<Sandbox> => {
  const app = Fastify({ forceCloseConnections: true });
  const vk = createSandboxVk({ definition });
  await vk.register(app, { prefix: '/vk' });
  await registerPlay(app, { vk }, options);
  await registerPage(app);
  const url = await app.listen({ port, host: '127.0.0.1' });
  return {
    url,
    vk,
    call: async (method, params) => {
      const body = new URLSearchParams({ ...params, access_token: TOKEN, v: '5.199' } as Record<string, string>);
      const answer = await fetch(`${url}/vk/method/${method}`, { method: 'POST', body });
      const { response, error } = (await answer.json()) as { response?: unknown; error?: { error_msg: string } };
      if (error) throw new Error(`${method}: ${error.error_msg}`);
      return response;
    },
    act: async (as, what) => {
      const body = JSON.stringify({ as, ...what });
      const answer = await fetch(`${url}/play/do`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { ok, why } = (await answer.json()) as { ok: boolean; why?: string };
      if (!ok) throw new Error(why);
    },
    close: () => app.close(),
  };
};
