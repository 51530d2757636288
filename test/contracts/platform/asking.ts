import { HOUR } from '../../../src/domain/time.js';
import { Locked, Refused, Weather } from '../../../src/ports/platform.js';
import { listen, type Promising, perform, written } from './harness.js';

/** What every platform promises about questions, and about failing. */
export const asking = (promise: Promising): void => {
  promise('knows itself', async ({ platform }) => {
    const self = await platform.ask({ ask: 'self' });

    expect(self.account).toMatch(new RegExp(`^${platform.name}:account:`));
    expect(self.title).not.toBe('');
  });

  promise('knows its rights in every chat, also where it has none', async ({ platform, places }) => {
    const { parents, bare, foreign } = places;

    const rights = await platform.ask({ ask: 'rights', chats: [foreign, parents, bare] });

    expect(rights.get(parents)).toMatchObject({
      present: true,
      moderate: true,
      seeLink: true,
      changeLink: true,
      pin: true,
    });
    expect(rights.get(parents)?.title).not.toBe('');
    expect(rights.get(bare)).toMatchObject({ moderate: false, seeLink: false, changeLink: false, pin: false });
    expect(rights.get(foreign)).toMatchObject({ present: false, moderate: false });
  });

  promise('knows who is in a chat, who leads it and who may not write', async ({ platform, people, places }) => {
    const { parents } = places;
    await perform(platform, [{ do: 'mute', chat: parents, account: people.boris, until: Date.now() + HOUR }]);

    const members = await platform.ask({ ask: 'members', chat: parents, among: Object.values(people) });
    const of = (account: string) => members.find((member) => member.account === account);

    expect(of(people.teacher)).toMatchObject({ admin: true, mutedNow: false });
    expect(of(people.anna)).toMatchObject({ admin: false, mutedNow: false });
    expect(of(people.boris)).toMatchObject({ admin: false, mutedNow: true });
    expect(of(people.stranger)).toBeUndefined();
  });

  promise('says no to a question about a chat it does not keep', async ({ platform, places }) => {
    await expect(platform.ask({ ask: 'members', chat: places.foreign })).rejects.toThrow(Refused);
    await expect(platform.ask({ ask: 'invite-link', chat: places.bare, reset: false })).rejects.toThrow(Refused);
  });

  promise('keeps an invite link until asked for another', async ({ platform, places }) => {
    const ask = (reset: boolean) => platform.ask({ ask: 'invite-link', chat: places.parents, reset });
    const first = await ask(false);

    expect(await ask(false)).toBe(first);
    const second = await ask(true);
    expect(second).not.toBe(first);
    expect(await ask(false)).toBe(second);
  });

  promise('knows whom it may write to', async ({ platform, people }) => {
    expect(await platform.ask({ ask: 'may-write', account: people.anna })).toBe(true);
    expect(await platform.ask({ ask: 'may-write', account: people.boris })).toBe(false);
  });

  promise('finds nothing wrong with itself when nothing is', async ({ platform }) => {
    expect((await platform.ask({ ask: 'check' })).filter(({ ok, mend }) => !ok || mend !== '')).toEqual([]);
  });

  promise('throws weather when nobody answers, and works when it has passed', async (world) => {
    const { platform, people, places, write, befall } = world;
    const message = written(write(people.anna, places.parents, 'плохое'));

    befall('call');
    await expect(perform(platform, [{ do: 'delete', message }])).rejects.toThrow(Weather);
    befall('call');
    await expect(platform.ask({ ask: 'may-write', account: people.anna })).rejects.toThrow(Weather);

    expect(await perform(platform, [{ do: 'delete', message }])).toEqual([{ is: 'done' }]);
  });

  promise('says in one line that only a person can help', async ({ again, people, places, write, befall }) => {
    const message = written(write(people.anna, places.parents, 'плохое'));
    befall('token');
    const platform = again();

    const ear = listen(platform).wait();
    const failures = await Promise.allSettled([
      ear,
      perform(platform, [{ do: 'delete', message }]),
      platform.ask({ ask: 'self' }),
    ]);

    for (const failure of failures) {
      expect(failure).toMatchObject({ status: 'rejected', reason: expect.any(Locked) });
      if (failure.status === 'rejected') expect(String(failure.reason)).not.toContain('\n');
    }
  });

  promise('gives up its place in the line when told to', async ({ platform }) => {
    await expect(platform.turn(AbortSignal.abort())).rejects.toThrow();
  });
};
