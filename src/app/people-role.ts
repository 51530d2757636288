import { randomUUID } from 'node:crypto';
import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { genderOf, shortName } from '../domain/names.js';
import { type Person, STAFF } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { type AccountRef, dialogOf } from '../domain/refs.js';
import { type Request, requestId } from '../domain/request.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Ledger, Records } from '../ports/stores.js';
import { claimed } from './claiming.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { askDeciders, type Card, decide, type Handling, type Settled } from './people-card.js';
import { unlinked } from './people-unlink.js';
import { linkWaits } from './people-waiting.js';
import { momentVars } from './people-when.js';
import { dialogsOf, whoMay } from './people-who.js';

/**
 * From now on rights hold, and what had waited for them follows. An account that was linked before, and that nobody has
 * ever confirmed, is not meant.
 */
const confirmed = async (held: Held<'request'>, person: Person, call: Call): Promise<Settled> => {
  const { account } = held.value;
  const standing = await call.records.get('standing', person.id);
  const settled = { ...standing?.value, confirmed: call.now };
  const accounts = await call.people.accountsOf(person.id);
  const next =
    account !== undefined && accounts.includes(account)
      ? await claimed({ ...person, standing: settled }, account, call)
      : { actions: [], changes: [] };
  const others = standing?.value.confirmed === undefined ? accounts.filter((one) => one !== account) : [];
  const out = await unlinked(person, others, call);
  const heard = accounts.filter((one) => !others.includes(one)).map(dialogOf);
  return {
    actions: [
      ...heard.map((to): Action => ({ do: 'send', to, text: text('role-confirmed') })),
      ...next.actions,
      ...out.actions,
    ],
    changes: [
      decide(held, 'granted', call),
      keep('standing', person.id, settled, standing),
      ...next.changes,
      ...out.changes,
    ],
    ...(next.asks && { asks: next.asks }),
    because: 'confirmed',
    snack: text('role-snack-confirmed'),
  };
};

/** Whoever came by the code was somebody else: the account is nobody's again. */
const impostor = async (held: Held<'request'>, person: Person, call: Call): Promise<Settled> => {
  const { account } = held.value;
  const linked = (await call.people.accountsOf(person.id)).filter((one) => one === account);
  return {
    actions: [
      ...linked.map((one): Action => ({ do: 'send', to: dialogOf(one), text: text('role-declined') })),
      { do: 'send', to: dialogOf(call.account), text: text('role-unlinked', { who: shortName(person) }) } as const,
    ],
    changes: [
      decide(held, 'declined', call),
      ...linked.map((one): Change => ({ put: 'unlink', account: one, person: person.id })),
    ],
    because: 'declined',
    snack: text('role-snack-declined'),
  };
};

const cardFor = (person: Person, { asked }: Request, zone: string): Card => {
  const gender = genderOf(person);
  const role = text('role', { role: person.role });
  return {
    words: text('role-card', { who: shortName(person), role, gender, ...momentVars(asked, zone) }),
    options: [
      { id: 'yes', label: text('button-role-yes'), look: 'positive' },
      { id: 'no', label: text('button-role-no', { gender }), look: 'negative' },
    ],
  };
};

/** The queue in which the role «учитель» is confirmed. Clause 2.5 of school-21, 2.1 of oosh-19. */
export const roleHandling: Handling = {
  right: async ({ person }) => ({ permission: 'confirm-role', scope: person === undefined ? {} : { about: person } }),

  card: async (request, { people, zone }) => {
    const { person: id, account } = request;
    const person = id === undefined ? undefined : await people.find(id);
    if (person === undefined) return undefined;
    const linked = account === undefined || (await people.accountsOf(person.id)).includes(account);
    return linked ? cardFor(person, request, zone) : undefined;
  },

  settle: async (held, option, call) => {
    const person = held.value.person === undefined ? undefined : await call.people.find(held.value.person);
    if (person === undefined) return undefined;
    if (option === 'yes') return confirmed(held, person, call);
    return option === 'no' ? impostor(held, person, call) : undefined;
  },
};

/** Written by the server's own hand: whoever uses this issue of a person's code is confirmed. */
export const confirmAhead = async (
  { records, ledger }: { readonly records: Records; readonly ledger: Pick<Ledger, 'settle'> },
  person: string,
  issue: number,
  at: number,
): Promise<void> => {
  const id = requestId('role', person);
  const decided = { by: 'server', at };
  const request: Request = { kind: 'role', state: 'granted', person, asked: at, issue, decided };
  const changes = [keep('request', id, request, await records.get('request', id))];
  const key = `confirm-ahead-${randomUUID()}`;
  const entry = { kind: 'note', id: `n:${key}`, at, detail: 'a role confirmed ahead' } as const;
  await ledger.settle({ key, entry, changes, rows: [], chain: 'cli' });
};

/** Confirmed by whoever printed the code, or as the first administrator, whom nobody else could confirm. */
const sureAlready = (person: Person, held: Held<'request'> | undefined, issue: number, deciders: number): boolean =>
  (held?.value.state === 'granted' && held.value.issue === issue) ||
  (person.role === 'administrator' && deciders === 0);

