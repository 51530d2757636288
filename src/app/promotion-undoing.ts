import type { Change } from '../domain/change.js';
import { PromotionRecord, type PromotionStep, schoolYearOf } from '../domain/promotion.js';
import { keep } from '../domain/records.js';
import { text } from '../domain/text.js';
import { type TakenBack, takeBack } from '../roster/promotion-back.js';
import { dayOf } from './acknowledging.js';
import type { Call, Reply } from './command.js';
import { afterwards, asItStands, inTime, lastStep, registering, waitingWords } from './promotion-doing.js';
import { followedBack } from './promotion-following.js';
import { here } from './reply.js';

/** Class teachers and leavers who were told of the promotion are told that it is none; whoever was not, never hears of it. */
const told = async (step: PromotionStep, key: string, { people, returned }: TakenBack, call: Call) => {
  if (await call.timers.find(waitingWords(key)))
    return { actions: [], changes: [{ put: 'no-timer', key: waitingWords(key) } as const] };
  const leaders = people
    .filter(({ role }) => role === 'class-teacher')
    .map(({ id, classes }) => ({ to: id, text: text('promotion-notice-back', { classes: classes.join(', ') }) }));
  const leavers = step.quiet ? [] : returned.map((to) => ({ to, text: text('promotion-notice-returned') }));
  return inTime([...leaders, ...leavers], key, step.by, call);
};

/** Takes the last promotion back, for all whom nobody has changed since. */
export const undo = async (call: Call): Promise<Reply> => {
  const year = schoolYearOf(dayOf(call.now, call.zone));
  const unchanged = await asItStands(call);
  const standings = new Map((await call.records.all('standing')).map((held) => [held.id, held]));
  const held = await call.records.get('promotion', year);
  const step = lastStep(held?.value, call.now);
  if (held === undefined || step?.before === undefined)
    return { actions: [here(call, text('promotion-no-undo'))], changes: [], because: 'nothing' };
  const [people, chats, approved] = await Promise.all([call.people.all(), call.chats.all(), call.people.classes()]);
  const back = takeBack(step, step.before, { people, chats, approved });
  const { before: _, ...rest } = step;
  const steps = held.value.steps.map(
    (one): PromotionStep => (one.at === step.at ? { ...rest, undone: call.now } : one),
  );
  const titles = back.chats.flatMap(({ now, before }) =>
    now?.class && before.class ? [[before.ref, now.class, before.class] as const] : [],
  );
  const key = `${year} back ${steps.length}`;
  const number = steps.findIndex(({ at }) => at === step.at) + 1;
  const said = await told(step, `${year} ${number}`, back, call);
  const changes: readonly Change[] = [
    ...unchanged,
    keep('promotion', year, PromotionRecord.parse({ steps }), held),
    ...back.people.map((person): Change => ({ put: 'person', person })),
    ...back.standings.map(({ person, standing }) => keep('standing', person, standing, standings.get(person))),
    ...back.returned.map((person): Change => ({ put: 'no-timer', key: `purge:${person}` })),
    ...(await registering(
      back.chats.map(({ before }) => before),
      call,
    )),
    ...(back.approved.length > 0 ? [{ put: 'classes', classes: back.approved } as const] : []),
    ...(await followedBack(step, call)),
    ...(await afterwards(key, { at: call.now, by: call.person?.id ?? '' }, titles, call)),
  ];
  const vars = {
    people: back.people.length,
    returned: back.returned.length,
    chats: back.chats.length,
    changed: back.changed,
  };
  const actions = [here(call, text('promotion-undone', vars)), ...said.actions];
  return { actions, changes: [...changes, ...said.changes], because: 'undone' };
};
