import { type Case, conductId } from '../domain/case.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { STAFF } from '../domain/person.js';
import type { Held } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY, WEEK } from '../domain/time.js';
import { cardFor, episodeOf, leadOf, stateOf, waits } from './case-card.js';
import { measureDeciders } from './case-deciders.js';
import { exclusionFor } from './case-exclusion.js';
import { told } from './case-talk.js';
import type { Call, Reply } from './command.js';
import { cited, scopeOf } from './may.js';
import { momentVars } from './people-when.js';
import { reasonText } from './reason.js';
import { here } from './reply.js';

/** Cards in a row: as many as one still reads. */
const CARDS = 5;
const LINES = 10;
/** Older than this a case is not listed. */
const RECENT = 30 * DAY;

const ofStaff = ({ role }: Case): boolean => role !== undefined && STAFF.includes(role);

type Placed = readonly [Held<'case'>, Chat];

const placed = async (call: Call): Promise<readonly Placed[]> => {
  const chats = new Map((await call.chats.all()).map((chat) => [chat.ref, chat]));
  return (await call.records.all('case')).flatMap((held): readonly Placed[] => {
    const chat = chats.get(held.value.chat);
    return chat ? [[held, chat]] : [];
  });
};

/** Whether it waits for whoever calls: one card for an episode. */
const waitsForMe = async ([held, chat]: Placed, call: Call): Promise<boolean> => {
  if (!waits(held.value, call.now) || ofStaff(held.value)) return false;
  if (leadOf(await episodeOf(held, call), call.now)?.id !== held.id) return false;
  return (await measureDeciders(held.value, chat, call)).some(({ id }) => id === call.person?.id);
};

/** Those one may know of: fact and state. What staff wrote is in nobody's list. */
const mayKnow = async ([{ value }, chat]: Placed, call: Call): Promise<boolean> => {
  if (ofStaff(value) && value.person !== call.person?.id) return false;
  const scope = { ...scopeOf(chat), about: conductId(value) };
  return (await call.may('see-case-status', scope)).granted === 'yes';
};

const filtered = async <T>(all: readonly T[], holds: (one: T) => Promise<boolean>): Promise<readonly T[]> => {
  const kept: T[] = [];
  for (const one of all) if (await holds(one)) kept.push(one);
  return kept;
};

const lineOf = ([{ value }, chat]: Placed, { now, zone }: Call): Text =>
  text('case-line', {
    ...chatVars(chat),
    ...momentVars(value.written, zone),
    number: value.number,
    reason: reasonText(value),
    cited: cited(value.citation),
    measure: value.measure?.kind ?? value.removed,
    state: stateOf(value, now),
    appeal: value.appeal === undefined ? 'none' : (value.appeal.decided?.as ?? 'open'),
  });

/** To the administration: how often something of the staff's was hidden, and nothing else of it. */
const ofStaffLately = async (all: readonly Placed[], call: Call): Promise<readonly Text[]> => {
  if ((await call.may('exclude', 'anywhere')).granted !== 'yes') return [];
  const count = all.filter(([{ value }]) => ofStaff(value) && call.now - value.opened < WEEK).length;
  return count === 0 ? [] : [text('case-staff', { count })];
};

/** What waits for one's decision, as cards, and what has become of those one may know of. */
export const list = async (call: Call): Promise<Reply> => {
  const all = [...(await placed(call))].sort(([a], [b]) => b.value.opened - a.value.opened);
  const waiting = await filtered(all, (one) => waitsForMe(one, call));
  const mine = new Set(waiting.map(([{ id }]) => id));
  const recent = await filtered(
    all.filter(([{ id, value }]) => !mine.has(id) && call.now - value.opened < RECENT),
    (one) => mayKnow(one, call),
  );
  const lines = [...recent.slice(0, LINES).map((one) => lineOf(one, call)), ...(await ofStaffLately(all, call))];
  const words =
    lines.length === 0 && waiting.length === 0
      ? text('case-none')
      : text('case-list', { count: waiting.length, lines, rest: lines.length === 0 ? 'none' : 'some' });
  const { person } = call;
  const cards = person
    ? await Promise.all(waiting.slice(0, CARDS).map(([held, chat]) => cardFor(held, chat, person, call)))
    : [];
  return { actions: [here(call, words)], changes: [], because: 'told', asks: cards };
};

/** One case by its number, of this school year first: the card for whoever keeps order there, else how it stands. */
export const one = async (number: number, call: Call): Promise<Reply> => {
  const named = [...(await placed(call))]
    .filter(([{ value }]) => value.number === number)
    .sort(([a], [b]) => b.value.opened - a.value.opened);
  const [found] = await filtered(named, (one) => mayKnow(one, call));
  const { person } = call;
  if (found === undefined || person === undefined) return told(call, text('case-no-such', { number }), 'unknown');
  const [held, chat] = found;
  if ((await call.may('see-case-status', scopeOf(chat))).granted !== 'yes')
    return told(call, lineOf(found, call), 'told');
  const asks = [await cardFor(held, chat, person, call), ...(await exclusionFor(held, chat, call))];
  return { actions: [], changes: [], because: 'told', asks };
};
