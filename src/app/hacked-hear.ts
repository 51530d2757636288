import { breach } from '../cases/ladder.js';
import { endOfSchoolYear } from '../cases/school-year.js';
import { type Case, conductId, type Measure } from '../domain/case.js';
import type { Change } from '../domain/change.js';
import { type Chat, chatVars } from '../domain/chat.js';
import type { Answer } from '../domain/question.js';
import { type Held, keep } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY, HOUR } from '../domain/time.js';
import { ladderAt } from '../regulation/cite.js';
import { askWhy } from './case-evidence.js';
import { OBJECTION } from './case-notice.js';
import { reversed } from './case-reversal.js';
import { unlessDecides } from './case-rights.js';
import type { Call, Reply } from './command.js';
import { freeze, released, restored } from './freezing.js';
import { shut } from './frozen-said.js';
import { readerOf } from './incident.js';
import { limited } from './limited.js';
import { cited } from './may.js';
import { momentVars } from './people-when.js';
import { here } from './reply.js';

const said = (call: Call, key: string, because = key): Reply => ({
  actions: [here(call, text(key))],
  changes: [],
  because,
});

/** What was done, with a word to whoever decided it before all else. */
const announced = (call: Call, key: string, done: Pick<Reply, 'actions' | 'changes' | 'asks'>): Reply => ({
  ...done,
  actions: [here(call, text(key)), ...done.actions],
  because: key,
});

/** «Это писали Вы?»: yes changes nothing, whoever says it; no is a report of one's own. */
export const hearMine = async (of: string, { option }: Answer, call: Call): Promise<Reply> => {
  const { person } = call;
  if (option === 'no' && person !== undefined) {
    const frozen = await shut(call);
    if (frozen) return frozen;
    const held = await call.records.get('frozen', person.id);
    return { ...(await freeze(person, call.account, held, undefined, call)), because: 'own' };
  }
  if (option === 'no') return said(call, 'hacked-stranger');
  const held = await call.records.get('frozen', of);
  const changes = held ? [keep('frozen', of, { ...held.value, said: 'yes' as const }, held)] : [];
  const words = text('hacked-said-yes', { reader: readerOf(call.person) });
  return { actions: [here(call, words)], changes, because: 'hacked-said-yes' };
};

/** Only whoever looks after accounts, and never about the own one. */
const refusal = async (of: string, call: Call): Promise<Reply | undefined> => {
  if (call.person?.id === of) return said(call, 'hacked-not-own');
  const able = await call.may('freeze-account', {});
  if (able.granted === 'yes') return undefined;
  const appoints = await call.may('appoint-administrator', {});
  return appoints.granted === 'yes' ? undefined : { actions: [here(call, able.text)], changes: [], because: 'refused' };
};

/** What was decided about an account by whoever looks after accounts. */
export const hearAccount = async (of: string, option: string | undefined, call: Call): Promise<Reply> => {
  const refused = await refusal(of, call);
  if (refused) return refused;
  const [person, held] = await Promise.all([call.people.find(of), call.records.get('frozen', of)]);
  if (person === undefined) return said(call, 'hacked-over');
  switch (option) {
    case 'freeze': {
      if (held?.value.state === 'frozen') return said(call, 'hacked-done-freeze');
      const account = held?.value.account ?? (await call.people.accountsOf(of))[0];
      if (account === undefined) return said(call, 'hacked-no-account');
      return announced(call, 'hacked-done-freeze', await freeze(person, account, held, call.person?.id ?? '', call));
    }
    case 'restore':
    case 'lift':
      return held
        ? announced(call, 'hacked-done-restore', await restored(held, person, call))
        : said(call, 'hacked-over');
    default:
      return said(call, 'hacked-done-stay');
  }
};

/** The check is over for this account, but not what a measure says. */
const endOfCheck = async (of: string, call: Call): Promise<Pick<Reply, 'actions' | 'changes'>> => {
  const [held, person] = await Promise.all([call.records.get('frozen', of), call.people.find(of)]);
  if (held?.value.state !== 'checked' || person === undefined) return { actions: [], changes: [] };
  const back = await released(held.value, person, call);
  return {
    actions: back.actions,
    changes: [keep('frozen', of, null, held), ...back.changes, { put: 'no-timer', key: `check-end:${of}` }],
  };
};

