import type { Citation } from '../domain/clause.js';
import { type Person, ROLES, type Role } from '../domain/person.js';
import type { Cell, Grant, Matrix, Permission, Place, Row, Scope } from './permissions.js';
import { type Asker, type Hat, hatsOf } from './permissions-hats.js';
import { hasPlace, missedAt } from './permissions-places.js';
import type { Switches } from './switches.js';

/** What the school's documents say about rights at one moment. */
export interface Rules {
  readonly matrix: Matrix;
  /** Those of the edition in force; none before the first. */
  readonly switches: Partial<Switches>;
  /** Where a ground of the matrix stands: a citation key or a clause; null when nothing says so. */
  readonly cite: (ground: string) => Citation | null;
}

/** Why not: the telling order, the most telling first. */
export const WHYS = ['party', 'unconfirmed', 'class', 'subject', 'chat', 'issued', 'own', 'role'] as const;
export type Why = (typeof WHYS)[number] | 'unlinked' | 'left' | 'unregulated';

export type Answer =
  | {
      readonly granted: Grant;
      readonly cites: Citation | null;
      /** Who gives the second look or is asked. Empty: one's own second look, or nobody else is needed. */
      readonly by: readonly Role[];
    }
  | {
      readonly granted: 'no';
      readonly why: Why;
      readonly cites: Citation | null;
      /** Other roles that may, somewhere at least. */
      readonly instead: readonly Role[];
    };

export interface Question {
  readonly permission: Permission;
  /** `'anywhere'`: whether there is any place where it is granted. */
  readonly scope: Scope | 'anywhere';
  readonly now: number;
}

interface Trial {
  readonly row: Row;
  readonly cell: Cell;
  readonly missed?: (typeof WHYS)[number] | undefined;
}

/** Rows for a permission; of one that differs by chat those of that chat, or all of them for a door. */
const rowsFor = ({ rows }: Matrix, permission: Permission, scope: Question['scope']): readonly Row[] =>
  rows.filter(
    (row) =>
      row.permission.includes(permission) &&
      (row.chats === undefined || scope === 'anywhere' || (scope.chat !== undefined && row.chats.includes(scope.chat))),
  );

const names = (set: unknown, wanted: unknown): boolean =>
  Array.isArray(set) ? set.some((one) => one === wanted) : set === wanted;

/** Whether the switches stand as a cell wants them. */
export const holds = ({ when = {} }: Cell, { switches }: Pick<Rules, 'switches'>): boolean => {
  const set: Readonly<Record<string, unknown>> = switches;
  return Object.entries(when).every(([name, wanted]) => names(set[name], wanted));
};

const cellsOf = (row: Row, { holder }: Pick<Hat, 'holder'>, rules: Rules): readonly Cell[] => {
  if (holder === 'additional' && rules.switches.additionalAdmins !== true) return [];
  return (row.who[holder] ?? []).filter((cell) => holds(cell, rules));
};

/** Confirmed is who was before now: a moment in the future confirms nothing yet. */
const unconfirmed = (row: Row, hat: Hat, person: Person | undefined, { switches }: Rules, now: number): boolean =>
  row.confirmed === true &&
  names(switches.confirmedRoles ?? [], hat.holder) &&
  !((person?.standing?.confirmed ?? Number.POSITIVE_INFINITY) <= now);

const missedIn = (
  row: Row,
  { place }: Cell,
  hat: Hat,
  person: Person | undefined,
  rules: Rules,
  { scope, now }: Question,
): Trial['missed'] => {
  const somewhere = scope === 'anywhere';
  if (place !== undefined) {
    if (somewhere && !hasPlace(place, { hat, person })) return 'role';
    const missed = somewhere ? undefined : missedAt(place, { hat, person, scope, now });
    if (missed) return missed;
  }
  if (unconfirmed(row, hat, person, rules, now)) return 'unconfirmed';
  const party = row.impartial === true && !somewhere && person !== undefined && scope.parties?.includes(person.id);
  return party ? 'party' : undefined;
};

