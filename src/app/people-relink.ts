import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { genderOf, shortName } from '../domain/names.js';
import { type Person, STAFF } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { type AccountRef, dialogOf } from '../domain/refs.js';
import { type Request, requestId } from '../domain/request.js';
import { text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { classesOf } from './own-chats.js';
import { askDeciders, type Card, decide, type Handling } from './people-card.js';
import { unlinked } from './people-unlink.js';
import { momentVars } from './people-when.js';

/** The account that was linked last, and those from before. */
interface Accounts {
  readonly fresh: readonly AccountRef[];
  readonly old: readonly AccountRef[];
}

const accountsOf = async (person: string, account: AccountRef | undefined, { people }: Known): Promise<Accounts> => {
  const all = await people.accountsOf(person);
  return { fresh: all.filter((one) => one === account), old: all.filter((one) => one !== account) };
};

/** Whether the new account is really theirs is asked no more when it is out. */
const moot = async (
  { value: { account } }: Held<'request'>,
  person: Person,
  call: Call,
): Promise<readonly Change[]> => {
  const role = await call.records.get('request', requestId('role', person.id));
  return role?.value.state === 'open' && role.value.account === account ? [decide(role, 'declined', call)] : [];
};

const out = async (held: Held<'request'>, person: Person, which: keyof Accounts, call: Call) => {
  const accounts = await accountsOf(person.id, held.value.account, call);
  const gone = await unlinked(person, accounts[which], call);
  const decision = decide(held, which === 'old' ? 'granted' : 'declined', call);
  return {
    actions: gone.actions,
    changes: [decision, ...gone.changes, ...(which === 'fresh' ? await moot(held, person, call) : [])],
    because: `${which}-out`,
    snack: text('relink-snack-out'),
  };
};

const cardFor = (person: Person, { asked }: Request, zone: string): Card => {
  const vars = { who: shortName(person), gender: genderOf(person), role: text('role', { role: person.role }) };
  return {
    words: text('relink-card', { ...vars, ...momentVars(asked, zone) }),
    options: [
      { id: 'old', label: text('button-relink-old'), look: 'positive' },
      { id: 'both', label: text('button-relink-both'), look: 'secondary' },
      { id: 'new', label: text('button-relink-new'), look: 'negative' },
    ],
  };
};

/** A lost phone, or a stolen card: a person has one more account than before. */
export const relinkHandling: Handling = {
  right: async ({ person: id }, known) => {
    const person = id === undefined ? undefined : await known.people.find(id);
    const ofStaff = person === undefined || STAFF.includes(person.role);
    const [ofClass] = ofStaff ? [] : await classesOf(person, known);
    return { permission: 'settle-person', scope: ofClass === undefined ? {} : { class: ofClass } };
  },

  card: async (request, known) => {
    const person = request.person === undefined ? undefined : await known.people.find(request.person);
    if (person === undefined) return undefined;
    const { fresh, old } = await accountsOf(person.id, request.account, known);
    return fresh.length === 0 || old.length === 0 ? undefined : cardFor(person, request, known.zone);
  },

  settle: async (held, option, call) => {
    const person = held.value.person === undefined ? undefined : await call.people.find(held.value.person);
    if (person === undefined) return undefined;
    if (option === 'old') return out(held, person, 'old', call);
    if (option === 'new') return out(held, person, 'fresh', call);
    if (option !== 'both') return undefined;
    return { actions: [], changes: [decide(held, 'granted', call)], because: 'both', snack: text('relink-snack-both') };
  },
};

/**
 * One more account of the same person: whoever had the link before hears of it, and somebody decides about the old one.
 * @param out accounts that are out already
 */
export const askAboutOld = async (
  person: Person,
  account: AccountRef,
  out: readonly AccountRef[],
  known: Known,
): Promise<Pick<Reply, 'actions' | 'changes' | 'asks'>> => {
  const old = (await accountsOf(person.id, account, known)).old.filter((one) => !out.includes(one));
  if (old.length === 0) return { actions: [], changes: [] };
  const told = old.map((one): Action => ({ do: 'send', to: dialogOf(one), text: text('code-linked-elsewhere') }));
  const id = requestId('relink', person.id);
  const held = await known.records.get('request', id);
  // The link is not written yet: the card is made without looking for it.
  const asking = { ...relinkHandling, card: async (asked: Request) => cardFor(person, asked, known.zone) };
  const request: Request = { kind: 'relink', state: 'open', person: person.id, account, asked: known.now };
  return {
    actions: told,
    changes: [keep('request', id, request, held)],
    asks: await askDeciders(id, request, asking, known),
  };
};
