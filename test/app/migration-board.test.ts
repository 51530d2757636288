import { boardOf, type MoveFacts } from '../../src/app/migration-board.js';
import type { OldChat } from '../../src/domain/migration.js';

const chat = (number: number, over: Partial<OldChat> = {}): OldChat => ({
  ...{ number, messenger: 'telegram', name: `чат ${number}`, responsible: 'k01', by: 'z01', at: 0 },
  ...{ due: '2026-09-15', ticked: [], ...over },
});
const facts = (one: OldChat, [reached, of]: readonly [number, number] = [0, 0]): MoveFacts => ({
  chat: one,
  responsible: 'Ключева М. П.',
  reached,
  of,
});
const TODAY = '2026-09-16';

describe('the board of moves', () => {
  it('shows the late ones first, then by their day, the closed ones last', () => {
    const rows = boardOf(
      [
        facts(chat(1, { due: '2026-10-01' })),
        facts(chat(2, { closed: { by: 'k01', at: 1 } })),
        facts(chat(3)),
        facts(chat(4, { due: '2026-09-16', ticked: ['link'] })),
      ],
      TODAY,
      5,
    );
    expect(rows.map(({ number, state, overdue }) => [number, state, overdue])).toEqual([
      [3, 'open', true],
      [4, 'closing', false],
      [1, 'open', false],
      [2, 'closed', false],
    ]);
  });

  it.each([
    [[2, 3], 5, 'few'],
    [[2, 3], 0, { reached: 2, of: 3, percent: 67 }],
    [[5, 5], 5, { reached: 5, of: 5, percent: 100 }],
    [[0, 0], 5, 'uncounted'],
    [[0, 0], 0, 'uncounted'],
  ] as const)('counts people: %j, small groups below %s: %j', (counted, smallGroup, progress) =>
    expect(boardOf([facts(chat(1), counted)], TODAY, smallGroup)[0]?.progress).toEqual(progress),
  );

  it('is empty where nothing is moved', () => expect(boardOf([], TODAY, 5)).toEqual([]));
});
