import type { Action } from '../domain/action.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { deepLink, printCode } from '../domain/code.js';
import { type Invite, inviteId, type Target } from '../domain/invite.js';
import { fullName, shortName } from '../domain/names.js';
import type { Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type AccountRef, type DialogRef, dialogOf, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { linkOf } from './chat-doors.js';
import type { Reply } from './command.js';
import { targetVars } from './invites-form.js';
import type { Whom } from './invites-whom.js';
import type { Known } from './known.js';
import { momentVars } from './people-when.js';

type Issued = Pick<Reply, 'actions' | 'changes'>;

interface Batch {
  readonly id: string;
  readonly target: Target;
  readonly chat: Chat;
  readonly issuer: string;
  /** Where the cards go. */
  readonly to: DialogRef;
  readonly until: number;
  /** Codes that live already are not given out once more. */
  readonly fresh: boolean;
  /** Codes that are spent together with this. */
  readonly spent?: ReadonlySet<string>;
}

const inviteOf = (person: Person, issue: number, { target, issuer, until, id }: Batch, now: number): Invite => ({
  state: 'issued',
  person: person.id,
  role: person.role,
  ...target,
  issuer,
  issue,
  issued: now,
  until,
  batch: id,
});

/** The issue of the code that invites: the one that is in somebody's hands already, unless it is to die. */
const nextIssue = async (person: string, { fresh, spent }: Pick<Batch, 'fresh' | 'spent'>, known: Known) => {
  const { codes, code, now } = known;
  const was = await codes.issueOf(person);
  const last = code(person, was);
  const alive = was > 0 && !spent?.has(last) && (await codes.whose(last, now)) === person;
  return { was, issue: alive && !fresh ? was : was + 1 };
};

const kept = async (invite: Invite, known: Known): Promise<Change> => {
  const id = inviteId(invite.person, invite);
  return keep('invite', id, invite, await known.records.get('invite', id));
};

/** For the hands of somebody the bot does not know yet: a card and the words to go with it. */
const onPaper = async (person: Person, batch: Batch, address: string | undefined, known: Known): Promise<Issued> => {
  const { target, until, to } = batch;
  const { was, issue } = await nextIssue(person.id, batch, known);
  const code = known.code(person.id, issue);
  const link = address === undefined ? undefined : deepLink(address, code);
  const classes = target.class === undefined ? [] : [target.class];
  const card = { name: fullName(person), role: person.role, classes, code, ...(link && { link }), until };
  const files = (await known.documents.cards([card])).map(({ name, bytes }) => ({
    name,
    kind: 'picture' as const,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const words = text('invites-card', {
    ...targetVars(target),
    role: person.role,
    ...momentVars(until, known.zone),
    whose: fullName(person),
    way: link === undefined ? text('invites-way-code') : text('invites-way-link', { link }),
    code: printCode(code),
  });
  return {
    actions: [{ do: 'send', to, text: words, files }],
    changes: [
      { put: 'issued-code', code, person: person.id, issue, until, was },
      await kept(inviteOf(person, issue, batch, known.now), known),
    ],
  };
};

/** For somebody the bot knows: the link comes in the dialog. */
const inDialog = async (
  person: Person,
  accounts: readonly AccountRef[],
  batch: Batch,
  link: string | undefined,
  known: Known,
): Promise<Issued> => {
  const [account] = accounts.filter((one) => platformOf(one) === platformOf(batch.chat.ref));
  if (account === undefined) return { actions: [], changes: [] };
  const vars = { ...chatVars(batch.chat), role: person.role, ...momentVars(batch.until, known.zone) };
  const words = link === undefined ? text('invites-door-shut', vars) : text('invites-known', { ...vars, link });
  const otherwise: Action = { do: 'send', to: batch.to, text: text('invites-unreached', { who: shortName(person) }) };
  const invite = {
    ...inviteOf(person, 0, batch, known.now),
    state: 'claimed',
    claimed: { at: known.now, account },
  } as const;
  return {
    actions: [{ do: 'send', to: dialogOf(account), text: words, otherwise }],
    changes: [await kept(invite, known)],
  };
};

/** Those of a batch are warned of and annulled together. */
const timersOf = ({ id, until }: Batch, warningDays: number): readonly Change[] => {
  const timer = (job: string, at: number): Change => ({
    put: 'timer',
    timer: { key: `${job}:${id}`, at, job, data: { batch: id } },
  });
  return [...(warningDays > 0 ? [timer('invite-warn', until - warningDays * DAY)] : []), timer('invite-annul', until)];
};

/** Invites for these people: a code each for those the bot does not know, the link for the others. */
export const issue = async (
  { chat, people }: Whom,
  given: Pick<Batch, 'target' | 'fresh' | 'spent' | 'issuer' | 'to'>,
  known: Known,
): Promise<Issued & { readonly count: number; readonly cards: number }> => {
  if (chat === undefined || people.length === 0) return { actions: [], changes: [], count: 0, cards: 0 };
  const { inviteDays, inviteWarningDays } = await known.settings();
  const batch: Batch = { ...given, id: known.name('batch'), chat, until: known.now + inviteDays * DAY };
  const address = await known.messenger(platformOf(chat.ref)).ask({ ask: 'address' });
  const link = people.some(({ accounts }) => accounts.length > 0) ? await linkOf(chat, false, known) : undefined;
  const actions: Action[] = [];
  const changes: Change[] = [];
  for (const { person, accounts } of people) {
    const one =
      accounts.length > 0
        ? await inDialog(person, accounts, batch, link, known)
        : await onPaper(person, batch, address, known);
    actions.push(...one.actions);
    changes.push(...one.changes);
  }
  changes.push(...timersOf(batch, inviteWarningDays));
  return {
    actions,
    changes,
    count: people.length,
    cards: people.filter(({ accounts }) => accounts.length === 0).length,
  };
};
