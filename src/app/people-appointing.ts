import { z } from 'zod';
import { shortName } from '../domain/names.js';
import { isOfSchool, type Person, TEACHING } from '../domain/person.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { findPeople } from '../roster/find-people.js';
import { endOf } from '../roster/movement.js';
import type { Call, Reply } from './command.js';
import { cited } from './may.js';
import { dateOf } from './people-when.js';
import { dialogsOf, whoMay } from './people-who.js';
import { here } from './reply.js';

/** What was asked: to pass an open question on, or to appoint somebody, with the last moment of it. */
export const Appointing = z.union([
  z.object({ passOn: z.literal(true) }),
  z.object({ person: z.string(), until: z.number().exactOptional() }),
]);
export type Appointing = z.output<typeof Appointing>;

/** Whom, and the last day. */
export interface Wanted {
  readonly who: string;
  readonly until?: string;
}

const FORM =
  /^(?:назнач\p{L}*\s+)?(?:дополнительн\p{L}*\s+администратор\p{L}*|additional\s+administrator)\s+(.+?)(?:\s+(?:до|until)\s+(\d{2})\.(\d{2})\.(\d{4}))?[.!]?$/iu;

/** «дополнительным администратором u01 до 31.12.2026», the verb before it or not. */
export const readAppointment = (typed: string): Wanted | undefined => {
  const [, who, day, month, year] = FORM.exec(typed.trim()) ?? [];
  if (who === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  return { who, ...(year === undefined || Number.isNaN(Date.parse(date)) ? {} : { until: date }) };
};

const only = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

/** Somebody of the teaching staff who has joined, and whose role is confirmed. */
const joinedTeacher = async (person: Person, { people, now }: Call): Promise<boolean> => {
  const { confirmed } = person.standing ?? {};
  const sure = TEACHING.includes(person.role) && confirmed !== undefined && confirmed <= now;
  return sure && isOfSchool(person, now) && (await people.accountsOf(person.id)).length > 0;
};

/** The regulation says nothing of it: whoever governs the school may decide. */
const open = (words: Text): Reply => ({
  actions: [],
  changes: [],
  because: 'unregulated',
  asks: [
    {
      words,
      data: { passOn: true },
      options: [
        { id: 'pass', label: text('button-appoint-pass'), look: 'primary' },
        { id: 'cancel', label: text('button-movement-cancel'), look: 'secondary' },
      ],
    },
  ],
});

export const askAppointment = async ({ who, until: day }: Wanted, call: Call): Promise<Reply> => {
  const permitted = await call.may('appoint-additional', {});
  if (permitted.granted === 'no') {
    const unregulated = permitted.why === 'unregulated' && permitted.offer;
    return unregulated ? open(permitted.offer) : only(call, permitted.text, 'refused');
  }
  const [person, another] = findPeople(who.split(/\s+/), await call.people.all()).people;
  if (person === undefined || another) return only(call, text(another ? 'appoint-which' : 'find-nobody'), 'nobody');
  const citation = call.cite('EXTRA_ADMIN');
  if (!(await joinedTeacher(person, call)))
    return only(call, citation ? text('appoint-whom', { cited: cited(citation) }) : text('appoint-whom-plain'), 'whom');
  const until = day === undefined ? undefined : endOf(day, call.zone);
  if (until !== undefined && until <= call.now) return only(call, text('appoint-date'), 'date');
  const term = until === undefined ? 'none' : dateOf(until - 1, call.zone);
  return {
    actions: [],
    changes: [],
    because: 'asked',
    asks: [
      {
        words: text('appoint-ask', { who: shortName(person), until: term }),
        data: { person: person.id, ...(until === undefined ? {} : { until }) },
        options: [
          { id: 'do', label: text('button-appoint-do'), look: 'positive' },
          { id: 'cancel', label: text('button-movement-cancel'), look: 'secondary' },
        ],
      },
    ],
  };
};

const passedOn = async (call: Call): Promise<Reply> => {
  const heads = await dialogsOf(await whoMay('appoint-administrator', {}, call), call);
  const words = text('appoint-passed');
  return {
    actions: [
      here(call, text(heads.length > 0 ? 'appoint-passed-on' : 'appoint-nobody')),
      ...heads.map(({ to }) => ({ do: 'send', to, text: words }) as const),
    ],
    changes: [],
    because: 'passed-on',
  };
};

export const hearAppointment = async (option: string | undefined, asked: Appointing, call: Call): Promise<Reply> => {
  if (option === 'pass') return passedOn(call);
  if (option !== 'do' || !('person' in asked)) return only(call, text('movement-cancelled'), 'cancelled');
  const permitted = await call.may('appoint-additional', {});
  if (permitted.granted === 'no') return only(call, permitted.text, 'refused');
  const held = await call.records.get('standing', asked.person);
  const person = await call.people.find(asked.person);
  if (person === undefined || !(await joinedTeacher(person, call))) return only(call, text('find-nobody'), 'gone');
  const { until } = asked;
  const additional = { by: call.person?.id ?? '', since: call.now, ...(until === undefined ? {} : { until }) };
  const told = await dialogsOf([person], call);
  return {
    actions: [
      here(call, text('appoint-done', { who: shortName(person) })),
      ...told.map(({ to }) => ({ do: 'send', to, text: text('appoint-told') }) as const),
    ],
    changes: [keep('standing', person.id, { ...held?.value, additional }, held)],
    because: 'appointed',
  };
};
