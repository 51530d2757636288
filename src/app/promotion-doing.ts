import type { Change } from '../domain/change.js';
import type { Chat } from '../domain/chat.js';
import { type Invite, isOpen } from '../domain/invite.js';
import { type Promotion, PromotionRecord, type PromotionStep, schoolYearOf } from '../domain/promotion.js';
import { type Held, keep } from '../domain/records.js';
import { type ChatRef, platformOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { DAY, HOUR } from '../domain/time.js';
import { printDay } from '../roster/movement.js';
import type { PromotionPlan } from '../roster/promotion.js';
import { dayOf, shownDate } from './acknowledging.js';
import type { Reply } from './command.js';
import { end } from './invites-end.js';
import type { Known } from './known.js';
import { speak } from './movement-doing.js';
import { cutOff, followed } from './promotion-following.js';
import { notBeforeNow } from './quiet.js';

type Done = Pick<Reply, 'actions' | 'changes'>;
type Standings = ReadonlyMap<string, Held<'standing'>>;

/** Whoever has left is forgotten on the day they were told, at this hour of the night. */
const FORGOTTEN = 3 * HOUR;
/** So long it can be taken back. */
export const REVERSIBLE = DAY;

/** Read before the school is: whatever is written then rests on nobody having changed people or chats meanwhile. */
export const asItStands = async ({ people, chats }: Pick<Known, 'people' | 'chats'>): Promise<readonly Change[]> => {
  const versions = { people: await people.version(), chats: await chats.version() };
  return (['people', 'chats'] as const).map((of) => ({ put: 'unchanged', of, version: versions[of] }));
};

/** Chats as they are registered from now on: the bot is in them, or no longer, as before. */
export const registering = async (
  chats: readonly Chat[],
  { chats: known, now: at }: Pick<Known, 'chats' | 'now'>,
): Promise<readonly Change[]> => {
  const present = new Set(await known.present());
  return chats.flatMap((chat): readonly Change[] => [
    { put: 'chat', chat },
    ...(present.has(chat.ref) ? [] : [{ put: 'presence', chat: chat.ref, present: false, at } as const]),
  ]);
};

const timer = (key: string, at: number, job: string, data: Readonly<Record<string, string | number>>): Change => ({
  put: 'timer',
  timer: { key, at, job, data },
});

export const yearRecord = (known: Pick<Known, 'records' | 'now' | 'zone'>): Promise<Held<'promotion'> | undefined> =>
  known.records.get('promotion', schoolYearOf(dayOf(known.now, known.zone)));

/** Chats whose titles are looked at together: some messengers are asked of each by itself. */
const TOGETHER = 20;

type Titles = readonly (readonly [ChatRef, string, string])[];

/**
 * What a messenger has to be asked for is done by itself afterwards, each messenger apart: none holds up the school. Who left is
 * shown out at once; titles, which people read, wait until morning.
 */
export const afterwards = async (
  key: string,
  step: Pick<PromotionStep, 'at' | 'by'>,
  titles: Titles,
  known: Known,
): Promise<readonly Change[]> => {
  const platforms = [...new Set((await known.chats.all()).map(({ ref }) => platformOf(ref)))];
  const morning = await notBeforeNow(known);
  return platforms.flatMap((platform) => {
    const own = titles.filter(([ref]) => platformOf(ref) === platform);
    const data = { platform, at: step.at, by: step.by };
    const parts = Array.from({ length: Math.ceil(own.length / TOGETHER) }, (_, at): Change => {
      const titled = JSON.stringify(own.slice(at * TOGETHER, (at + 1) * TOGETHER));
      const named = { ...data, titles: titled };
      const one = {
        key: `promotion-titles:${key}:${platform}:${at}`,
        at: morning,
        job: 'promotion-titles',
        data: named,
      };
      return { put: 'timer', timer: { ...one, apart: `promotion-titles ${platform}` } };
    });
    return [timer(`promotion-out:${key}:${platform}`, known.now, 'promotion-out', data), ...parts];
  });
};

/** Names what a step has still to say in the morning. */
export const waitingWords = (key: string): string => `movement-words:promotion ${key}`;

type Notices = Parameters<typeof speak>[0]['notices'];

/** At once, or in the morning. */
export const inTime = async (notices: Notices, key: string, by: string, known: Known): Promise<Done> => {
  const words = { by, joins: [], notices };
  const at = await notBeforeNow(known);
  if (at <= known.now) return speak(words, known);
  return { actions: [], changes: [timer(waitingWords(key), at, 'movement-words', { words: JSON.stringify(words) })] };
};

/** For those whose class is another one now, those who leave, and `whose` plans were for classes that have left. */
const noticesOf = (plan: PromotionPlan, quiet: boolean, whose: readonly string[], known: Known): Notices => {
  const classes = plan.classes.flatMap(([from, to]) => (to === null ? [from] : [])).join(', ');
  const ended = [...new Set(whose)].map((to) => ({
    to,
    text: text('promotion-cut-off', { classes, count: whose.filter((one) => one === to).length }),
  }));
  const changed = plan.people.flatMap(({ before, after }) => {
    if (after.standing?.left && !before.standing?.left) {
      const words = text('movement-farewell', { until: printDay(dayOf(plan.purge, known.zone)) });
      return quiet ? [] : [{ to: after.id, text: words }];
    }
    if (before.role !== 'class-teacher') return [];
    const vars = { from: before.classes.join(', '), to: after.classes.join(', ') || 'none' };
    return [{ to: after.id, text: text('promotion-notice', vars) }];
  });
  return [...changed, ...ended];
};

const stepOf = (plan: PromotionPlan, given: Omit<PromotionStep, 'classes' | 'before'>, approved: readonly string[]) =>
  ({
    ...given,
    classes: plan.classes.map(([from, to]): [string, string | null] => [from, to]),
    before: {
      people: plan.people.map(({ before }) => [before.id, before.role, [...before.classes]]),
      standings: plan.people.flatMap(({ before, after }) =>
        JSON.stringify(before.standing) === JSON.stringify(after.standing)
          ? []
          : [[before.id, before.standing ?? null]],
      ),
      chats: plan.chats.map(({ before }) => before),
      approved: [...approved],
    },
  }) as unknown as PromotionStep;

const rosterOf = ({ standing: _, ...row }: { readonly standing?: unknown }): string => JSON.stringify(row);

/** Carries a promotion out in one settlement: all of it is written, or nothing. */
export const promote = async (
  plan: PromotionPlan,
  wish: Pick<PromotionStep, 'order'>,
  quiet: boolean,
  { unchanged, standings }: { readonly unchanged: readonly Change[]; readonly standings: Standings },
  known: Known & { readonly person?: { readonly id: string } },
): Promise<Done> => {
  const year = schoolYearOf(dayOf(known.now, known.zone));
  const held = await known.records.get('promotion', year);
  const by = known.person?.id ?? '';
  const approved = await known.people.classes();
  const step = stepOf(plan, { at: known.now, by, order: wish.order, ...(quiet && { quiet }) }, approved);
  const steps = [...(held?.value.steps ?? []), step];
  const key = `${year} ${steps.length}`;
  const become = new Map(plan.classes);
  const left = plan.people.filter(({ before, after }) => after.standing?.left && !before.standing?.left);
  const leavers = left.map(({ after }) => after.id);
  const gone = new Set(leavers);
  // Into a class that has left nobody is invited: its name is another one's now.
  const over = (invite: Invite): boolean => gone.has(invite.person) || become.get(invite.class ?? '') === null;
  const open = (await known.records.all('invite')).filter(({ value }) => isOpen(value) && over(value));
  const withdrawn = open.length === 0 ? { actions: [], changes: [] } : await end(open, 'withdrawn', known);
  const titles = plan.chats.flatMap(({ before, after }) =>
    after?.class && before.class ? [[before.ref, before.class, after.class] as const] : [],
  );
  const cut = await cutOff(become, known);
  const said = await inTime(noticesOf(plan, quiet, cut.whose, known), key, by, known);
  const concerned = [
    ...leavers,
    ...plan.people.flatMap(({ before, after }) => (before.role === after.role ? [] : after.id)),
  ];
  const changes: readonly Change[] = [
    ...unchanged,
    keep('promotion', year, PromotionRecord.parse({ steps }), held),
    ...plan.people.flatMap(({ before, after }): Change[] =>
      rosterOf(before) === rosterOf(after) ? [] : [{ put: 'person', person: after }],
    ),
    ...(step.before?.standings ?? []).map(([id]): Change => {
      const person = plan.people.find(({ after }) => after.id === id)?.after;
      return keep('standing', id, person?.standing ?? null, standings.get(id));
    }),
    ...leavers.map((id) => timer(`purge:${id}`, plan.purge + FORGOTTEN, 'purge', { person: id })),
    ...(concerned.length > 0
      ? [timer(`appeals-pass:promotion ${key}`, known.now, 'appeals-pass', { people: concerned.join(' ') })]
      : []),
    ...plan.chats.flatMap(({ before, after }): Change[] => (after ? [] : [{ put: 'no-chat', chat: before.ref }])),
    ...(await registering(
      plan.chats.flatMap(({ after }) => after ?? []),
      known,
    )),
    ...(approved.length > 0 ? [{ put: 'classes', classes: plan.approved } as const] : []),
    ...withdrawn.changes,
    ...cut.changes,
    ...(await followed(become, new Set(leavers), known)),
    ...(await afterwards(key, step, titles, known)),
    timer(`promotion-forget:${key}`, known.now + REVERSIBLE, 'promotion-forget', { year, at: known.now }),
  ];
  return {
    actions: [...withdrawn.actions, ...said.actions],
    changes: [...changes, ...said.changes],
  };
};

/** The last step that can still be taken back. */
export const lastStep = (promotion: Promotion | undefined, now: number): PromotionStep | undefined => {
  const step = promotion?.steps.findLast(({ undone }) => undone === undefined);
  return step?.before && step.at + REVERSIBLE > now ? step : undefined;
};

export const shownOrder = ({ order }: Pick<PromotionStep, 'order'>) => ({
  number: order.number,
  ordered: shownDate(order.date),
});
