import type { Case, Conduct } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type AccountRef, platformOf } from '../domain/refs.js';
import type { Reminder } from '../domain/reminder.js';
import type { Reply } from './command.js';
import type { Known } from './known.js';
import { limited, limits } from './limited.js';

const both = (one: Conduct, other: Conduct): Conduct => {
  const known = new Set(one.strikes.map((strike) => strike.case));
  const strikes = [...one.strikes, ...other.strikes.filter((strike) => !known.has(strike.case))];
  return { strikes: strikes.toSorted((a, b) => a.at - b.at) };
};

const reminded = (one: Reminder, other: Reminder): Reminder => {
  const kinds = Object.keys({ ...one.until, ...other.until }) as (keyof Reminder['until'])[];
  const latest = kinds.map((kind) => [kind, Math.max(one.until[kind] ?? 0, other.until[kind] ?? 0)]);
  return { until: Object.fromEntries(latest), never: [...new Set([...one.never, ...other.never])] };
};

type Followed = Pick<Reply, 'actions' | 'changes'>;

/** Whether a limit that holds for one account of the person has still to reach the others, or this one. */
const spreads = async (
  { value }: { readonly value: Case },
  account: AccountRef,
  { people, now }: Pick<Known, 'people' | 'now'>,
): Promise<boolean> => {
  if (!limits(value, now) || platformOf(value.chat) !== platformOf(account)) return false;
  if (value.person === undefined) return true;
  const { silenced } = await people.facts(account, value.chat);
  return (silenced?.until ?? 0) < (value.measure?.until ?? 0);
};

/** A limit that is running holds for every account of the person. */
const heldBack = async (
  cases: readonly { readonly id: string; readonly value: Case }[],
  person: string,
  account: AccountRef,
  known: Known,
): Promise<readonly Followed[]> => {
  return Promise.all(
    cases.map(async (held) => {
      const { id, value } = held;
      const { chat: ref, measure } = value;
      const chat = (await spreads(held, account, known)) ? await known.chats.find(ref) : undefined;
      const until = measure?.until ?? 0;
      return chat
        ? limited(chat, { person, account }, { until, told: true, of: id }, known)
        : { actions: [], changes: [] };
    }),
  );
};

/**
 * What was held against an account while nobody knew whose it is, stands against the person from now on, beside what the
 * person has done with other accounts: the cases with their evidence, the strikes, what one was reminded of. Of what was
 * moved already nothing is left to move.
 */
export const heldAgainst = async (
  { id: person, role }: Person,
  account: AccountRef,
  known: Known,
): Promise<Followed> => {
  const { records } = known;
  const all = await records.all('case');
  const cases = all.filter(({ value }) => value.account === account && value.person === undefined);
  const own = all.filter(({ value }) => value.person === person);
  const [evidence, conduct, ownConduct, reminder, ownReminder] = await Promise.all([
    records.some(
      'evidence',
      cases.map(({ id }) => id),
    ),
    records.get('conduct', account),
    records.get('conduct', person),
    records.get('reminder', account),
    records.get('reminder', person),
  ]);
  const further = await heldBack([...cases, ...own], person, account, known);
  const moved: readonly Change[] = [
    ...cases.map((held) => keep('case', held.id, { ...held.value, person, role }, held)),
    ...evidence.map((held) => keep('evidence', held.id, { ...held.value, of: person }, held)),
    ...(conduct
      ? [
          keep('conduct', account, null, conduct),
          keep('conduct', person, both(ownConduct?.value ?? { strikes: [] }, conduct.value), ownConduct),
        ]
      : []),
    ...(reminder
      ? [
          keep('reminder', account, null, reminder),
          keep(
            'reminder',
            person,
            ownReminder ? reminded(ownReminder.value, reminder.value) : reminder.value,
            ownReminder,
          ),
        ]
      : []),
  ];
  return {
    actions: further.flatMap(({ actions }) => actions),
    changes: [...moved, ...further.flatMap(({ changes }) => changes)],
  };
};
