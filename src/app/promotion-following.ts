import type { Announcement, Audience } from '../domain/announcement.js';
import type { Change } from '../domain/change.js';
import { withClasses } from '../domain/class-name.js';
import { type Invite, inviteId, isOpen, targetOfInvite } from '../domain/invite.js';
import { isAhead } from '../domain/meeting.js';
import type { OldChat } from '../domain/migration.js';
import { classPause } from '../domain/pause.js';
import type { Poll } from '../domain/poll.js';
import type { PromotionStep } from '../domain/promotion.js';
import { type Held, keep } from '../domain/records.js';
import type { Known } from './known.js';

/** From which class to which; null: its pupils have left. */
type Become = ReadonlyMap<string, string | null>;

/** What changes of invites: each id once, whatever comes and goes under it. */
const rewritten = (
  open: readonly Held<'invite'>[],
  all: readonly Held<'invite'>[],
  moved: (invite: Invite) => Invite,
): readonly Change[] => {
  const held = new Map(all.map((one) => [one.id, one]));
  const after = new Map<string, Invite | null>();
  for (const { id } of open) after.set(id, null);
  for (const { value } of open) {
    const invite = moved(value);
    after.set(inviteId(invite.person, targetOfInvite(invite)), invite);
  }
  return [...after].map(([id, value]) => keep('invite', id, value, held.get(id)));
};

/** Open invites into a chat of a class lead into the same chat by its new name. */
const invitesOf = async (become: Become, leavers: ReadonlySet<string>, known: Known): Promise<readonly Change[]> => {
  const all = await known.records.all('invite');
  const nextOf = (invite: Invite) => become.get(invite.class ?? '') ?? undefined;
  const open = all.filter(({ value }) => isOpen(value) && !leavers.has(value.person) && nextOf(value) !== undefined);
  return rewritten(open, all, (invite) => {
    const to = nextOf(invite);
    return to === undefined ? invite : { ...invite, class: to };
  });
};

/** All of these classes have left: what is still to come is for nobody, least of all for who bears their name next. */
const haveLeft = (classes: readonly string[], become: Become): boolean =>
  classes.length > 0 && classes.every((name) => become.get(name) === null);

/** The same people by the new names of their classes; undefined when none of them changes. */
const audienceOf = (audience: Audience, become: Become): Audience | undefined => {
  if (haveLeft(audience.classes, become)) return undefined;
  const classes = [
    ...new Set(audience.classes.flatMap((name) => (become.has(name) ? (become.get(name) ?? []) : name))),
  ];
  return classes.join() === audience.classes.join() ? undefined : { ...audience, classes };
};

const isOpenPoll = ({ state }: Poll): boolean => state !== 'closed' && state !== 'dropped';

/** Still to go out, or still to be acknowledged. */
const isAlive = ({ state, acknowledge = 0 }: Announcement, now: number): boolean =>
  state === 'asked' ||
  state === 'returned' ||
  state === 'waits' ||
  state === 'sending' ||
  (state === 'sent' && acknowledge > now);

const messagesOf = async (become: Become, known: Known): Promise<readonly Change[]> => {
  const [polls, announcements] = await Promise.all([known.records.all('poll'), known.records.all('announcement')]);
  return [
    ...polls.flatMap((held) => {
      const audience = isOpenPoll(held.value) ? audienceOf(held.value.audience, become) : undefined;
      return audience ? [keep('poll', held.id, { ...held.value, audience }, held)] : [];
    }),
    ...announcements.flatMap((held) => {
      const audience = isAlive(held.value, known.now) ? audienceOf(held.value.audience, become) : undefined;
      return audience ? [keep('announcement', held.id, { ...held.value, audience }, held)] : [];
    }),
  ];
};

/** Ended or not: it may be opened again, and its people are counted. Of a class that has left nobody is counted any more. */
const moveOf = (old: OldChat, become: Become): OldChat | undefined => {
  const { class: ofClass = '', home } = old;
  const homeTo = become.get(home?.class ?? '');
  const moved = homeTo && home ? { ...old, home: { ...home, class: homeTo } } : old;
  const to = become.get(ofClass);
  if (to) return { ...moved, class: to };
  if (to === undefined) return moved === old ? undefined : moved;
  const { class: _, kind: __, subject: ___, ...rest } = moved;
  return rest;
};

