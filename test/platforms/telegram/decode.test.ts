import fc from 'fast-check';
import type { Update } from '../../../src/domain/update.js';
import { decode } from '../../../src/platforms/telegram/decode.js';

const SELF = 654_321;
const at = { self: SELF, now: 1_700_000_000_000 };
const anna = { id: 201, is_bot: false, first_name: 'Анна' };
const group = { id: -1_001_234_567_890, type: 'supergroup', title: '5А' };
const dialog = { id: 201, type: 'private', first_name: 'Анна' };
const said = { message_id: 7, date: 1_700_000_000, chat: group, from: anna };

const one = (body: object): Update => {
  const found = decode({ update_id: 5, ...body }, at);
  if (typeof found === 'string' || found.length !== 1 || found[0] === undefined) throw new Error(`decoded: ${found}`);
  return found[0];
};
const message = (fields: object) => {
  const update = one({ message: { ...said, ...fields } });
  if (update.kind !== 'message') throw new Error(update.kind);
  return update.message;
};

describe('a message of Telegram', () => {
  it('is told by place, author, number and time', () => {
    expect(one({ message: { ...said, text: 'Здравствуйте' } })).toEqual({
      id: 'telegram-5',
      key: 'telegram/telegram:chat:-1001234567890/7/0',
      at: 1_700_000_000_000,
      kind: 'message',
      edited: false,
      message: {
        ref: { place: 'telegram:chat:-1001234567890', id: '7' },
        author: 'telegram:account:201',
        at: 1_700_000_000_000,
        text: 'Здравствуйте',
        attachments: [],
        forwarded: [],
      },
    });
  });

  it('edited twice in a second is two edits of one message', () => {
    const edited = { ...said, text: 'да', edit_date: 1_700_000_100 };
    const [first, second] = [1, 2].flatMap(
      (n) => decode({ update_id: n, edited_message: edited }, at) as readonly Update[],
    );

    expect([first, second]).toMatchObject([{ edited: true }, { edited: true }]);
    expect(new Set([first?.key, second?.key]).size).toBe(2);
    expect(first).toMatchObject({ message: { at: 1_700_000_100_000, written: 1_700_000_000_000 } });
  });

  it.each([
    ['an administrator who hides', { sender_chat: { id: group.id } }, 'telegram:account:-1001234567890'],
    ['a channel', { sender_chat: { id: -1_009 }, is_automatic_forward: true }, 'telegram:account:-1009'],
    ['another bot', { from: { id: 42, is_bot: true } }, 'telegram:account:-42'],
  ])('by %s has an author who is no human being', (_, fields, author) => {
    expect(message({ text: 'да', from: { id: 1_087_968_824, is_bot: true }, ...fields }).author).toBe(author);
  });

  it('that was forwarded is somebody else’s words, also of a person who hides', () => {
    const open = { type: 'user', date: 1_600_000_000, sender_user: { id: 202, is_bot: false } };
    const hidden = { type: 'hidden_user', date: 1_600_000_000, sender_user_name: 'Некто' };

    expect(message({ text: 'чужое', forward_origin: open })).toMatchObject({
      text: '',
      forwarded: [{ author: 'telegram:account:202', at: 1_600_000_000_000, text: 'чужое' }],
    });
    const [unnamed] = message({ text: 'чужое', forward_origin: hidden }).forwarded;
    expect(unnamed).toMatchObject({ text: 'чужое' });
    expect(unnamed).not.toHaveProperty('author');
  });

  it('of an album is a part of it until it is put together; changed, it comes alone', () => {
    const picture = { caption: 'наш поход', media_group_id: '137' };
    expect(message(picture).album).toEqual({ name: '137', part: true });
    expect(message({ text: 'одно' }).album).toBeUndefined();
  });

  it('tells what it answers, here and elsewhere', () => {
    const here = message({ text: 'да', reply_to_message: { ...said, message_id: 3, text: 'Придёте?' } });
    const external_reply = { origin: { type: 'channel', date: 1, chat: { id: -1_009 }, message_id: 5 } };
    const elsewhere = message({ text: 'смотрите', external_reply, quote: { text: 'чужие слова', position: 0 } });

    expect(here.replyTo).toMatchObject({ id: '3', place: 'telegram:chat:-1001234567890', text: 'Придёте?' });
    expect(elsewhere.forwarded).toMatchObject([{ author: 'telegram:account:-1009', text: 'чужие слова' }]);
  });

  const file = { file_id: 'F', file_unique_id: 'U', file_size: 12 };
  it.each([
    [
      'photo',
      { photo: [{ ...file, file_unique_id: 'small' }, file], caption: 'фото' },
      [{ kind: 'photo', handle: 'photoU' }],
    ],
    [
      'document',
      { document: { ...file, file_name: 'список.csv' } },
      [{ kind: 'file', words: ['список.csv'], file: { name: 'список.csv', size: 12, source: 'F' } }],
    ],
    ['animation', { animation: file, document: file }, [{ kind: 'video' }]],
    [
      'poll',
      { poll: { id: '1', question: 'Идём?', options: [{ text: 'Да' }, { text: 'Нет' }] } },
      [{ kind: 'poll', words: ['Идём?', 'Да', 'Нет'] }],
    ],
    [
      'contact',
      { contact: { phone_number: '+79990001122', first_name: 'Анна' } },
      [{ kind: 'other', words: ['+79990001122', 'Анна'] }],
    ],
    [
      'link behind words',
      { text: 'сюда', entities: [{ type: 'text_link', offset: 0, length: 4, url: 'https://zlo.example' }] },
      [{ kind: 'link', words: ['https://zlo.example'] }],
    ],
    [
      'rich message',
      { rich_message: { blocks: [{ type: 'paragraph', text: ['да ', { type: 'bold', text: 'пошло' }] }] } },
      [{ kind: 'other', words: ['да ', 'пошло'] }],
    ],
    [
      'thing that is newer than this program',
      { brand_new: { parts: [{ title: 'да пошло' }] } },
      [{ kind: 'other', words: ['да пошло'] }],
    ],
  ])('with a %s carries its words', (_, fields, attachments) => {
    expect(message(fields).attachments).toMatchObject(attachments);
  });

  it('broken in a part costs that part only', () => {
    const broken = { text: 'да', reply_to_message: 'нет', forward_origin: undefined, edit_date: 'скоро', entities: 5 };

    expect(message(broken)).toMatchObject({ text: 'да', attachments: [] });
  });
});

