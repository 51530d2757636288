import { exclude } from '../cases/decisions.js';
import { type Case, conductId } from '../domain/case.js';
import { type Chat, chatVars } from '../domain/chat.js';
import { shortName } from '../domain/names.js';
import { isNear, type Person } from '../domain/person.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import type { Ask } from './ask.js';
import { cardWords, stepOf } from './case-card.js';
import { firstReached } from './case-reach.js';
import { asking, askingWords, option, told } from './case-talk.js';
import type { Call, Reply } from './command.js';
import { readerOf } from './incident.js';
import type { Known } from './known.js';
import { cited, scopeOf } from './may.js';
import { responsibleFor } from './membership-cards.js';
import { dialogsOf, whoMay } from './people-who.js';
import { here } from './reply.js';

/** Characters of a reason, and of how somebody is informed. */
const LONGEST = 500;

/** Whether the chat rules let the administration exclude for it, and the measure has not fallen. */
export const mayExclude = (one: Case, known: Pick<Known, 'policy'>): boolean =>
  one.excluded === undefined &&
  one.person !== undefined &&
  (one.measure?.state === 'provisional' || one.measure?.state === 'confirmed') &&
  stepOf(one, known)?.exclusion === true;

const scopeFor = (one: Case, chat: Chat) => ({
  ...scopeOf(chat),
  parties: [...one.parties, ...(one.person === undefined ? [] : [one.person])],
});

const exclusionCard = async (held: Held<'case'>, chat: Chat, reader: Person, known: Known): Promise<Ask> =>
  asking(
    text('case-exclusion', { card: await cardWords(held, chat, reader, known) }),
    { step: 'exclude', case: held.id },
    [option('exclude', 'negative'), option('not-exclude', 'secondary')],
  );

/** The administration is asked whether to exclude, whoever decides about the limit. */
export const exclusionCards = async (held: Held<'case'>, chat: Chat, known: Known): Promise<readonly Ask[]> => {
  const one = held.value;
  if (!mayExclude(one, known)) return [];
  const able = await whoMay('exclude', scopeFor(one, chat), known);
  const others = able.filter((person) => person.id !== one.appeal?.to && !isNear(person, one.person));
  // The deputy first, as everywhere.
  const inOrder = others.toSorted((a, b) => Number(b.role === 'deputy') - Number(a.role === 'deputy'));
  const first = await firstReached(inOrder, known);
  return Promise.all(
    (first?.dialogs ?? []).map(async ({ person, to }) => ({
      ...(await exclusionCard(held, chat, person, known)),
      to,
      whom: person.id,
    })),
  );
};

/** The same for whoever asks for the case and may exclude. */
export const exclusionFor = async (held: Held<'case'>, chat: Chat, call: Call): Promise<readonly Ask[]> => {
  const { value } = held;
  const { person } = call;
  const mine = person !== undefined && person.id !== value.appeal?.to && !isNear(person, value.person);
  if (!mine || !mayExclude(value, call) || (await call.may('exclude', scopeFor(value, chat))).granted !== 'yes')
    return [];
  return [await exclusionCard(held, chat, person, call)];
};

/** Why whoever calls does not exclude; nothing when he may. Rights are asked anew every time. */
const unless = async ({ value }: Held<'case'>, chat: Chat, call: Call): Promise<Reply | undefined> => {
  if (!mayExclude(value, call)) return told(call, text('case-exclusion-over', { number: value.number }), 'over');
  if (call.person && isNear(call.person, value.person)) return told(call, text('case-not-yours'), 'refused');
  const permitted = await call.may('exclude', scopeFor(value, chat));
  return permitted.granted === 'yes' ? undefined : told(call, permitted.text, 'refused');
};

/** First why. */
export const askReason = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const stopped = await unless(held, chat, call);
  if (stopped) return stopped;
  const words = text('case-exclusion-reason', { number: held.value.number });
  const ask = askingWords(words, { step: 'reason', case: held.id }, [option('not-exclude', 'secondary')]);
  return { actions: [], changes: [], because: 'reason', asks: [ask], stays: true };
};

export const notExcluded = (held: Held<'case'>, call: Call): Reply =>
  told(call, text('case-exclusion-none', { number: held.value.number }), 'not-excluded');

const tooLong = (words: string, call: Call): Reply | undefined =>
  words.length > LONGEST
    ? { ...told(call, text('case-too-long', { most: LONGEST }), 'too-long'), stays: true }
    : undefined;

