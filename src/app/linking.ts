import type { Change } from '../domain/change.js';
import { sameCode } from '../domain/code.js';
import { isOfSchool, type Person } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import { PROVISIONAL } from '../roster/provisional.js';
import { claimed } from './claiming.js';
import type { Call, Reply } from './command.js';
import { askAboutOld } from './people-relink.js';
import { askToConfirm, isSure, onlyByServer } from './people-role.js';
import { momentVars } from './people-when.js';
import { dialogsOf, whoMay } from './people-who.js';
import { here } from './reply.js';

/** Wrong tries an hour, after which codes are not looked at. */
export const TRIES = { account: 5, school: 100 };
const ALARM = 'codes';

/**
 * Whose account a code makes this one.
 * The typed code is looked up by its keyed hash, never compared with a true one character by character: how long the
 * answer takes says nothing about how near a guess was.
 */
export type Reading =
  | { readonly is: 'paused'; readonly by: keyof typeof TRIES }
  | { readonly is: 'own'; readonly person: Person }
  /** Of somebody else than the one this account is linked to already. */
  | { readonly is: 'others'; readonly owner: Person; readonly by: Person }
  /** Typed again from the account that has used it. */
  | { readonly is: 'again'; readonly person: Person }
  | { readonly is: 'wrong'; readonly lastTry: boolean };

/** Whether codes are not looked at for a while, and for whose sake. */
export const pausedFor = async ({ codes, account, now }: Call): Promise<keyof typeof TRIES | undefined> => {
  const tries = await codes.wrong(account, now);
  if (tries.school >= TRIES.school) return 'school';
  return tries.account >= TRIES.account ? 'account' : undefined;
};

/** Whose code it is, if it may be used: nobody who has left can come back by one. */
export const ownerOf = async (code: string, { codes, people, now }: Call): Promise<Person | undefined> => {
  const id = await codes.whose(code, now);
  const person = id === undefined ? undefined : await people.find(id);
  return person && isOfSchool(person, now) ? person : undefined;
};

export const readCode = async (code: string, call: Call): Promise<Reading> => {
  const by = await pausedFor(call);
  if (by) return { is: 'paused', by };
  const owner = await ownerOf(code, call);
  const { person } = call;
  if (owner === undefined) {
    const used = person && sameCode(call.code(person.id, await call.codes.issueOf(person.id)), code);
    if (used) return { is: 'again', person };
    const { school } = await call.codes.wrong(call.account, call.now);
    return { is: 'wrong', lastTry: school + 1 >= TRIES.school };
  }
  if (person === undefined || person.id === owner.id || person.id === PROVISIONAL.id)
    return { is: 'own', person: owner };
  return { is: 'others', owner, by: person };
};

export const welcome = (person: Person, call: Call) =>
  here(
    call,
    text('code-linked', {
      name: [person.name, person.patronymic].filter(Boolean).join(' '),
      role: text('role', { role: person.role }),
    }),
  );

/** A new card of one's own, used from the account that is one's own: nothing is asked of anybody. */
const linkedAgain = async (person: Person, code: string, call: Call): Promise<Reply> => {
  const next = await claimed(person, call.account, call);
  return {
    ...next,
    actions: [welcome(person, call), ...next.actions],
    changes: [{ put: 'used-code', code, at: call.now }, ...next.changes],
    because: 'again',
  };
};

/** The account is this person's from now on; the code is spent; whoever has to know or decide about it hears. */
export const linked = async (person: Person, code: string, call: Call): Promise<Reply> => {
  if (await isSure(person, call.account, call)) return linkedAgain(person, code, call);
  const known = (await call.people.accountsOf(person.id)).includes(call.account);
  if (!known && (await onlyByServer(person, call)))
    return { actions: [here(call, text('code-server'))], changes: [], because: 'only-by-server' };
  const confirm = await askToConfirm(person, call.account, call);
  const old = await askAboutOld(person, call.account, confirm.out, call);
  const next = confirm.rests ? { actions: [], changes: [] } : await claimed(person, call.account, call);
  return {
    actions: [welcome(person, call), ...next.actions, ...confirm.actions, ...old.actions],
    changes: [
      { put: 'link', account: call.account, person: person.id, at: call.now },
      { put: 'used-code', code, at: call.now },
      ...confirm.changes,
      ...old.changes,
      ...next.changes,
    ],
    asks: [...(next.asks ?? []), ...(confirm.asks ?? []), ...(old.asks ?? [])],
    because: 'linked',
  };
};

/** Codes of the whole school are guessed: the administrator hears of it once an hour. */
export const alarm = async (call: Call): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const held = await call.records.get('alarm', ALARM);
  if (held !== undefined && call.now - held.value.at < HOUR) return { actions: [], changes: [] };
  const told = await dialogsOf(await whoMay('confirm-role', {}, call), call);
  const words = text('codes-alarm', { count: TRIES.school, ...momentVars(call.now + HOUR, call.zone) });
  return {
    actions: told.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    changes: [keep('alarm', ALARM, { at: call.now }, held)],
  };
};

export const miss = ({ account, now }: Call): Change => ({ put: 'wrong-code', account, at: now });
