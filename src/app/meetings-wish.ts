import { shortName } from '../domain/names.js';
import { type Text, text } from '../domain/text.js';
import { standingFor } from '../regulation/permissions-hats.js';
import { inRow } from '../roster/words.js';
import type { Call, Reply } from './command.js';
import type { Permitted } from './may.js';
import { asking, asks, type Draft, NO, told } from './meetings-talk.js';
import { dialogsOf } from './people-who.js';

/** Letters of a wish that are passed on. */
const LONGEST = 500;

/** Who calls a class's parents together is the school's own setting. */
const settled = async ({ settings }: Call): Promise<Text> => {
  const roles = (await settings()).classMeetings.map((role) => text('role', { role }));
  return inRow(roles, 'roster-comma') ?? text('role', { role: 'class-teacher' });
};

/** Said to whoever may not call this meeting; a meeting of a class can be asked for. */
export const refused = async (draft: Draft, permitted: Permitted, call: Call, line = ''): Promise<Reply> => {
  if (permitted.granted === 'yes') return told(call, text('refuse-unregulated'), 'refused');
  const { class: ofClass, kind } = draft;
  if (call.person === undefined || kind !== 'class-parents') return told(call, permitted.text, 'refused');
  const who = await settled(call);
  const teacher =
    ofClass === undefined ? undefined : standingFor(await call.people.all(), 'class-teacher', ofClass, call.now);
  if (ofClass === undefined || teacher === undefined || line === '')
    return told(call, text('meeting-refused', { who }), 'refused');
  const pass = { id: 'yes', label: text('button-meeting-pass'), look: 'primary' } as const;
  const data = { step: 'pass', class: ofClass, line: line.slice(0, LONGEST) } as const;
  return asks('refused', asking(text('meeting-refused-offer', { who }), data, [pass, NO]));
};

/** Somebody's wish, before the class teacher. */
export const passOn = async (ofClass: string, line: string, call: Call): Promise<Reply> => {
  const teacher = standingFor(await call.people.all(), 'class-teacher', ofClass, call.now);
  const reached = teacher ? await dialogsOf([teacher], call) : [];
  if (call.person === undefined || teacher === undefined || reached.length === 0)
    return told(call, text('meeting-not-passed'), 'not-passed');
  const words = text('meeting-wish', {
    who: shortName(call.person),
    role: text('role', { role: call.person.role }),
    line,
  });
  const agree = { id: 'yes', label: text('button-meeting-call'), look: 'primary' } as const;
  const from = call.person.id;
  return {
    ...told(call, text('meeting-passed'), 'passed'),
    asks: reached.map(({ to }) => asking(words, { step: 'wish', line, from }, [agree, NO], { to, whom: teacher.id })),
  };
};
