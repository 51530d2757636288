import type { Announcement, Draft } from '../domain/announcement.js';
import { shortName } from '../domain/names.js';
import { isOfSchool, type Person, type Role } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { decidedAs, type Request, requestId } from '../domain/request.js';
import { type Text, text } from '../domain/text.js';
import { standingFor } from '../regulation/permissions-hats.js';
import { reachOf } from './announcements-facts.js';
import { newAnnouncement, nextNumber } from './announcements-frame.js';
import { publish, whenWords } from './announcements-publish.js';
import type { Route } from './announcements-rights.js';
import { asking, asks, CANCEL, CARD_KEPT, option, told } from './announcements-talk.js';
import { audienceWords, postOf, receivers, roleOf } from './announcements-words.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { toPerson } from './dative.js';
import type { Known } from './known.js';
import { asCard, type Card, decide, type Handling, type Settled } from './people-card.js';
import { dialogsOf } from './people-who.js';

const requestOf = (id: string): string => requestId('publication', id);

const isAdditional = ({ standing }: Person, now: number): boolean =>
  standing?.additional !== undefined &&
  standing.additional.since <= now &&
  (standing.additional.until ?? now + 1) > now;

/** Those of any of these roles; the class teacher only of the classes it is for. */
const holdersOf = (
  roles: readonly Role[],
  { audience, author }: Announcement,
  people: readonly Person[],
  now: number,
): readonly Person[] => {
  const teachers = roles.includes('class-teacher')
    ? audience.classes.map((name) => standingFor(people, 'class-teacher', name, now))
    : [];
  const subject = roles.includes('teacher')
    ? people.filter((one) => one.role === 'teacher' && audience.classes.every((name) => one.classes.includes(name)))
    : [];
  const others = people.filter(
    (one) =>
      (roles.includes(one.role) && one.role !== 'class-teacher' && one.role !== 'teacher') ||
      (roles.includes('administrator') && isAdditional(one, now)),
  );
  const all = [...teachers.filter((one) => one !== undefined), ...subject, ...others];
  return [...new Map(all.map((one) => [one.id, one])).values()].filter(
    (one) => one.id !== author && isOfSchool(one, now),
  );
};

const decidersOf = async (announcement: Announcement, known: Known): Promise<readonly Person[]> =>
  holdersOf(announcement.route[0] ?? [], announcement, await known.people.all(), known.now);

const cardOf = async (announcement: Announcement, known: Known): Promise<Card | undefined> => {
  const author = await known.people.find(announcement.author);
  if (author === undefined || announcement.state !== 'asked') return undefined;
  const words = text('announce-card', {
    number: announcement.number,
    role: roleOf(author),
    name: shortName(author),
    audience: audienceWords(announcement.audience),
    target: receivers(announcement, await reachOf(announcement.audience, announcement.channel, known)),
    post: await postOf(announcement, known),
    next: announcement.route.length > 1 ? text('announce-card-next') : '',
  });
  const publishing = announcement.route.length > 1 ? text('button-announce-agree') : text('button-announce-publish');
  return {
    words,
    options: [option('publish', publishing, 'positive'), option('return', text('button-announce-return'))],
  };
};

const cards = async (id: string, announcement: Announcement, known: Known): Promise<readonly Ask[]> => {
  const card = await cardOf(announcement, known);
  if (card === undefined) return [];
  const deciders = await dialogsOf(await decidersOf(announcement, known), known);
  return deciders.map(({ person, to }) => ({ ...asCard(card, requestOf(id)), to, whom: person.id }));
};

/** To whom it goes next, and what ends the sentence: initials have their own full stop. */
const whither = async (
  announcement: Announcement,
  known: Known,
): Promise<{ readonly to: Text; readonly end: string }> => {
  const [roles = []] = announcement.route;
  const [decider] = await decidersOf(announcement, known);
  if (roles.length === 1 && roles[0] === 'class-teacher' && decider) return { to: toPerson(decider), end: '' };
  return { to: text('announce-to-role', { role: roles[0] ?? 'administrator' }), end: '.' };
};

/** Whoever may not publish it lays it before those who may. */
export const passOn = async (draft: Draft, route: Route, call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return told(call, text('announce-cancelled'), 'cancelled');
  const { number, change } = await nextNumber(call);
  const id = String(number);
  const announcement = newAnnouncement(
    draft,
    { number, author: person.id, state: 'asked', route: route.map((step) => [...step]) },
    call,
  );
  const asked = await cards(id, announcement, call);
  if (asked.length === 0)
    return told(call, text('announce-nobody-decides', { to: (await whither(announcement, call)).to }), 'nobody');
  const request: Request = { kind: 'publication', state: 'open', person: person.id, announcement: id, asked: call.now };
  return {
    ...told(call, text('announce-asked', { number, ...(await whither(announcement, call)) }), 'asked'),
    changes: [
      change,
      keep('announcement', id, announcement, undefined),
      keep('request', requestOf(id), request, undefined),
    ],
    asks: asked,
  };
};

