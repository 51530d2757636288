import { DOOR_OPEN, endOf, type Meeting, type Part } from '../domain/meeting.js';
import { MINUTE } from '../domain/time.js';

/** Why a deed is refused, when the meeting is in no state for it. */
export const LIFE_DEFECTS = ['cancelled', 'ended', 'begun', 'not-begun', 'closed', 'past', 'same', 'old-plan'] as const;
export type LifeDefect = (typeof LIFE_DEFECTS)[number];

export type Lived<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: LifeDefect };

const lived = <T>(value: T): Lived<T> => ({ ok: true, value });
const refused = (why: LifeDefect): Lived<never> => ({ ok: false, why });

/** Why nothing of the plan can be changed any more. */
const fixed = ({ state }: Meeting): LifeDefect | undefined => (state === 'planned' ? undefined : state);

/** Another time for the same meeting: who answered is asked again, the calendar entry is a later one. */
export const moved = (meeting: Meeting, at: number, reason: string, now: number): Lived<Meeting> => {
  const why = fixed(meeting);
  if (why) return refused(why);
  if (at <= now) return refused('past');
  if (at === meeting.at) return refused('same');
  return lived({ ...meeting, at, reason, version: meeting.version + 1, sequence: meeting.sequence + 1 });
};

export const cancelled = (meeting: Meeting, reason: string): Lived<Meeting> => {
  const why = fixed(meeting);
  if (why) return refused(why);
  return lived({ ...meeting, state: 'cancelled', reason, sequence: meeting.sequence + 1 });
};

export const begun = (meeting: Meeting, now: number): Lived<Meeting> => {
  const why = fixed(meeting);
  return why ? refused(why) : lived({ ...meeting, state: 'begun', begun: now });
};

/** One that nobody has begun in time has begun as planned. */
export const ended = (meeting: Meeting, now: number): Lived<Meeting> => {
  if (meeting.state === 'cancelled' || meeting.state === 'ended') return refused(meeting.state);
  if (now < meeting.at && meeting.state === 'planned') return refused('not-begun');
  return lived({ ...meeting, state: 'ended', begun: meeting.begun ?? meeting.at, ended: now });
};

/** Whether somebody can still answer an invitation to this plan. */
const open = (meeting: Meeting, version: number): LifeDefect | undefined => {
  if (meeting.state === 'cancelled' || meeting.state === 'ended') return meeting.state;
  return version === meeting.version ? undefined : 'old-plan';
};

/** What an earlier plan was answered does not count; questions and the rest stay. */
const current = (part: Part, { version }: Meeting): Part => {
  if (part.version === version) return part;
  const { will: _answered, there: _there, ...rest } = part;
  return { ...rest, version };
};

export const answered = (meeting: Meeting, part: Part, version: number, will: 'yes' | 'no'): Lived<Part> => {
  const why = open(meeting, version);
  return why ? refused(why) : lived({ ...current(part, meeting), will });
};

/** When the button «Я на собрании» stops working. */
export const doorCloses = (meeting: Meeting): number => Math.max(meeting.at + DOOR_OPEN, endOf(meeting));

/** Who says so twice was there from the first time. */
export const present = (meeting: Meeting, part: Part, now: number): Lived<Part> => {
  if (meeting.state === 'cancelled' || meeting.state === 'ended') return refused(meeting.state);
  if (meeting.state !== 'begun') return refused('not-begun');
  if (now > doorCloses(meeting)) return refused('closed');
  const here = current(part, meeting);
  return lived({ ...here, there: here.there ?? now });
};

/** Many questions of one person are no question any more. */
const MOST_QUESTIONS = 10;

export const questioned = (meeting: Meeting, part: Part, words: string, now: number): Lived<Part> => {
  if (meeting.state === 'cancelled' || meeting.state === 'ended') return refused(meeting.state);
  const kept = part.asked.some((one) => one.words === words) ? part.asked : [...part.asked, { words, at: now }];
  return lived({ ...current(part, meeting), asked: kept.slice(-MOST_QUESTIONS) });
};

/** A vote can be changed until the meeting is over. */
export const voted = (
  meeting: Meeting,
  part: Part,
  item: number,
  vote: 'for' | 'against' | 'abstained',
  now: number,
): Lived<Part> => {
  const here = present(meeting, part, now);
  return here.ok ? lived({ ...here.value, votes: { ...here.value.votes, [item]: vote } }) : here;
};

/** After the beginning; from then on one is late. */
const LATE = 10 * MINUTE;

/** Who will come, who not, who came: of those whose answers hold. */
export const attendance = (meeting: Meeting, parts: readonly Part[]) => {
  const held = parts.filter(({ version }) => version === meeting.version);
  const of = (wanted: (part: Part) => boolean): readonly string[] => held.filter(wanted).map(({ person }) => person);
  return {
    will: of(({ will }) => will === 'yes'),
    wont: of(({ will }) => will === 'no'),
    there: of(({ there }) => there !== undefined),
    /** Came more than so late. */
    late: of(({ there = 0 }) => there > meeting.at + LATE),
  };
};

/** Votes of an item, of those who were there. */
export const countOf = (parts: readonly Part[], item: number) => {
  const votes = parts.flatMap((part) => part.votes?.[item] ?? []);
  const count = (wanted: string): number => votes.filter((vote) => vote === wanted).length;
  return { for: count('for'), against: count('against'), abstained: count('abstained') };
};