describe('what is no message', () => {
  it.each([
    ['a line of Telegram’s own', { message: { ...said, new_chat_members: [anna] } }, 'service'],
    ['the bot’s own words', { message: { ...said, from: { id: SELF, is_bot: true }, text: 'я' } }, 'own'],
    [
      'a post of a channel',
      { message: { ...said, chat: { id: -1_009, type: 'channel' }, text: 'новость' } },
      'channel',
    ],
    ['an update of a kind nobody asked for', { poll_answer: {} }, 'unknown'],
    ['half a message', { message: { message_id: 7 } }, 'malformed'],
  ])('%s is passed over', (_, body, why) => {
    expect(decode({ update_id: 5, ...body }, at)).toBe(why);
  });

  it('a group that becomes a supergroup is told from both sides as one', () => {
    const old = { id: -500_001, type: 'group', title: '5А' };
    const away = one({ message: { ...said, chat: old, migrate_to_chat_id: group.id } });
    const here = one({ message: { ...said, chat: group, migrate_from_chat_id: old.id } });

    expect(away).toMatchObject({ kind: 'moved', from: 'telegram:chat:-500001', chat: 'telegram:chat:-1001234567890' });
    expect(here).toMatchObject({ kind: 'moved', from: 'telegram:chat:-500001', chat: 'telegram:chat:-1001234567890' });
    expect(here.key).toBe(away.key);
  });

  it('«Start» opens the dialog, and a deep link tells its word', () => {
    const found = decode({ update_id: 5, message: { ...said, chat: dialog, text: '/start 7K3M-92QX' } }, at);

    expect(found).toMatchObject([
      { kind: 'dialog-opened', account: 'telegram:account:201', dialog: 'telegram:dialog:201' },
      { kind: 'message', message: { text: 'Начать', openedWith: '7K3M-92QX' } },
    ]);
    expect(new Set((found as readonly Update[]).map(({ id }) => id)).size).toBe(2);
    expect(message({ text: '/start 7K3M-92QX' })).not.toHaveProperty('openedWith');
  });

  it('a press brings what the button carried', () => {
    const callback_query = { id: 'Q', from: anna, chat_instance: '1', message: said };

    expect(one({ callback_query: { ...callback_query, data: 'r_abc\tyes' } })).toMatchObject({
      kind: 'pressed',
      press: 'Q',
      payload: { q: 'r_abc', o: 'yes' },
      message: { id: '7' },
    });
    expect(one({ callback_query: { ...callback_query, data: '{"go":1}' } })).toMatchObject({ payload: { go: 1 } });
    expect(one({ callback_query: { ...callback_query, data: '{"broken' } })).toMatchObject({ payload: undefined });
  });
});

