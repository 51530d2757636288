import type { Call } from '../../src/app/command.js';
import { limited, limitedUntil } from '../../src/app/limited.js';
import type { Case } from '../../src/domain/case.js';
import type { Chat } from '../../src/domain/chat.js';
import { HOUR } from '../../src/domain/time.js';
import { createMemoryPlatform } from '../../src/platforms/memory/index.js';
import { accountOf } from '../scenarios/world.js';

const ref = 'memory:chat:1';
const chat = { ref } as unknown as Chat;
const account = accountOf('p02');

/** Nothing but cases, of which these are running or not. */
const knowing = (...measures: readonly Partial<NonNullable<Case['measure']>>[]): Call => {
  const cases = measures.map((measure, at) => ({
    id: `case ${at}`,
    value: { chat: ref, account, person: 'p02', measure: { kind: 'read-only', state: 'provisional', ...measure } },
    revision: 1,
  }));
  const platform = createMemoryPlatform();
  return {
    now: 0,
    messenger: () => platform,
    records: { all: async () => cases, get: async () => undefined },
    people: { accountsOf: async () => [account] },
  } as unknown as Call;
};

describe('a limit', () => {
  it('is never cut short by another one that is shorter', async () => {
    const known = knowing({ until: HOUR }, { until: 5 * HOUR, state: 'confirmed' });
    const { actions } = await limited(
      chat,
      { person: 'p02', account },
      { until: HOUR, told: true, of: 'case 0' },
      known,
    );
    expect(actions).toEqual([{ do: 'mute', chat: ref, account, until: 5 * HOUR }]);
  });

  it.each([
    ['that has lapsed', { until: HOUR, state: 'lapsed' }],
    ['that was taken back', { until: HOUR, state: 'cancelled' }],
    ['that is over', { until: -1, state: 'confirmed' }],
    ['that is a warning', { until: HOUR, kind: 'warning' }],
  ] as const)('%s is none', async (_words, measure) => {
    expect(await limitedUntil(chat, 'p02', knowing(measure))).toBe(0);
  });

  it('is of one person, whichever account it is', async () => {
    const known = knowing({ until: HOUR });
    expect([await limitedUntil(chat, 'p02', known), await limitedUntil(chat, 'p03', known)]).toEqual([HOUR, 0]);
    expect(await limitedUntil(chat, 'p02', known, 'case 0')).toBe(0);
  });
});