/**
 * The only administrator, connected now or before, comes with another account, and nobody could say whether it is he: then
 * only a code that the server printed counts.
 */
export const onlyByServer = async (person: Person, known: Known): Promise<boolean> => {
  if (person.role !== 'administrator') return false;
  const [held, standing, issue, accounts, able] = await Promise.all([
    known.records.get('request', requestId('role', person.id)),
    known.records.get('standing', person.id),
    known.codes.issueOf(person.id),
    known.people.accountsOf(person.id),
    whoMay('confirm-role', { about: person.id }, known),
  ]);
  const others = await dialogsOf(
    able.filter(({ id }) => id !== person.id),
    known,
  );
  const printed = held?.value.state === 'granted' && held.value.issue === issue;
  const begun = accounts.length > 0 || standing?.value.confirmed !== undefined;
  return begun && others.length === 0 && !printed;
};

/** The account that was linked before this one and that nobody has decided about: two cards are about, one of them in wrong hands. */
const undecided = async (
  { value: { state, account } }: Held<'request'>,
  person: Person,
  fresh: AccountRef,
  { people }: Known,
): Promise<readonly AccountRef[]> => {
  if (state !== 'open') return [];
  return (await people.accountsOf(person.id)).filter((one) => one === account && one !== fresh);
};

type Questioned = Pick<Reply, 'actions' | 'changes' | 'asks'> & {
  readonly rests: boolean;
  /** Accounts that are out by it. */
  readonly out: readonly AccountRef[];
};

/**
 * What follows when somebody of the staff has linked an account: its rights rest until the administrator confirms it. The
 * one that waited before it is out: there is one question about a person at a time.
 */
export const askToConfirm = async (person: Person, account: AccountRef, known: Known): Promise<Questioned> => {
  if (!STAFF.includes(person.role)) return { actions: [], changes: [], rests: false, out: [] };
  const { records, now } = known;
  const id = requestId('role', person.id);
  const [held, standing, issue] = await Promise.all([
    records.get('request', id),
    records.get('standing', person.id),
    known.codes.issueOf(person.id),
  ]);
  const request: Request = { kind: 'role', state: 'open', person: person.id, account, asked: now, told: now };
  // The link is not written yet: the card is made without looking for it.
  const asking = { ...roleHandling, card: async (asked: Request) => cardFor(person, asked, known.zone) };
  const asks = await askDeciders(id, request, asking, known);
  const out = held ? await undecided(held, person, account, known) : [];
  const gone = await unlinked(person, out, known);
  if (sureAlready(person, held, issue, asks.length)) {
    const granted: Request = { ...request, state: 'granted', decided: { by: 'server', at: now } };
    const confirmation = keep('standing', person.id, { ...standing?.value, confirmed: now }, standing);
    return { ...gone, changes: [keep('request', id, granted, held), confirmation, ...gone.changes], rests: false, out };
  }
  return { ...gone, changes: [keep('request', id, request, held), ...gone.changes], asks, rests: true, out };
};

/** Linked to this person already, and nobody has still to say whose account it is. */
export const isSure = async (person: Person, account: AccountRef, known: Known): Promise<boolean> => {
  if (!(await known.people.accountsOf(person.id)).includes(account)) return false;
  if (!STAFF.includes(person.role)) return true;
  return person.standing?.confirmed !== undefined && !(await linkWaits(person, known, account));
};

/**
 * Somebody was refused for want of confirmation and heard that the administrator is told: so he is, once a day. Nothing for
 * whoever is confirmed.
 */
export const remindToConfirm = async (
  person: Person,
  account: AccountRef,
  known: Known,
): Promise<Pick<Reply, 'changes' | 'asks'>> => {
  const { records, now } = known;
  if (person.standing?.confirmed !== undefined && !(await linkWaits(person, known, account))) return { changes: [] };
  const id = requestId('role', person.id);
  const held = await records.get('request', id);
  const open = held?.value.state === 'open' ? held.value : undefined;
  if (open?.told !== undefined && now - open.told < DAY) return { changes: [] };
  const request: Request = { kind: 'role', state: 'open', person: person.id, account, asked: now, ...open, told: now };
  return {
    changes: [keep('request', id, request, held)],
    asks: await askDeciders(id, request, roleHandling, known),
  };
};

/** The words that promise it. */
const PROMISES: readonly string[] = ['rights-unconfirmed', 'people-waits', 'people-waits-plain'];

/** A reply that says the administrator is told, made true: whichever command has said it. */
export const keepPromise = async (reply: Reply, call: Call): Promise<Reply> => {
  const promised = reply.actions.some((action) => action.do === 'send' && PROMISES.includes(action.text.key));
  if (!promised || call.person === undefined) return reply;
  const { changes, asks = [] } = await remindToConfirm(call.person, call.account, call);
  return { ...reply, changes: [...reply.changes, ...changes], asks: [...(reply.asks ?? []), ...asks] };
};