describe('who comes and who goes', () => {
  const member = (status: string, more: object = {}) => ({ status, user: anna, ...more });
  const news = (before: object, after: object, more: object = {}) => ({
    chat: group,
    from: anna,
    date: 1_700_000_000,
    old_chat_member: before,
    new_chat_member: after,
    ...more,
  });
  const bot = { id: SELF, is_bot: true, first_name: 'Дежурный' };
  const teacher = { id: 101, is_bot: false, first_name: 'Мария' };
  const link = { invite_link: 'https://t.me/+abc', creator: bot };

  it.each([
    [
      'by a link',
      news(member('left'), member('member'), { invite_link: link }),
      { how: 'link', link: link.invite_link },
    ],
    ['by himself', news(member('left'), member('member')), { how: 'link' }],
    ['added', news(member('left'), member('member'), { from: teacher }), { how: 'added', by: 'telegram:account:101' }],
    [
      'let in',
      news(member('left'), member('member'), { from: teacher, via_join_request: true, invite_link: link }),
      { how: 'request', by: 'telegram:account:101' },
    ],
    [
      'let in by the bot',
      news(member('left'), member('member'), { from: bot, via_join_request: true }),
      { how: 'request' },
    ],
    [
      'back, still silent',
      news(member('restricted', { is_member: false }), member('restricted', { is_member: true })),
      {},
    ],
  ])('has come %s', (_, chat_member, told) => {
    expect(one({ chat_member })).toMatchObject({ kind: 'joined', account: 'telegram:account:201', ...told });
  });

  it.each([
    ['by himself', news(member('member'), member('left')), {}],
    ['put out', news(member('administrator'), member('kicked'), { from: teacher }), { by: 'telegram:account:101' }],
  ])('has gone %s', (_, chat_member, told) => {
    expect(one({ chat_member })).toMatchObject({ kind: 'left', account: 'telegram:account:201', ...told });
  });

  it.each([
    ['a silence', news(member('member'), member('restricted', { is_member: true })), 'service'],
    ['an appointment', news(member('member'), member('administrator')), 'service'],
    ['the bot’s own deed', news(member('member'), member('kicked'), { from: bot }), 'own'],
  ])('%s is no coming or going', (_, chat_member, why) => {
    expect(decode({ update_id: 5, chat_member }, at)).toBe(why);
  });

  it('a person who blocks the bot closes the dialog', () => {
    const of = (before: string, after: string) =>
      one({ my_chat_member: { ...news(member(before), member(after)), chat: dialog } });

    expect(of('member', 'kicked')).toMatchObject({ kind: 'dialog-closed', dialog: 'telegram:dialog:201' });
    expect(of('kicked', 'member')).toMatchObject({ kind: 'dialog-opened', account: 'telegram:account:201' });
  });
});

it('nothing that can be sent makes the decoder throw', () => {
  const kinds = fc.constantFrom(
    'message',
    'edited_message',
    'callback_query',
    'chat_member',
    'my_chat_member',
    'other',
  );
  const body = fc.oneof(fc.anything(), fc.record({ ...mapped(said), text: fc.anything(), photo: fc.anything() }));
  fc.assert(
    fc.property(kinds, body, (kind, value) => {
      expect(() => decode({ update_id: 1, [kind]: value }, at)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});

function mapped(fields: object) {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fc.constant(value)]));
}
