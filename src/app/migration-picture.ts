import type { Action, Enclosure } from '../domain/action.js';
import { LIMITS } from '../domain/limits.js';
import { type Text, text } from '../domain/text.js';
import { dayOf, shownDate } from './acknowledging.js';
import { csvOf } from './announcements-paper.js';
import type { Call, Reply } from './command.js';
import { boardNow, type MoveRow } from './migration-board.js';
import { here } from './reply.js';

const COLUMNS = ['number', 'old', 'class', 'responsible', 'due', 'progress', 'state'] as const;
const NONE = '–';

const stateOf = ({ overdue, state }: MoveRow) => (overdue ? 'overdue' : state);

const progressOf = ({ progress }: MoveRow): Text =>
  typeof progress === 'string'
    ? text('migration-board-progress', { figures: progress, reached: 0, of: 0, percent: 0 })
    : text('migration-board-progress', { figures: 'shown', ...progress });

/** In the order of `COLUMNS`. */
const cellsOf = (row: MoveRow): readonly (Text | string)[] => [
  String(row.number),
  text('migration-old', { messenger: text('migration-messenger', { messenger: row.messenger }), name: row.title }),
  row.class || NONE,
  row.responsible || NONE,
  shownDate(row.due),
  progressOf(row),
  text('migration-board-state', { state: stateOf(row) }),
];

const filesOf = async (rows: readonly MoveRow[], call: Call): Promise<readonly Enclosure[]> => {
  const heads = COLUMNS.map((column) => text('migration-board-column', { column }));
  const name = text('migration-board-name', { date: shownDate(dayOf(call.now, call.zone)) });
  const pictures = await call.documents.board({
    name,
    title: text('migration-board-title', { date: shownDate(dayOf(call.now, call.zone)) }),
    columns: heads,
    rows: rows.map((row) => ({
      cells: cellsOf(row),
      tone: stateOf(row),
      ...(typeof row.progress === 'string' ? {} : { done: row.progress.percent / 100 }),
    })),
  });
  const say = (cell: Text | string): string => (typeof cell === 'string' ? cell : call.say(cell));
  return [
    ...pictures.slice(0, LIMITS.files - 1).map(
      (picture): Enclosure => ({
        name: picture.name,
        kind: 'picture',
        base64: Buffer.from(picture.bytes).toString('base64'),
      }),
    ),
    {
      name: `${call.say(name)}.csv`,
      kind: 'document',
      base64: csvOf([heads.map(say), ...rows.map((row) => cellsOf(row).map(say))]),
    },
  ];
};

/** The board of all moves as a picture and a table, for those who lead the school: of few people no number. */
export const sendBoard = async (call: Call): Promise<Reply> => {
  const allowed = await call.may('move-old-chat', {});
  const said = (words: Text, because: string): Reply => ({ actions: [here(call, words)], changes: [], because });
  if (allowed.granted !== 'yes') return said(allowed.text, 'refused');
  const rows = await boardNow(call);
  if (rows.length === 0) return said(text('migration-empty'), 'empty');
  const answer: Action = here(
    call,
    text('migration-board', {
      count: rows.length,
      closed: rows.filter(({ state }) => state === 'closed').length,
      overdue: rows.filter(({ overdue }) => overdue).length,
    }),
  );
  const files = await filesOf(rows, call);
  return { actions: [answer.do === 'send' ? { ...answer, files } : answer], changes: [], because: 'board' };
};
