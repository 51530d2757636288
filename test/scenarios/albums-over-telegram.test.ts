import { SECOND } from '../../src/domain/time.js';
import { NOON, RUDE } from './appeals.js';
import { openTelegram } from './telegram-wire.js';

type Wire = Awaited<ReturnType<typeof openTelegram>>;

const wired = (words: string, play: (wire: Wire) => Promise<void>): void =>
  it(words, async () => {
    const wire = await openTelegram(NOON);
    try {
      for (const who of ['k01', 'p02', 'p03'] as const) wire.starts(who);
      await play(wire);
    } finally {
      await wire.close();
    }
  }, 30_000);

const cases = ({ stores }: Wire) => stores.records.all('case');
const strikes = async ({ stores }: Wire) => (await stores.records.get('conduct', 'p02'))?.value.strikes.length ?? 0;
const warned = (wire: Wire): number => wire.hears('p02').filter((words) => words.includes('Это предупреждение')).length;
const judged = async ({ stores }: Wire): Promise<number> => {
  let count = 0;
  for await (const { entry } of stores.journal.read({}))
    if (entry.kind === 'verdict' && entry.what === 'message' && entry.because !== 'dialog') count += 1;
  return count;
};

describe('pictures chosen together, over Telegram’s wire', () => {
  wired(
    'are taken away by one call for the words below one of them: one case, one strike, one notice',
    async (wire) => {
      const { ids, stand } = wire.shows('p02', ['', '', RUDE, '']);
      await wire.hearing('p02', 'Если Вы не согласны');
      await wire.passes(5 * SECOND);

      expect(stand()).toBe(0);
      expect(wire.asked('deleteMessages').map(({ params }) => params.message_ids)).toEqual([ids]);
      expect(wire.asked('deleteMessage')).toEqual([]);
      expect([(await cases(wire)).length, await strikes(wire), warned(wire)]).toEqual([1, 1, 1]);
    },
  );

  wired('are one message for the reminder of too many messages', async (wire) => {
    for (const _ of [1, 2, 3])
      wire.shows(
        'p02',
        Array.from({ length: 10 }, () => ''),
      );
    await wire.sees('they are judged', async () => (await judged(wire)) === 3);
    await wire.passes(5 * SECOND);

    expect(wire.hears('chat')).toEqual([]);
    expect(await cases(wire)).toEqual([]);
  });

  wired('go away together though the program stopped while they were coming', async (wire) => {
    const { ids, stand } = wire.shows('p02', [RUDE, '', '']);
    await wire.sees(
      'they are kept',
      async () => (await wire.stores.ledger.parked(Number.MAX_SAFE_INTEGER)).length === 3,
    );
    await wire.restarts();
    await wire.sees('all are gone', () => stand() === 0);

    expect(wire.asked('deleteMessages').map(({ params }) => params.message_ids)).toEqual([ids]);
    expect(await strikes(wire)).toBe(1);
  });

  wired('a picture that comes late goes the way of the others, and counts no second time', async (wire) => {
    const { stand } = wire.shows('p02', [RUDE, ''], 'post');
    await wire.sees('both are gone', () => stand() === 0);
    const late = wire.shows('p02', [''], 'post');
    await wire.sees('the late one is gone', () => late.stand() === 0);
    await wire.passes(5 * SECOND);

    expect([(await cases(wire)).length, await strikes(wire), warned(wire)]).toEqual([1, 1, 1]);
  });

  wired('words below one of them that are made foul afterwards take all of them away', async (wire) => {
    const { ids, stand } = wire.shows('p02', ['Наш поход', '', '']);
    await wire.sees('they are judged', async () => (await judged(wire)) === 1);
    expect(stand()).toBe(3);
    wire.rewords('p02', ids[0] ?? 0, RUDE);
    await wire.sees('all are gone', () => stand() === 0);

    expect(await strikes(wire)).toBe(1);
  });
});
