import { type Invite, inviteId, isOpen, targetOfInvite } from '../domain/invite.js';
import { shortName } from '../domain/names.js';
import type { Held } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import type { Call, Reply } from './command.js';
import { end } from './invites-end.js';
import { namedIn, readTarget, targetVars } from './invites-form.js';
import { asking, NO, told } from './invites-talk.js';
import { dateOf } from './people-when.js';

/** The invites that whoever calls may take back: the own ones; of the administrator all. */
const ofCaller = async (call: Call): Promise<readonly Held<'invite'>[]> => {
  const all = await call.records.all('invite');
  const owners = new Map<string, boolean>();
  for (const { value } of all)
    if (!owners.has(value.issuer))
      owners.set(value.issuer, (await call.may('annul-invite', { owner: value.issuer })).granted === 'yes');
  return all.filter(({ value }) => owners.get(value.issuer) === true);
};

const grouped = (invites: readonly Invite[]): readonly (readonly Invite[])[] => {
  const groups = new Map<string, Invite[]>();
  for (const one of invites) {
    const key = inviteId('', targetOfInvite(one));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
};

const lineOf = async (invites: readonly Invite[], call: Call): Promise<Text> => {
  const count = (...states: readonly Invite['state'][]) => invites.filter(({ state }) => states.includes(state)).length;
  const waiting = invites.filter(({ state }) => state === 'issued');
  const people = await Promise.all(waiting.map(({ person }) => call.people.find(person)));
  const names = people.flatMap((one) => (one ? [shortName(one)] : [])).sort((a, b) => a.localeCompare(b, 'ru'));
  const [first] = invites;
  const until = Math.max(0, ...invites.filter(isOpen).map((one) => one.until));
  return text('invites-line', {
    ...(first ? targetVars(first) : { kind: '', class: '', subject: '', purpose: '' }),
    issued: waiting.length,
    claimed: count('claimed'),
    joined: count('joined'),
    over: count('annulled', 'expired'),
    names: names.length === 0 ? '' : names.join(', '),
    open: until > 0 ? 'yes' : 'no',
    date: until > 0 ? dateOf(until, call.zone) : '',
  });
};

/** Own invites, chat by chat. */
export const list = async (call: Call): Promise<Reply> => {
  const held = await ofCaller(call);
  if (held.length === 0) return told(call, text('invites-none'), 'none');
  const lines = await Promise.all(grouped(held.map(({ value }) => value)).map((group) => lineOf(group, call)));
  const open = held.filter(({ value }) => isOpen(value)).map(({ id }) => id);
  const words = text('invites-list', { lines });
  if (open.length === 0) return told(call, words, 'told');
  const annul = { id: 'annul', label: text('button-invites-annul'), look: 'negative' } as const;
  return {
    actions: [],
    changes: [],
    because: 'told',
    asks: [asking(words, { step: 'annul', invites: open }, [annul])],
  };
};

/** Which invites are to be taken back; asked about before it is done. */
export const annulment = async (words: string, call: Call): Promise<Reply> => {
  const held = (await ofCaller(call)).filter(({ value }) => isOpen(value));
  const { named, rest } = namedIn(words, await call.people.all());
  const read = rest === '' ? undefined : readTarget(rest);
  if (read && 'defect' in read) return told(call, text('invites-form', { defect: read.defect }), 'usage');
  const meant = held.filter(
    ({ value }) =>
      (named.length === 0 || named.some(({ id }) => id === value.person)) &&
      (read === undefined || inviteId('', targetOfInvite(value)) === inviteId('', read.target)),
  );
  if (meant.length === 0) return told(call, text('invites-none-open'), 'none');
  const annul = { id: 'annul', label: text('button-invites-annul'), look: 'negative' } as const;
  const data = { step: 'annul', invites: meant.map(({ id }) => id) } as const;
  return {
    actions: [],
    changes: [],
    because: 'annulment',
    asks: [asking(text('invites-annul-preview', { count: meant.length }), data, [annul, NO])],
  };
};

/** Takes back what was confirmed and is still open, as far as whoever calls still may. */
export const annul = async (ids: readonly string[], call: Call): Promise<Reply> => {
  const held = (await ofCaller(call)).filter(({ id, value }) => ids.includes(id) && isOpen(value));
  const { actions, changes, ended } = await end(held, 'withdrawn', call);
  if (ended.length === 0) return told(call, text('invites-none-open'), 'none');
  const reply = told(call, text('invites-withdrawn', { count: ended.length }), 'annulled');
  return { ...reply, actions: [...reply.actions, ...actions], changes };
};
