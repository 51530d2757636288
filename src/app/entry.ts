import type { Action, Worded } from '../domain/action.js';
import { followUpId, followUpsOf } from '../domain/follow-up.js';
import type { Entry } from '../domain/journal.js';
import type { AccountRef, MessageRef } from '../domain/refs.js';
import { type Intake, placeOf, type Update } from '../domain/update.js';
import type { Verdict } from '../domain/verdict.js';
import type { Row } from '../ports/stores.js';
import { nameMessage, namePlace, type Vault } from '../ports/vault.js';

/** What was made of an update, before it is written. */
export interface Decided {
  readonly verdict: Verdict;
  readonly because: string;
  readonly actions: readonly Action[];
  readonly via: Row['via'];
  readonly person?: string;
}

const accountOf = (update: Update): AccountRef | undefined => {
  switch (update.kind) {
    case 'message':
      return update.message.author;
    case 'joined':
    case 'left':
    case 'knocked':
    case 'pressed':
    case 'dialog-opened':
    case 'dialog-closed':
      return update.account;
    case 'moved':
    case 'gap':
    case 'timer':
      return undefined;
  }
};

const messageOf = (update: Update): MessageRef | undefined => {
  switch (update.kind) {
    case 'message':
      return update.message.ref;
    case 'joined':
    case 'left':
    case 'pressed':
      return update.message;
    case 'dialog-opened':
    case 'dialog-closed':
    case 'knocked':
    case 'moved':
    case 'gap':
    case 'timer':
      return undefined;
  }
};

/** `message`, `edit`, `joined` …: what happened, in a word. */
export const whatOf = (update: Update): string => {
  if (update.kind !== 'message') return update.kind;
  if (update.seen) return 'seen';
  return update.edited ? 'edit' : 'message';
};

/** Pseudonyms of where, who and which message. */
export const aboutOf = (vault: Vault, update: Update): NonNullable<Row['about']> => {
  const account = accountOf(update);
  const message = messageOf(update);
  const place = placeOf(update);
  return {
    ...(place === undefined ? {} : { place: namePlace(vault, place) }),
    ...(account === undefined ? {} : { account: vault.pseudonym('a', account) }),
    ...(message === undefined ? {} : { message: nameMessage(vault, message) }),
  };
};

interface Times {
  readonly begun: number;
  readonly decided: number;
}
interface PlannedAction {
  readonly id: string;
  readonly action: Worded;
}
type Planned = readonly PlannedAction[];

/** With what follows when it succeeds; another way after a refusal is no plan. */
const planned = ({ id, action }: PlannedAction): Planned => [
  { id, action },
  ...followUpsOf(action).flatMap((next) =>
    next.way === 'after' ? { id: followUpId(id, next), action: next.action } : [],
  ),
];

const verdictEntry = (
  vault: Vault,
  key: string,
  { update, received }: Intake,
  { verdict, because, via, person }: Decided,
  rows: Planned,
  times: Times,
): Entry => ({
  id: `v:${key}`,
  kind: 'verdict',
  at: times.decided,
  ...aboutOf(vault, update),
  ...(person === undefined ? {} : { person: vault.pseudonym('u', person) }),
  update: key,
  what: whatOf(update),
  decision: verdict.decision,
  because,
  findings: verdict.findings.map(({ evidence: _unwritten, ...finding }) => finding),
  // The name of the error only: its words may quote the message.
  errors: verdict.errors.map(({ rule, message }) => ({ rule, message: message.split(':')[0] ?? '' })),
  actions: rows.flatMap(planned).map(({ id, action }) => ({ id, do: action.do, via })),
  times: { written: update.at, received, ...times },
});

/** The one entry that an update leaves. */
export const settledEntry = (
  vault: Vault,
  key: string,
  intake: Intake,
  decided: Decided,
  rows: Planned,
  times: Times,
): Entry => {
  const { update } = intake;
  if (update.kind !== 'gap') return verdictEntry(vault, key, intake, decided, rows, times);
  return {
    id: `v:${key}`,
    kind: 'gap',
    at: times.decided,
    ...aboutOf(vault, update),
    from: update.from,
    to: update.to,
  };
};
