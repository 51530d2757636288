import { accountRef, dialogOf } from '../../src/domain/refs.js';
import { HOUR, MINUTE } from '../../src/domain/time.js';
import { accountOf, answer, CODE, NOW, newChat, newcomer, parentsChat, registeredChat, world } from './world.js';

const stranger = accountOf('stranger');

describe('a personal code', () => {
  it('links the account, once', async () => {
    const { say, stores } = await world();

    const first = await say('/код A1B2-C3D4', { by: 'stranger' });
    const second = await say('/код A1B2-C3D4', { by: 'psychologist' });

    expect(first?.because).toBe('command:код:linked');
    expect((await stores.people.facts(stranger)).person).toEqual(newcomer);
    expect(answer(second)?.key).toBe('code-wrong-linked');
  });

  it('is not told to be spent, expired or unknown: it just did not fit', async () => {
    const { say } = await world();
    await say('/код A1B2-C3D4', { by: 'stranger' });

    const spent = await say('/код A1B2-C3D4', { by: 'parent' });
    const unknown = await say('/код ZZZZ-ZZZZ', { by: 'parent' });

    expect(answer(spent)).toEqual(answer(unknown));
  });

  it('links a second account of the same person, and the first one hears of it', async () => {
    const { say, stores } = await world();
    await say('/код A1B2-C3D4', { by: 'stranger' });
    await stores.codes.issue([{ code: '00000000', person: newcomer.id, issue: 2, until: NOW + HOUR }]);

    const other = accountRef('memory', 555);
    const reply = await say('/код 0000-0000', {
      by: 'stranger',
      over: { account: other, place: dialogOf(other) },
    });

    const told = reply?.actions.flatMap((action) => (action.do === 'send' ? [[action.to, action.text]] : []));
    expect(told?.[0]).toEqual([dialogOf(other), expect.objectContaining({ key: 'code-linked' })]);
    expect(told).toContainEqual([dialogOf(stranger), { key: 'code-linked-elsewhere' }]);
    expect(await stores.people.accountsOf(newcomer.id)).toHaveLength(2);
  });

  it('typed again from the same account tells nobody else', async () => {
    const { say, stores } = await world();
    await say('/код A1B2-C3D4', { by: 'stranger' });
    await stores.codes.issue([{ code: '00000000', person: newcomer.id, issue: 2, until: NOW + HOUR }]);

    const again = await say('/код 0000-0000', { by: 'stranger' });

    expect(again?.actions.flatMap((action) => (action.do === 'send' ? [action.to] : []))).toEqual(
      again?.actions.map(() => dialogOf(stranger)),
    );
    expect(answer(again)?.key).toBe('code-linked');
  });

  it('of somebody else is not spent by an account that is linked already', async () => {
    const { say, stores } = await world();

    const reply = await say('/код A1B2-C3D4', { by: 'student' });

    expect(answer(reply)?.key).toBe('invites-misclaimed');
    expect(reply?.changes).toEqual([]);
    expect(await stores.codes.whose(CODE, NOW)).toBe(newcomer.id);
  });

  it('is not looked at after five wrong tries, for an hour', async () => {
    const { say } = await world();
    for (let minute = 0; minute < 5; minute += 1)
      await say('/код ZZZZ-ZZZZ', { by: 'stranger', now: NOW + minute * MINUTE });

    const sixth = await say('/код A1B2-C3D4', { by: 'stranger', now: NOW + 6 * MINUTE });
    const later = await say('/код A1B2-C3D4', { by: 'stranger', now: NOW + HOUR + MINUTE });

    expect(answer(sixth)?.key).toBe('code-pause');
    expect(sixth?.changes).toEqual([]);
    expect(answer(later)?.key).toBe('code-linked');
  });

  it('is not looked at by anybody after a hundred wrong tries of the school', async () => {
    const { say } = await world();
    const codes = {
      whose: async () => newcomer.id,
      wrong: async () => ({ account: 0, school: 100 }),
      issueOf: async () => 1,
    };

    expect(answer(await say('/код A1B2-C3D4', { by: 'stranger', over: { codes } }))?.key).toBe('code-pause');
  });

  it('shown in a chat is taken away and spent; the answer comes in the dialog', async () => {
    const { say } = await world();

    const shown = await say('/код A1B2-C3D4', { by: 'parent', in: parentsChat });

    expect(shown?.actions).toEqual([
      { do: 'delete', message: { place: parentsChat, id: '7' } },
      {
        do: 'send',
        to: dialogOf(accountOf('parent')),
        text: { key: 'code-shown' },
        otherwise: {
          do: 'send',
          to: parentsChat,
          text: { key: 'group-code' },
          replyTo: { place: parentsChat, id: '7' },
        },
      },
    ]);
    expect(answer(await say('/код A1B2-C3D4', { by: 'stranger' }))?.key).toBe('code-wrong');
  });

  it('cannot be guessed, or spoiled for its owner, from a chat either', async () => {
    const { say } = await world();
    for (let at = 0; at < 5; at += 1) await say(`/код ZZZZ-ZZZ${at}`, { by: 'student', in: newChat });

    const sixth = await say('/код A1B2-C3D4', { by: 'student', in: newChat });

    expect(sixth?.changes).toEqual([]);
    expect(answer(sixth)?.key).toBe('code-in-dialog');
    expect(answer(await say('/код A1B2-C3D4', { by: 'stranger' }))?.key).toBe('code-linked');
  });

  it('shown in a chat that is only watched is spent, but stays where it is', async () => {
    const { say, stores } = await world();
    await stores.chats.put({ ...registeredChat, mode: 'observe' });

    const shown = await say('/код A1B2-C3D4', { by: 'parent', in: parentsChat });

    expect(shown?.actions.map((action) => action.do)).toEqual(['send']);
    expect(shown?.changes).toEqual([{ put: 'used-code', code: CODE, at: NOW }]);
  });
});