const toAuthor = async (announcement: Announcement, words: Text, known: Known): Promise<Reply['actions']> => {
  const author = await known.people.find(announcement.author);
  if (author === undefined || !isOfSchool(author, known.now)) return [];
  return (await dialogsOf([author], known)).map(({ to }) => ({ do: 'send', to, text: words }) as const);
};

/** One has agreed; the next is asked. */
const onward = async (held: Held<'request'>, own: Held<'announcement'>, call: Call): Promise<Settled> => {
  const announcement = { ...own.value, route: own.value.route.slice(1) };
  const next = await cards(own.id, announcement, call);
  const asked: Request = { ...held.value, told: call.now };
  return {
    ...told(
      call,
      text('announce-agreed', { number: announcement.number, ...(await whither(announcement, call)) }),
      'agreed',
    ),
    changes: [keep('announcement', own.id, announcement, own), keep('request', held.id, asked, held)],
    asks: next,
  };
};

const published = async (held: Held<'request'>, own: Held<'announcement'>, call: Call): Promise<Settled> => {
  const announcement: Announcement = { ...own.value, publisher: call.person?.id ?? '', route: [] };
  const done = await publish(own.id, announcement, own, call);
  if (done.said) return told(call, done.said, done.because);
  const { number } = announcement;
  const words =
    done.waits === undefined
      ? text('announce-request-published', { number })
      : text('announce-request-waits', { number, at: whenWords(done.waits, call) });
  return {
    actions: [...done.actions, ...(await toAuthor(announcement, words, call))],
    changes: [...done.changes, decide(held, 'granted', call)],
    because: done.because,
    snack: text('announce-snack-published'),
  };
};

const ownOf = async ({ announcement }: Request, { records }: Pick<Known, 'records'>) =>
  announcement === undefined ? undefined : records.get('announcement', announcement);

/** How requests for a publication are decided: `/заявки`. */
export const publicationHandling: Handling = {
  right: async (request, known) => {
    const own = await ownOf(request, known);
    const [first] = own?.value.audience.classes ?? [];
    return { permission: 'decide-publication', scope: first === undefined ? {} : { class: first } };
  },
  before: async (request, person, known) => {
    const own = await ownOf(request, known);
    return own !== undefined && (await decidersOf(own.value, known)).some(({ id }) => id === person.id);
  },
  card: async (request, known) => {
    const own = await ownOf(request, known);
    return own && cardOf(own.value, known);
  },
  settle: async (held, chosen, call) => {
    const own = await ownOf(held.value, call);
    if (own === undefined || own.value.state !== 'asked') return undefined;
    if (!(await decidersOf(own.value, call)).some(({ id }) => id === call.person?.id)) return undefined;
    if (chosen === 'return')
      return asks(
        'remark',
        asking(text('announce-remark'), { step: 'remark', announcement: own.id }, [CANCEL], { free: true }),
      );
    return own.value.route.length > 1 ? onward(held, own, call) : published(held, own, call);
  },
};

/** The remark with which it is returned, in the words of whoever decides. */
export const hearRemark = async (id: string, words: string | undefined, call: Call): Promise<Reply> => {
  const [own, held] = await Promise.all([
    call.records.get('announcement', id),
    call.records.get('request', requestOf(id)),
  ]);
  const decides = own && (await decidersOf(own.value, call)).some(({ id: one }) => one === call.person?.id);
  if (own?.value.state !== 'asked' || held?.value.state !== 'open' || !decides)
    return told(call, text('requests-gone'), 'gone');
  // Whoever returns nothing gets the card again.
  if (words === undefined)
    return asks('card', ...(await cards(id, own.value, call)).filter(({ whom }) => whom === call.person?.id));
  const author = await call.people.find(own.value.author);
  const remark = text('announce-returned', { number: own.value.number, remark: words.slice(0, 500) });
  const options = [option('fix', text('button-announce-fix'), 'primary'), option('drop', text('button-announce-drop'))];
  const reached = author ? await dialogsOf([author], call) : [];
  return {
    ...told(call, text('announce-returned-done', { number: own.value.number }), 'returned'),
    changes: [
      keep('announcement', id, { ...own.value, state: 'returned' }, own),
      keep('request', held.id, decidedAs(held.value, 'declined', call.person?.id ?? '', call.now), held),
    ],
    asks: reached.map(({ person, to }) =>
      asking(remark, { step: 'returned', announcement: id }, options, { to, whom: person.id, kept: CARD_KEPT }),
    ),
  };
};