/** Then how the person goes on being informed: nobody is cut off from the school. */
export const askOtherWay = async (
  held: Held<'case'>,
  chat: Chat,
  reason: string | undefined,
  call: Call,
): Promise<Reply> => {
  if (reason === undefined) return notExcluded(held, call);
  const stopped = (await unless(held, chat, call)) ?? tooLong(reason, call);
  if (stopped) return stopped;
  const words = text('case-exclusion-other-way', { number: held.value.number });
  const ask = askingWords(words, { step: 'other-way', case: held.id, reason }, [option('not-exclude', 'secondary')]);
  return { actions: [], changes: [], because: 'other-way', asks: [ask] };
};

/** Then once more, with everything that will follow. */
export const preview = async (
  held: Held<'case'>,
  chat: Chat,
  { reason, how }: { readonly reason: string; readonly how: string | undefined },
  call: Call,
): Promise<Reply> => {
  if (how === undefined) return notExcluded(held, call);
  const stopped = (await unless(held, chat, call)) ?? tooLong(how, call);
  if (stopped) return stopped;
  const words = text('case-exclusion-preview', { ...chatVars(chat), number: held.value.number, reason, how });
  const data = { step: 'out', case: held.id, reason, how } as const;
  const ask = asking(words, data, [option('out', 'negative'), option('not-exclude', 'secondary')]);
  return { actions: [], changes: [], because: 'preview', asks: [ask] };
};

/** All accounts of the person in this messenger, and the one that was seen. */
const accountsOf = async (one: Case, { people }: Known) => {
  const linked = one.person === undefined ? [] : await people.accountsOf(one.person);
  return [...new Set([one.account, ...linked])].filter((account) => platformOf(account) === platformOf(one.chat));
};

const tellings = async (
  one: Case,
  chat: Chat,
  { reason, how, removed }: { readonly reason: string; readonly how: string; readonly removed: boolean },
  call: Call,
): Promise<Reply['actions']> => {
  const person = one.person === undefined ? undefined : await call.people.find(one.person);
  const vars = { ...chatVars(chat), reason, how, number: one.number, removed: removed ? 'yes' : 'no' };
  const responsible = await responsibleFor(chat, call);
  const teacher = responsible && responsible.id !== call.person?.id ? await dialogsOf([responsible], call) : [];
  const author = text('case-excluded', {
    ...vars,
    reader: readerOf(person),
    cited: one.measure ? cited(one.measure.ground) : '',
  });
  const toTeacher = text('case-excluded-teacher', { ...vars, name: person ? shortName(person) : '' });
  return [
    { do: 'send', to: dialogOf(one.account), text: author },
    ...teacher.map(({ to }) => ({ do: 'send', to, text: toTeacher }) as const),
  ];
};

/** Excluded: out of the chat, informed another way, and told with the reason and where to go on. */
export const excluded = async (
  held: Held<'case'>,
  chat: Chat,
  {
    reason,
    how,
    option: answer,
  }: { readonly reason: string; readonly how: string; readonly option: string | undefined },
  call: Call,
): Promise<Reply> => {
  if (answer !== 'out') return notExcluded(held, call);
  const stopped = await unless(held, chat, call);
  if (stopped) return stopped;
  const { person: who } = held.value;
  const conduct = await call.records.get('conduct', conductId(held.value));
  const matter = { id: held.id, case: held.value, conduct: conduct?.value ?? { strikes: [] } };
  const moved = exclude(matter, { by: call.person?.id ?? '', at: call.now, words: reason });
  if ('unmoved' in moved || who === undefined) return notExcluded(held, call);
  const { case: one, conduct: stands } = moved.matter;
  const standing = await call.records.get('standing', who);
  const { excluded: before = [], ...rest } = standing?.value ?? {};
  const settled = { ...rest, otherWay: { at: call.now, how }, excluded: [...before, chat.ref] };
  const removed = call.messenger(platformOf(chat.ref)).capabilities.remove;
  const accounts = removed ? await accountsOf(one, call) : [];
  return {
    actions: [
      ...accounts.map((account) => ({ do: 'remove', chat: chat.ref, account }) as const),
      here(call, text('case-done-excluded', { number: one.number, removed: removed ? 'yes' : 'no' })),
      ...(await tellings(one, chat, { reason, how, removed }, call)),
    ],
    changes: [
      keep('case', held.id, one, held),
      ...(conduct ? [keep('conduct', conduct.id, stands, conduct)] : []),
      keep('standing', who, settled, standing),
      { put: 'no-timer', key: `case-card:${held.id}` },
      { put: 'no-timer', key: `case-late:${held.id}` },
    ],
    because: 'excluded',
  };
};