/** About oneself everybody may much: nobody is sent there. */
const ABOUT_ONESELF: readonly (Place | undefined)[] = ['own', 'own-grown'];

/** Those to whom rows grant it somewhere at least, outright or else after a second look, in the order of roles. */
const mayOf = (rows: readonly Row[], rules: Rules): readonly Role[] => {
  const granted = (wanted: Grant): readonly Role[] =>
    ROLES.filter((holder) =>
      rows.some((row) =>
        cellsOf(row, { holder }, rules).some(({ grant, place }) => grant === wanted && !ABOUT_ONESELF.includes(place)),
      ),
    );
  const outright = granted('yes');
  return outright.length > 0 ? outright : granted('confirm');
};

const STRENGTH: readonly Grant[] = ['yes', 'confirm', 'request'];

const granting = ({ row, cell }: Trial, rules: Rules): Answer => {
  const ground = cell.cites ?? row.cites;
  return {
    granted: cell.grant,
    cites: ground === undefined ? null : rules.cite(ground),
    by: cell.by ?? (cell.grant === 'request' ? mayOf([row], rules) : []),
  };
};

const whyNot = (asker: Asker, trials: readonly Trial[], now: number): Why => {
  const best = WHYS.find((why) => trials.some(({ missed }) => missed === why));
  if (best !== undefined && best !== 'role') return best;
  if (asker === undefined) return 'unlinked';
  return hatsOf(asker, now).some(({ holder }) => holder === 'outsider') ? 'left' : 'role';
};

/** Of those who may, somebody else than who asks. */
const others = (roles: readonly Role[], asker: Asker, now: number): readonly Role[] => {
  const hats = hatsOf(asker, now);
  return roles.filter((role) => !hats.some(({ holder }) => holder === role));
};

/** What an edition grounds in no clause it neither grants nor refuses; only who is unknown is told so first. */
const refusing = (asker: Asker, rows: readonly Row[], trials: readonly Trial[], rules: Rules, now: number): Answer => {
  const why = whyNot(asker, trials, now);
  const ground = why === 'unconfirmed' ? 'ROLE_CONFIRM' : rows.find(({ cites }) => cites)?.cites;
  const closed = why === 'unlinked' || why === 'left';
  const cites = rules.cite(closed ? 'CLOSED' : (ground ?? ''));
  return {
    granted: 'no',
    why: why === 'role' && cites === null ? 'unregulated' : why,
    cites,
    instead: others(mayOf(rows, rules), asker, now),
  };
};

/** Every capacity of somebody at every cell about it. */
const trialsOf = (rules: Rules, rows: readonly Row[], asker: Asker, question: Question): readonly Trial[] => {
  const person = asker === 'curator' ? undefined : asker;
  const hats = hatsOf(asker, question.now);
  return rows.flatMap((row) =>
    hats.flatMap((hat) =>
      cellsOf(row, hat, rules).map(
        (cell): Trial => ({ row, cell, missed: missedIn(row, cell, hat, person, rules, question) }),
      ),
    ),
  );
};

/** Those of these people who may do this there outright, now. */
export const permittedAmong = (rules: Rules, people: readonly Person[], question: Question): readonly Person[] => {
  const rows = rowsFor(rules.matrix, question.permission, question.scope);
  return people.filter((person) =>
    trialsOf(rules, rows, person, question).some(({ cell, missed }) => cell.grant === 'yes' && missed === undefined),
  );
};

/**
 * May this person do this, there, now? Closed by default: what no cell of the matrix grants is refused. Of several
 * capacities (a teacher who is an additional administrator, or stands in for a class teacher) the best decides.
 */
export const permitted = (rules: Rules, asker: Asker, question: Question): Answer => {
  const { permission, scope, now } = question;
  const rows = rowsFor(rules.matrix, permission, scope);
  const trials = trialsOf(rules, rows, asker, question);
  const passed = trials.filter(({ missed }) => missed === undefined);
  const best = STRENGTH.flatMap((grant) => passed.filter(({ cell }) => cell.grant === grant))[0];
  return best ? granting(best, rules) : refusing(asker, rows, trials, rules, now);
};