const timer = (job: string, id: string, at: number): Change => ({
  put: 'timer',
  timer: { key: `${job}:${id}`, at, job, data: { case: id } },
});

/** The owner wrote it, as a person has found out: only now a strike, and the step of the ladder it comes to. */
const byOwner = async (held: Held<'case'>, chat: Chat, call: Call): Promise<Reply> => {
  const { id, value } = held;
  const of = conductId(value);
  const word = { by: call.person?.id ?? '', at: call.now, as: 'confirmed' as const };
  const adopted = ladderAt(call.policy, value.written);
  const conduct = await call.records.get('conduct', of);
  const yearEnds = endOfSchoolYear(value.written, call.zone);
  const one = { case: id, chat: value.chat, at: value.written, yearEnds };
  const next = adopted && breach(conduct?.value ?? { strikes: [] }, one, adopted.ladder);
  const step = next?.step;
  const until = step?.measure === 'read-only' ? call.now + (step.hours ?? 0) * HOUR : (step?.until ?? 0);
  const measure: Measure | undefined =
    adopted && step
      ? {
          kind: step.measure,
          step: step.number,
          from: call.now,
          until,
          ground: { document: 'chat-rules', clause: adopted.ground.clause, edition: adopted.ground.edition },
          state: 'confirmed',
        }
      : undefined;
  const decided: Case = { ...value, decided: word, ...(measure && { measure }) };
  const check = await endOfCheck(of, call);
  const silence =
    measure?.kind === 'read-only'
      ? await limited(chat, value, { until, told: true, of: id }, call)
      : { actions: [], changes: [] };
  const strike = next?.conduct.strikes.find((other) => other.case === id);
  const strikes = next?.conduct.strikes.map((other) =>
    other.case === id ? { ...other, state: 'counts' as const } : other,
  );
  const words = text('hacked-owner', {
    ...chatVars(chat),
    ...momentVars(value.written, call.zone),
    cited: cited(value.citation),
    measure: measure?.kind ?? 'none',
    until: text('moment', momentVars(until, call.zone)),
    'cited-measure': adopted ? cited(adopted.ground) : '',
    reader: value.role === 'student' ? 'student' : 'other',
  });
  return {
    actions: [here(call, text('hacked-done-owner')), ...check.actions, ...silence.actions],
    changes: [
      keep('case', id, decided, held),
      ...(strikes && measure ? [keep('conduct', of, { strikes }, conduct)] : []),
      ...(strike && measure ? [timer('strike-end', id, strike.until)] : []),
      ...(measure?.kind === 'read-only' ? [timer('measure-end', id, until)] : []),
      ...check.changes,
      ...silence.changes,
    ],
    asks: [
      {
        words,
        data: { step: 'object', case: id },
        options: [{ id: 'object', label: text('button-object'), look: 'secondary' }],
        to: dialogOf(value.account),
        whom: value.person ?? value.account,
        kept: 30 * DAY,
        asks: OBJECTION,
      },
    ],
    because: 'owner',
  };
};

/** What was decided about the message by whoever answers for the chat. */
export const hearMessage = async (
  case_: string,
  of: string,
  option: string | undefined,
  call: Call,
): Promise<Reply> => {
  const held = await call.records.get('case', case_);
  const chat = held && (await call.chats.find(held.value.chat));
  if (held === undefined || chat === undefined) return said(call, 'hacked-over');
  if (option === 'show') return askWhy(held, chat, call);
  const refused = await unlessDecides(held, chat, call);
  if (refused) return refused;
  if (held.value.decided) return said(call, 'hacked-decided');
  if (option === 'owner') return byOwner(held, chat, call);
  const check = await endOfCheck(of, call);
  const back = await reversed(held, { by: call.person?.id ?? '', at: call.now }, 'decision', call);
  return announced(call, 'hacked-done-wrong', {
    actions: [...check.actions, ...back.actions],
    changes: [...check.changes, ...back.changes],
    asks: back.asks,
  });
};
