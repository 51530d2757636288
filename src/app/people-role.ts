import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { genderOf, shortName } from '../domain/names.js';
import { type Person, STAFF } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type AccountRef, dialogOf } from '../domain/refs.js';
import { type Request, requestId } from '../domain/request.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import type { Call, Reply } from './command.js';
import type { Known } from './known.js';
import { askDeciders, decide, type Handling } from './people-card.js';
import { momentVars } from './people-when.js';

const told = async (person: string, key: string, { people }: Known): Promise<readonly Action[]> =>
  (await people.accountsOf(person)).map((account) => ({ do: 'send', to: dialogOf(account), text: text(key) }));

const confirmed = async (held: Parameters<Handling['settle']>[0], person: Person, call: Call) => {
  const standing = await call.records.get('standing', person.id);
  return {
    actions: await told(person.id, 'role-confirmed', call),
    changes: [
      decide(held, 'granted', call),
      keep('standing', person.id, { ...standing?.value, confirmed: call.now }, standing),
    ],
    because: 'confirmed',
    snack: text('role-snack-confirmed'),
  };
};

/** Whoever came by the code was somebody else: the account is nobody's again. */
const impostor = async (held: Parameters<Handling['settle']>[0], person: Person, call: Call) => {
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

/** The queue in which the role «учитель» is confirmed. Clause 2.5 of school-21, 2.1 of oosh-19. */
export const roleHandling: Handling = {
  right: async ({ person }) => ({ permission: 'confirm-role', scope: person === undefined ? {} : { about: person } }),

  card: async ({ person: id, asked }, { people, zone }) => {
    const person = id === undefined ? undefined : await people.find(id);
    if (person === undefined) return undefined;
    const gender = genderOf(person);
    const role = text('role', { role: person.role });
    return {
      words: text('role-card', { who: shortName(person), role, gender, ...momentVars(asked, zone) }),
      options: [
        { id: 'yes', label: text('button-role-yes'), look: 'positive' },
        { id: 'no', label: text('button-role-no', { gender }), look: 'negative' },
      ],
    };
  },

  settle: async (held, option, call) => {
    const person = held.value.person === undefined ? undefined : await call.people.find(held.value.person);
    if (person === undefined) return undefined;
    if (option === 'yes') return confirmed(held, person, call);
    return option === 'no' ? impostor(held, person, call) : undefined;
  },
};

/** What follows when somebody of the staff has linked an account: rights rest until the administrator confirms it. */
export const askToConfirm = async (
  person: Person,
  account: AccountRef,
  known: Known,
): Promise<Pick<Reply, 'changes' | 'asks'>> => {
  if (!STAFF.includes(person.role)) return { changes: [] };
  const { records, now } = known;
  const id = requestId('role', person.id);
  const [held, standing] = await Promise.all([records.get('request', id), records.get('standing', person.id)]);
  const issue = await known.codes.issueOf(person.id);
  if (held?.value.issue === issue && held.value.state === 'granted') {
    const { issue: _spent, ...granted } = held.value;
    return {
      changes: [
        keep('request', id, { ...granted, account }, held),
        keep('standing', person.id, { ...standing?.value, confirmed: now }, standing),
      ],
    };
  }
  const request: Request = { kind: 'role', state: 'open', person: person.id, account, asked: now, told: now };
  const { confirmed: _rests, ...rest } = standing?.value ?? {};
  return {
    changes: [
      keep('request', id, request, held),
      ...(standing?.value.confirmed === undefined ? [] : [keep('standing', person.id, rest, standing)]),
    ],
    asks: await askDeciders(id, request, roleHandling, known),
  };
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
  if (person.standing?.confirmed !== undefined) return { changes: [] };
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
