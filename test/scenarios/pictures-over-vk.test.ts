import type { Entry } from '../../src/domain/journal.js';
import { landscape, page } from '../world/picture.js';
import { NUMBERS, type Wire, wired } from './wire.js';
import { NOON } from './world.js';

const seen = async ({ stores }: Wire): Promise<readonly Entry[]> => {
  const entries: Entry[] = [];
  for await (const { entry } of stores.journal.read({}))
    if (entry.kind === 'verdict' && entry.what === 'seen') entries.push(entry);
  return entries;
};

describe("photos over VK's wire", () => {
  wired(
    'one with an invite to another messenger in a QR code goes, a landscape stays',
    { at: NOON, linked: ['k01', 'p02'] },
    async (wire) => {
      wire.brings('k01', NUMBERS.p02);
      const hill = wire.shows('p02', await landscape(600, 400).encode('png'), 'Экскурсия');
      const invite = wire.shows('p02', await page('https://t.me/+AbCdEf123456').encode('png'), 'Кто с нами?');

      await wire.sees('the invite is gone', () => !invite());
      await wire.sees('both were looked at', async () => (await seen(wire)).length === 2);

      expect(hill()).toBe(true);
      expect((await seen(wire)).map((entry) => entry.kind === 'verdict' && entry.decision)).toEqual(['keep', 'hold']);
    },
  );
});
