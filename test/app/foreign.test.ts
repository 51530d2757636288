import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lawful, nearestFirst } from '../../src/app/foreign.js';
import { dialogsOf } from '../../src/app/people-who.js';
import type { Action } from '../../src/domain/action.js';
import type { Message } from '../../src/domain/message.js';
import { accountRef, chatRef, dialogRef } from '../../src/domain/refs.js';
import { text } from '../../src/domain/text.js';
import type { Update } from '../../src/domain/update.js';
import { projectRoot } from '../../src/project-root.js';
import { parseRoster } from '../../src/roster/parse.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';

const SCHOOL = parseRoster(readFileSync(join(projectRoot(), 'src/sandbox/demo/roster.csv'), 'utf8')).people;

const chat = chatRef('telegram', -5);
const dialog = dialogRef('telegram', 7);
const home = dialogRef('vk', 7);

const written = (place: Message['ref']['place']): Update => ({
  ...{ kind: 'message', id: 'u1', key: 'u1', at: 0, edited: false },
  message: {
    ref: { place, id: '1' },
    author: accountRef('telegram', 7),
    at: 0,
    text: '…',
    attachments: [],
    forwarded: [],
  },
});
const timer: Update = { kind: 'timer', id: 't', key: 't', at: 0, timer: { key: 't', at: 0, job: 'greet', data: {} } };
const send = (key: string, to: Extract<Action, { do: 'send' }>['to'] = dialog): Action => ({
  do: 'send',
  to,
  text: text(key),
});

/** What goes out, and what does not. */
const passed = async (actions: readonly Action[], update: Update, open = false) => {
  const thought = await lawful({ actions }, update, async () => open);
  return thought.actions.map(
    (action) => `${action.withheld ? 'not ' : ''}${'text' in action ? action.text.key : action.do}`,
  );
};

/** Keys of a topic that are messages, not buttons nor lines of the help. */
const keysOf = (topic: string): readonly string[] =>
  [...readFileSync(join(projectRoot(), `locales/ru/${topic}.ftl`), 'utf8').matchAll(/^([a-z][a-z0-9-]*) =/gmu)]
    .map(([, key = '']) => key)
    .filter((key) => !/^(?:button|help|doctor)-/u.test(key));

describe('what a school says through a messenger of another country', () => {
  it.each([
    ['what was hidden', send('notice-hidden')],
    ['the note in the chat', send('group-hidden', chat)],
    ['a card for whoever decides', send('case-card')],
    ['an objection', send('appeal-accepted')],
    ['danger', send('crisis')],
    ['an account in other hands', send('hacked-frozen')],
    ['who belongs into a chat', send('group-membership-alien', chat)],
    ['a personal code', send('code-linked')],
    ['the notice of the move', send('migration-notice', chat)],
  ])('goes out without a ground: %s', async (_, action) => {
    expect(await passed([action], written(chat))).toEqual(['text' in action ? action.text.key : '']);
  });

  it.each([
    'announcement',
    'meeting-card',
    'poll',
    'enquiry-card',
    'invites-doors',
    'membership-hello',
    'group-hello-parents',
  ])('does not go out without a ground: %s', async (key) => {
    expect(await passed([send(key)], timer)).toEqual([`not ${key}`]);
    expect(await passed([send(key)], timer, true)).toEqual([key]);
    expect(await passed([send(key, home)], timer)).toEqual([key]);
  });

  it.each(['announcements', 'meetings', 'polls', 'enquiries', 'invites', 'editions', 'own-data'])(
    'nothing of the topic %s counts as order',
    async (topic) => {
      for (const key of keysOf(topic)) expect(await passed([send(key)], timer)).toEqual([`not ${key}`]);
    },
  );

  it('keeps order: measures and the note of a press are never held back', async () => {
    const account = accountRef('telegram', 7);
    const actions: readonly Action[] = [
      { do: 'mute', chat, account, until: 1 },
      { do: 'unmute', chat, account },
      { do: 'remove', chat, account },
      { do: 'delete', message: { place: chat, id: '1' } },
      { do: 'answer', press: 'p', account, place: chat, text: text('button-done') },
    ];
    expect(await passed(actions, written(chat))).toEqual(['mute', 'unmute', 'remove', 'delete', 'button-done']);
  });

  it('tells whoever wrote there why, once; nobody else', async () => {
    expect(await passed([send('me'), send('help-head')], written(dialog))).toEqual([
      'not me',
      'not help-head',
      'foreign-shut',
    ]);
    expect(await passed([send('clause', chat)], written(chat))).toEqual(['not clause', 'group-foreign-shut']);
    expect(await passed([send('announcement')], written(home))).toEqual(['not announcement']);
    expect(await passed([send('announcement')], timer)).toEqual(['not announcement']);
  });

  it('looks at what waits behind an action too', async () => {
    const deleted: Action = {
      do: 'delete',
      message: { place: chat, id: '1' },
      afterwards: [send('notice-hidden'), send('poll', chat)],
    };
    const { actions } = await lawful({ actions: [deleted] }, timer, async () => false);
    const [first] = actions;
    const after = first?.do === 'delete' ? (first.afterwards ?? []) : [];
    expect(after.map(({ withheld = false }) => withheld)).toEqual([false, true]);
  });

  it('asks for the ground only when it matters', async () => {
    const abroad = jest.fn(async () => false);
    await lawful({ actions: [send('announcement', home), send('notice-hidden')] }, timer, abroad);
    expect(abroad).not.toHaveBeenCalled();
  });
});

describe('of somebody with accounts in several messengers', () => {
  it.each([
    ['the school’s own comes first, whatever they are called', ['telegram:account:1', 'vk:account:9'], 'vk:account:9'],
    ['of two of one messenger always the same', ['vk:account:9', 'vk:account:10'], 'vk:account:10'],
    ['a foreign one is better than none', ['telegram:account:1'], 'telegram:account:1'],
  ] as const)('%s', (_words, accounts, first) => {
    const known = accounts.map((account) => ({ account }));
    for (const given of [known, known.toReversed()]) expect(nearestFirst(given)[0]?.account).toBe(first);
  });

  it('the bot writes to all of them, there first', async () => {
    const parent = SCHOOL.filter(({ id }) => id === 'p01');
    const contacts = async () =>
      new Map([['p01', (['telegram:account:1', 'vk:account:9'] as const).map((account) => ({ account }))]]);
    const { people, records } = createMemoryStores(createVault(Buffer.alloc(32, 9)));
    const reached = await dialogsOf(parent, { people: { ...people, contacts }, records });
    expect(reached.map(({ to }) => to)).toEqual(['vk:dialog:9', 'telegram:dialog:1']);
  });
});
