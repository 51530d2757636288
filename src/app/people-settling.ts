import { z } from 'zod';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { type Person, STAFF, type Standing } from '../domain/person.js';
import type { Answer, Option } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { beginningOf, endOf } from '../roster/movement.js';
import type { Call, Reply } from './command.js';
import { withdrawInvitesOf } from './invites-end.js';
import { chatsFor, classesOf } from './own-chats.js';
import { mayAbout } from './people-find.js';
import { seats } from './people-seats.js';
import { unlinked } from './people-unlink.js';
import { here } from './reply.js';

/** About whom, and which words are waited for. */
export const Settling = z.object({
  person: z.string(),
  step: z.enum(['other-way', 'delegate', 'restrict']).exactOptional(),
});
export type Settling = z.output<typeof Settling>;
type Step = NonNullable<Settling['step']>;

const option = (id: string, look: Option['look'] = 'secondary'): Option => ({
  id,
  label: text(`button-settle-${id}`),
  ...(look && { look }),
});

const isStep = (id: string): id is Step => id === 'other-way' || id === 'delegate' || id === 'restrict';

/** Who leads a class settles what is its pupils' and their parents', never what is a colleague's who works there too. */
const maySettle = async (person: Person, call: Call): Promise<boolean> =>
  STAFF.includes(person.role)
    ? (await call.may('settle-person', { about: person.id })).granted === 'yes'
    : mayAbout('settle-person', person, call);

/** What whoever calls may settle about this person now. */
export const optionsAbout = async (person: Person, call: Call): Promise<readonly Option[]> => {
  if (person.id === call.person?.id || person.standing?.left) return [];
  if (!(await maySettle(person, call))) return [];
  const { standing = {}, role } = person;
  const linked = (await call.people.accountsOf(person.id)).length > 0;
  const sees = (await call.may('see-restriction', { about: person.id })).granted === 'yes';
  const appoints = (await call.may('appoint-additional', {})).granted !== 'no';
  const ofParent = [
    option(standing.committee ? 'no-committee' : 'committee'),
    option(standing.delegate ? 'no-delegate' : 'delegate'),
    ...(sees ? [option(standing.restricted ? 'unrestrict' : 'restrict')] : []),
  ];
  return [
    ...(standing.additional && appoints ? [option('no-additional')] : []),
    ...(STAFF.includes(role) ? [] : [option(standing.otherWay ? 'same-way' : 'other-way')]),
    ...(role === 'parent' ? ofParent : []),
    ...(linked ? [option('lost', 'negative')] : []),
  ];
};

const only = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

interface Extra {
  readonly actions: readonly Action[];
  readonly changes: readonly Change[];
}

/** The standing with one part put, or taken away. */
const settled = async (
  person: Person,
  change: { readonly [K in keyof Standing]?: Standing[K] | undefined },
  call: Call,
  extra: Extra = { actions: [], changes: [] },
): Promise<Reply> => {
  const held = await call.records.get('standing', person.id);
  const merged = Object.entries({ ...held?.value, ...change }).filter(([, value]) => value !== undefined);
  const value = Object.fromEntries(merged) as Standing;
  return {
    actions: [here(call, text('settle-done')), ...extra.actions],
    changes: [keep('standing', person.id, merged.length > 0 ? value : null, held), ...extra.changes],
    because: 'settled',
  };
};

/** Nothing in it can call everybody or pretend to be a link. */
const Plain = z
  .string()
  .trim()
  .min(2)
  .max(80)
  .regex(/^(?:[\p{L}\p{N} ,;()№«»/–-]|\.(?!\p{L}{2}))+$/u);
const UNTIL = /(?:до|по|until)\s+(\d{2})\.(\d{2})\.(\d{4})[\s,;]*/iu;
/** A child is not entrusted for longer without a new word. */
const LONGEST = 366 * DAY;

const readDelegate = (typed: string, { now, zone }: Call): Standing['delegate'] => {
  const [whole = '', day = '', month = '', year = ''] = UNTIL.exec(typed) ?? [];
  const by = Plain.safeParse(typed.replace(whole, ''));
  if (whole === '' || !by.success) return undefined;
  const date = `${year}-${month}-${day}`;
  const until = Number.isNaN(Date.parse(date)) ? 0 : endOf(date, zone);
  return until > now && until <= now + LONGEST && beginningOf(date, zone) > 0 ? { by: by.data, until } : undefined;
};

/** Out of the chats that were for the person, and nobody hears why. */
const restricted = async (person: Person, act: string, call: Call): Promise<Reply> => {
  const chats = await chatsFor(person, call);
  const withdrawn = await withdrawInvitesOf([person.id], call);
  const out = await seats(await call.people.accountsOf(person.id), call, chats);
  const extra = { actions: [...out, ...withdrawn.actions], changes: withdrawn.changes };
  return settled(person, { restricted: { since: call.now, act } }, call, extra);
};

const worded = async (person: Person, step: Step, words: string, call: Call): Promise<Reply> => {
  const stays = { ...only(call, text(`settle-form-${step}`), 'usage'), stays: true } as const;
  if (step === 'delegate') {
    const delegate = readDelegate(words, call);
    return delegate ? settled(person, { delegate }, call) : stays;
  }
  const plain = Plain.safeParse(words);
  if (!plain.success) return stays;
  if (step === 'restrict') return restricted(person, plain.data, call);
  return settled(
    person,
    { otherWay: { at: call.now, how: plain.data } },
    call,
    await withdrawInvitesOf([person.id], call),
  );
};

/** A phone that is lost: nobody is behind these accounts any more. */
const lostPhone = async (person: Person, call: Call): Promise<Reply> => {
  const gone = await unlinked(person, await call.people.accountsOf(person.id), call);
  return {
    actions: [here(call, text('settle-lost')), ...gone.actions],
    changes: gone.changes,
    because: 'disconnected',
  };
};

const chosen = async (person: Person, id: string, call: Call): Promise<Reply> => {
  if (isStep(id)) {
    const data: Settling = { person: person.id, step: id };
    const words = text(`settle-form-${id}`);
    return { actions: [], changes: [], because: id, asks: [{ words, options: [], free: true, data }] };
  }
  switch (id) {
    case 'same-way':
      return settled(person, { otherWay: undefined }, call);
    case 'committee':
      return settled(person, { committee: [...(await classesOf(person, call))] }, call);
    case 'no-committee':
      return settled(person, { committee: undefined }, call);
    case 'no-delegate':
      return settled(person, { delegate: undefined }, call);
    case 'no-additional':
      return settled(person, { additional: undefined }, call);
    case 'unrestrict':
      return settled(person, { restricted: undefined }, call);
    default:
      return lostPhone(person, call);
  }
};

/** What follows from an answer about a person. Rights are looked at again; a restriction stays the administrator's. */
export const hearSettling = async (answer: Answer, { person: id, step }: Settling, call: Call): Promise<Reply> => {
  const person = await call.people.find(id);
  if (person === undefined) return only(call, text('find-nobody'), 'gone');
  const wanted = step ?? answer.option ?? '';
  const open = await optionsAbout(person, call);
  if (!open.some((one) => one.id === wanted)) return only(call, text('find-nobody'), 'refused');
  return step === undefined ? chosen(person, wanted, call) : worded(person, step, answer.words ?? '', call);
};
