import { isOverdue, type OldChat, type OldMessenger } from '../domain/migration.js';
import { shortName } from '../domain/names.js';
import { dayOf } from './acknowledging.js';
import type { Known } from './known.js';
import { type Counting, percent, reachedOf } from './migration-progress.js';

/** What is known of one old chat for the board. */
export interface MoveFacts {
  readonly chat: OldChat;
  /** «Ключева М. П.»; empty: nobody of the school any more. */
  readonly responsible: string;
  /** Of how many people the new chat is for how many are reached; `of` 0: nobody is counted. */
  readonly reached: number;
  readonly of: number;
}

/** One move as the board shows it: no names of those who are moved, no links, no words of theirs. */
export interface MoveRow {
  readonly number: number;
  /** Where the old chat is. */
  readonly messenger: OldMessenger;
  readonly title: string;
  /** «5А»; empty: of no class. */
  readonly class: string;
  readonly responsible: string;
  /** The last day of the old chat, `2026-09-15`. */
  readonly due: string;
  /** `uncounted`: its name tells not whom it is for; `few`: a number would point at people. */
  readonly progress: { readonly reached: number; readonly of: number; readonly percent: number } | 'few' | 'uncounted';
  /** `closing`: some of the checklist is done. */
  readonly state: 'open' | 'closing' | 'closed';
  readonly overdue: boolean;
}

const RANK = { open: 1, closing: 1, closed: 2 } as const;
const rankOf = ({ overdue, state }: MoveRow): number => (overdue ? 0 : RANK[state]);

/** Late ones first, then by their day; closed ones last. */
const order = (one: MoveRow, other: MoveRow): number =>
  rankOf(one) - rankOf(other) || one.due.localeCompare(other.due) || one.number - other.number;

/**
 * The board of all moves, as values.
 * @param today `2026-09-15`
 * @param smallGroup below so many people no number is shown
 */
export const boardOf = (facts: readonly MoveFacts[], today: string, smallGroup: number): readonly MoveRow[] =>
  facts
    .map(({ chat, responsible, reached, of }): MoveRow => {
      const { number, messenger, name: title, due } = chat;
      const progress =
        of === 0 ? 'uncounted' : of < smallGroup ? 'few' : { reached, of, percent: percent(reached, of) };
      const state = chat.closed ? 'closed' : chat.ticked.length > 0 ? 'closing' : 'open';
      const overdue = isOverdue(chat, today);
      return { number, messenger, title, class: chat.class ?? '', responsible, due, progress, state, overdue };
    })
    .toSorted(order);

/** The board as it stands now, for those who lead the school. */
export const boardNow = async (known: Counting & Pick<Known, 'zone' | 'settings'>): Promise<readonly MoveRow[]> => {
  const facts: MoveFacts[] = [];
  for (const { value: chat } of await known.records.all('old-chat')) {
    const [{ of, inside, otherWay }, person] = await Promise.all([
      reachedOf(chat, known),
      known.people.find(chat.responsible),
    ]);
    facts.push({ chat, responsible: person ? shortName(person) : '', reached: inside + otherWay, of });
  }
  return boardOf(facts, dayOf(known.now, known.zone), (await known.settings()).smallGroup);
};
