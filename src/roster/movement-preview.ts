import { type Chat, chatVars } from '../domain/chat.js';
import { shortName } from '../domain/names.js';
import { isOfSchool } from '../domain/person.js';
import { type Text, text } from '../domain/text.js';
import { dayOf, type Move, printDay } from './movement.js';
import { childrenOf, type Everybody, ledBy } from './movement-chats.js';
import { inRow } from './words.js';

interface Told {
  /** The one the movement is about comes first. */
  readonly moves: readonly Move[];
  readonly after: Everybody;
  readonly at: number;
  readonly zone: string;
  /** Told when it is still to come. */
  readonly begins?: number;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** «5А – ученики», «Информатика 5А». */
const chatText = (chat: Chat): Text =>
  text('movement-chat', { ...chatVars(chat), subject: capital(chat.subject ?? '') });

/** Several chats in one text; nothing when there are none. */
const listed = (chats: readonly Chat[]): Text | undefined => inRow(chats.map(chatText), 'roster-comma');

const wholly = (parts: readonly (Text | undefined)[]): readonly Text[] => parts.filter((part) => part !== undefined);

const purged = ({ before, after }: Move, zone: string): Text | undefined => {
  const left = after.standing?.left;
  if (left === undefined || before?.standing?.left) return undefined;
  return text('movement-purged', { until: printDay(dayOf(left.purge, zone)) });
};

const own = (move: Move, zone: string): Text => {
  const [leaves, joins] = [listed(move.leaves), listed(move.joins)];
  const parts = wholly([
    leaves && text('movement-leaves', { chats: leaves }),
    joins && text('movement-invites', { chats: joins }),
    purged(move, zone),
  ]);
  const moves = inRow(parts, 'roster-errors-next') ?? text('movement-no-chats');
  return text('movement-of', { who: shortName(move.after), moves });
};

/** Why a parent stays where the pupil leaves: other children are there. */
const stays = (
  { after: parent, stays: chats }: Move,
  [about]: readonly Move[],
  { after, at }: Told,
): Text | undefined => {
  const from =
    about?.before?.classes.filter((name) => !about.after.classes.includes(name) || about.after.standing?.left) ?? [];
  const there = chats.filter((chat) => chat.kind === 'class_parents' && from.includes(chat.class ?? ''));
  const children = childrenOf(parent, after, at).filter(({ classes }) => classes.some((name) => from.includes(name)));
  const told = listed(there);
  if (told === undefined || children.length === 0) return undefined;
  return text('movement-stays', { chats: told, count: children.length, names: children.map(shortName).join(', ') });
};

const ofParent = (move: Move, told: Told): Text | undefined => {
  const [leaves, joins] = [listed(move.leaves), listed(move.joins)];
  const purge = purged(move, told.zone);
  const parts = wholly([
    purge && text('movement-no-children'),
    stays(move, told.moves, told),
    leaves && text('movement-leaves', { chats: leaves }),
    joins && text('movement-invited', { chats: joins, count: move.joins.length }),
    purge,
  ]);
  const moves = inRow(parts, purge ? 'roster-errors-next' : 'movement-and');
  return moves && text('movement-of-parent', { who: shortName(move.after), moves });
};

/** Classes that nobody leads any more. */
const leaderless = ({ moves, after, at }: Told): readonly Text[] => {
  const led = (name: string) => [...after.values()].some((one) => isOfSchool(one, at) && ledBy(one, at).includes(name));
  const left = moves.flatMap(({ before }) => (before ? ledBy(before, at) : [])).filter((name) => !led(name));
  return [...new Set(left)].map((name) => text('movement-leaderless', { class: name }));
};

/** The preview of a movement: a sentence for each who is concerned. */
export const told = (all: Told): Text => {
  const [about, ...others] = all.moves;
  const child = about?.after.role === 'student' ? about.after.id : undefined;
  const sentences = wholly([
    about && own(about, all.zone),
    ...others.map((move) =>
      child !== undefined && move.after.children.includes(child) ? ofParent(move, all) : own(move, all.zone),
    ),
    ...leaderless(all),
    all.begins === undefined ? undefined : text('movement-begins', { date: printDay(dayOf(all.begins, all.zone)) }),
  ]);
  return inRow(sentences, 'roster-then') ?? text('movement-no-chats');
};
