import type { Meeting } from '../domain/meeting.js';
import type { Held } from '../domain/records.js';
import { text } from '../domain/text.js';
import { HOUR } from '../domain/time.js';
import type { Call, Reply } from './command.js';
import { startCancel, startMove } from './meetings-change.js';
import { startMinutes } from './meetings-minutes.js';
import { oneMeeting } from './meetings-own.js';
import { begin, callVote, end } from './meetings-run.js';
import { told } from './meetings-talk.js';

interface Verb {
  readonly typed: RegExp;
  /** Of which meetings it can be said. */
  readonly wanted: (meeting: Meeting, now: number) => boolean;
  readonly does: (held: Held<'meeting'>, words: string, call: Call) => Promise<Reply> | Reply;
}

/** What can be done to a meeting that is there. */
const VERBS: Readonly<Record<string, Verb>> = {
  end: {
    typed: /^(?:завершить|закончить|закрыть|конец|окончено|завершено)(?!\p{L})/iu,
    wanted: ({ state, at }, now) => state === 'begun' || (state === 'planned' && at <= now),
    does: (held, _words, call) => end(held, call),
  },
  begin: {
    typed: /^(?:начать|начинаем|открыть)(?!\p{L})/iu,
    wanted: ({ state, at }, now) => state === 'planned' && at <= now + HOUR,
    does: (held, _words, call) => begin(held, call),
  },
  move: {
    typed: /^(?:перенести|переносим|перенос)(?!\p{L})/iu,
    wanted: ({ state }) => state === 'planned',
    does: startMove,
  },
  cancel: {
    typed: /^(?:отменить|отменяем|отмена|отменяется)(?!\p{L})/iu,
    wanted: ({ state }) => state === 'planned',
    does: startCancel,
  },
  minutes: {
    typed: /^(?:протокол|решения)(?!\p{L})/iu,
    wanted: ({ state }) => state === 'ended',
    does: (held, _words, call) => startMinutes(held, call),
  },
  vote: {
    typed: /^(?:голосование|голосуем|голосовать)(?!\p{L})/iu,
    wanted: ({ state }) => state === 'begun',
    does: callVote,
  },
};

export const carryOutVerb = async (verb: string, held: Held<'meeting'>, words: string, call: Call): Promise<Reply> =>
  VERBS[verb]?.does(held, words, call) ?? told(call, text('button-stale'), 'gone');

/** «завершить», «перенести 5А на понедельник»: what it is about is found by the class, or asked. Nothing for other words. */
export const readVerb = async (words: string, call: Call): Promise<Reply | undefined> => {
  const found = Object.entries(VERBS).find(([, { typed }]) => typed.test(words));
  if (found === undefined) return undefined;
  const [verb, { typed, wanted }] = found;
  const rest = words.replace(typed, '').trim();
  const one = await oneMeeting(verb, rest, (meeting) => wanted(meeting, call.now), call);
  return 'held' in one ? carryOutVerb(verb, one.held, one.rest, call) : one;
};
