import { z } from 'zod';
import type { Change } from '../domain/change.js';
import type { Enquiry } from '../domain/enquiry.js';
import { shortName } from '../domain/names.js';
import { isOfSchool, type Person } from '../domain/person.js';
import type { Answer, Option } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { standingFor } from '../regulation/permissions-hats.js';
import { CANCEL, option, told } from './announcements-talk.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { toPerson } from './dative.js';
import type { Known } from './known.js';
import { classesOf } from './own-chats.js';
import { dialogsOf } from './people-who.js';
import { notBeforeNow } from './quiet.js';

export const HEARS = 'обращение';
/** How long an enquiry can be answered by its button. */
const KEPT = 14 * DAY;
const LONGEST = 2_000;

/** Where a conversation about an enquiry stands. */
export const EnquiryTalk = z.discriminatedUnion('step', [
  z.object({ step: z.literal('words'), to: z.string() }),
  z.object({ step: z.literal('send'), to: z.string(), words: z.string() }),
  z.object({ step: z.literal('card'), enquiry: z.string() }),
  z.object({ step: z.literal('reply'), enquiry: z.string() }),
]);
export type EnquiryTalk = z.output<typeof EnquiryTalk>;

const ask = (words: Text, data: EnquiryTalk, options: readonly Option[], more: Partial<Ask> = {}): Reply => ({
  actions: [],
  changes: [],
  because: data.step,
  asks: [{ words, data, options, asks: HEARS, ...more }],
});

/** Whom one asks: the class teacher of the own class, the administration where there is none. */
const rightPerson = async (call: Call): Promise<Person | undefined> => {
  const people = await call.people.all();
  const classes = call.person === undefined ? [] : await classesOf(call.person, call);
  const teachers = classes.map((name) => standingFor(people, 'class-teacher', name, call.now));
  const others = (['deputy', 'director', 'administrator'] as const).flatMap((role) =>
    people.filter((one) => one.role === role && isOfSchool(one, call.now)),
  );
  const all = [...teachers, ...others].filter((one) => one !== undefined && one.id !== call.person?.id);
  return all[0];
};

/** «/обращение Можно ли прийти в среду?» → whom it would go to. */
export const enquire = async (words: string, call: Call): Promise<Reply> => {
  const to = await rightPerson(call);
  if (to === undefined) return told(call, text('enquiry-nobody'), 'nobody');
  const who = toPerson(to);
  if (words.length > LONGEST) return told(call, text('enquiry-long'), 'long');
  if (words === '') return ask(text('enquiry-what', { who }), { step: 'words', to: to.id }, [CANCEL], { free: true });
  const options = [option('send', text('button-enquiry-send'), 'positive'), CANCEL];
  return ask(text('enquiry-preview', { who, words }), { step: 'send', to: to.id, words }, options);
};

/** Before whoever is asked, with a button to answer. */
const cards = async (id: string, { from, to, words, number }: Enquiry, known: Known): Promise<readonly Ask[]> => {
  const [author, asked] = await Promise.all([known.people.find(from), known.people.find(to)]);
  if (author === undefined || asked === undefined) return [];
  const classes = await classesOf(author, known);
  const shown = text('enquiry-card', { number, who: shortName(author), classes: classes.join(', ') || 'none', words });
  const answer = [option('reply', text('button-enquiry-reply'), 'primary')];
  const data = { step: 'card', enquiry: id };
  return (await dialogsOf([asked], known)).map(({ to: dialog }) => ({
    words: shown,
    options: answer,
    data,
    asks: HEARS,
    to: dialog,
    whom: asked.id,
    kept: KEPT,
  }));
};

/** Sends it on: at once, or when the quiet hours are over, for those who are asked rest too. */
const send = async (to: string, words: string, call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return told(call, text('announce-cancelled'), 'cancelled');
  const held = await call.records.get('counter', 'enquiry');
  const number = (held?.value.last ?? 0) + 1;
  const id = String(number);
  const at = await notBeforeNow(call);
  const waits = at > call.now;
  const enquiry: Enquiry = { number, from: person.id, to, words, at: call.now, state: waits ? 'waits' : 'passed' };
  const asks = waits ? [] : await cards(id, enquiry, call);
  if (!waits && asks.length === 0) return told(call, text('enquiry-unreached'), 'unreached');
  const timer: readonly Change[] = waits
    ? [{ put: 'timer', timer: { key: `enquiry-pass:${id}`, at, job: 'enquiry-pass', data: { enquiry: id } } }]
    : [];
  return {
    ...told(call, text('enquiry-sent', { number, when: waits ? 'morning' : 'now' }), 'sent'),
    changes: [keep('counter', 'enquiry', { last: number }, held), keep('enquiry', id, enquiry, undefined), ...timer],
    asks,
  };
};

/** The quiet hours are over. */
export const passEnquiry = async (id: string, known: Known): Promise<Reply> => {
  const held = await known.records.get('enquiry', id);
  if (held?.value.state !== 'waits') return { actions: [], changes: [], because: 'gone' };
  const changes = [keep('enquiry', id, { ...held.value, state: 'passed' as const }, held)];
  return { actions: [], changes, because: 'passed', asks: await cards(id, held.value, known) };
};

const reply = async (id: string, words: string, call: Call): Promise<Reply> => {
  const held = await call.records.get('enquiry', id);
  const author = held && (await call.people.find(held.value.from));
  if (held === undefined || author === undefined) return told(call, text('enquiry-gone'), 'gone');
  const reached = await dialogsOf([author], call);
  if (reached.length === 0) return told(call, text('enquiry-unreached'), 'unreached');
  const answer = text('enquiry-reply', {
    number: held.value.number,
    who: call.person ? shortName(call.person) : '',
    words: words.slice(0, LONGEST),
  });
  return {
    actions: [
      ...told(call, text('enquiry-replied'), 'replied').actions,
      ...reached.map(({ to }) => ({ do: 'send', to, text: answer }) as const),
    ],
    changes: [keep('enquiry', id, { ...held.value, state: 'answered' }, held)],
    because: 'replied',
  };
};

export const hearEnquiry = (
  { option: chosen, words }: Answer,
  talk: EnquiryTalk,
  call: Call,
): Promise<Reply> | Reply => {
  if (chosen === 'cancel') return told(call, text('enquiry-cancelled'), 'cancelled');
  switch (talk.step) {
    case 'words':
      return enquire(words ?? '', call);
    case 'send':
      return send(talk.to, talk.words, call);
    case 'card': {
      const asked = ask(text('enquiry-your-reply'), { step: 'reply', enquiry: talk.enquiry }, [CANCEL], { free: true });
      return { ...asked, stays: true };
    }
    case 'reply':
      return words === undefined
        ? told(call, text('enquiry-cancelled'), 'cancelled')
        : reply(talk.enquiry, words, call);
  }
};