/** Moves, meetings and appointments that are still to be. */
const othersOf = async (become: Become, known: Known): Promise<readonly Change[]> => {
  const [moves, meetings, boards] = await Promise.all([
    known.records.all('old-chat'),
    known.records.all('meeting'),
    known.records.all('appointments'),
  ]);
  const nextOf = (name = '') => become.get(name) ?? undefined;
  return [
    ...moves.flatMap((held) => {
      const moved = moveOf(held.value, become);
      return moved ? [keep('old-chat', held.id, moved, held)] : [];
    }),
    ...meetings.flatMap((held) => {
      const to = isAhead(held.value) ? nextOf(held.value.class) : undefined;
      return to ? [keep('meeting', held.id, { ...held.value, class: to }, held)] : [];
    }),
    ...boards.flatMap((held) => {
      const ahead = held.value.state === 'open' && held.value.slots.some(({ at }) => at > known.now);
      const to = ahead ? nextOf(held.value.class) : undefined;
      return to ? [keep('appointments', held.id, { ...held.value, class: to }, held)] : [];
    }),
  ];
};

/** A class that is to be left alone is, by whatever name; nobody is left alone by its old one. */
const pausesOf = async (become: Become, known: Known): Promise<readonly Change[]> => {
  const all = new Map((await known.records.all('pause')).map((held) => [held.id, held]));
  const after = new Map<string, Held<'pause'>['value'] | null>();
  const moving = [...become].flatMap(([from, to]) => {
    const held = all.get(classPause(from));
    return held ? [{ held, to }] : [];
  });
  for (const { held } of moving) after.set(held.id, null);
  for (const { held, to } of moving) if (to !== null) after.set(classPause(to), held.value);
  return [...after].map(([id, value]) => keep('pause', id, value, all.get(id)));
};

/** Whom a template is for stands before its colon, as it was typed. */
const templatesOf = async (become: Become, known: Known): Promise<readonly Change[]> =>
  (await known.records.all('template')).flatMap((held) => {
    const [whom = ''] = held.value.line.split(':', 1);
    const renamed = withClasses(whom, (name) => become.get(name) ?? undefined);
    const line = `${renamed}${held.value.line.slice(whom.length)}`;
    return line === held.value.line ? [] : [keep('template', held.id, { ...held.value, line }, held)];
  });

const UNSENT: readonly string[] = ['asked', 'returned', 'waits'];

/** What was still to come for classes that have left comes no more; whose it was, once for each. */
export const cutOff = async (
  become: Become,
  { records, now }: Known,
): Promise<{ readonly changes: readonly Change[]; readonly whose: readonly string[] }> => {
  const out = (name?: string): boolean => name !== undefined && haveLeft([name], become);
  const [announcements, polls, meetings, boards] = await Promise.all([
    records.all('announcement'),
    records.all('poll'),
    records.all('meeting'),
    records.all('appointments'),
  ]);
  const unsent = announcements.filter(
    ({ value }) => UNSENT.includes(value.state) && haveLeft(value.audience.classes, become),
  );
  const unasked = polls.filter(({ value }) => UNSENT.includes(value.state) && haveLeft(value.audience.classes, become));
  const unheld = meetings.filter(({ value }) => value.state === 'planned' && out(value.class));
  const unmet = boards.filter(
    ({ value }) => value.state === 'open' && out(value.class) && value.slots.some(({ at }) => at > now),
  );
  return {
    changes: [
      ...unsent.map((held) => keep('announcement', held.id, { ...held.value, state: 'dropped' }, held)),
      ...unasked.map((held) => keep('poll', held.id, { ...held.value, state: 'dropped' }, held)),
      ...unheld.map((held) => keep('meeting', held.id, { ...held.value, state: 'cancelled' }, held)),
      ...unmet.map((held) => keep('appointments', held.id, { ...held.value, state: 'cancelled' }, held)),
    ],
    whose: [
      ...[...unsent, ...unasked].map(({ value }) => value.author),
      ...[...unheld, ...unmet].map(({ value }) => value.organiser),
    ],
  };
};

/** What is open and names a class goes with it. */
export const followed = async (
  become: Become,
  leavers: ReadonlySet<string>,
  known: Known,
): Promise<readonly Change[]> => [
  ...(await invitesOf(become, leavers, known)),
  ...(await messagesOf(become, known)),
  ...(await othersOf(become, known)),
  ...(await pausesOf(become, known)),
  ...(await templatesOf(become, known)),
];

/** What went with the classes goes back with them. */
export const followedBack = async ({ classes }: PromotionStep, known: Known): Promise<readonly Change[]> => {
  const back = new Map(classes.flatMap(([from, to]): [string, string | null][] => (to ? [[to, from]] : [])));
  return followed(back, new Set(), known);
};
