import { z } from 'zod';
import { MovementData } from '../domain/movement.js';
import type { Option } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { dayOf, doneBefore, type Movement, printDay } from '../roster/movement.js';
import type { MovementPlan } from '../roster/movement-plan.js';
import { type Choice, readMovement } from '../roster/movement-read.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { cited } from './may.js';
import { decidedBefore, lay, rightToMove } from './movement.js';
import { carryOut } from './movement-doing.js';
import { dialogsOf, whoMay } from './people-who.js';
import { here } from './reply.js';

/** Where the conversation stands: a plan to confirm, or several people who may be meant. */
export const MovementTalk = z.union([
  /** `from`: who has asked for it and waits for the answer. */
  z.object({ movement: MovementData, from: z.string().exactOptional() }),
  z.object({ choices: z.array(z.string()) }),
]);
export type MovementTalk = z.output<typeof MovementTalk>;

const only = (call: Call, words: Text, because: string): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
});

const optionsFor = ({ notices }: MovementPlan): readonly Option[] => [
  { id: 'do', label: text('button-movement-do'), look: 'positive' },
  ...(notices.some(({ kind }) => kind === 'farewell')
    ? [{ id: 'quiet', label: text('button-movement-quiet'), look: 'secondary' } as const]
    : []),
  { id: 'cancel', label: text('button-movement-cancel'), look: 'negative' },
];

const asked = (movement: Movement, plan: MovementPlan, words: Text, from?: string): Ask => ({
  words,
  options: optionsFor(plan),
  data: { movement: z.json().parse(MovementData.parse(movement)), ...(from === undefined ? {} : { from }) },
});

/** Characters of a label beside the brackets. */
const LABEL = 37;
/** Buttons to choose among namesakes: more would not be read. */
const MOST = 5;

const which = (words: Text, choices: readonly Choice[], call: Call): Reply => {
  const shown = choices.slice(0, MOST);
  const options = shown.map(
    ({ person }, at): Option => ({
      id: String(at),
      label: text('button-movement-who', {
        who: `${person.surname} ${person.name}`.slice(0, Math.max(0, LABEL - person.id.length)),
        id: person.id,
      }),
    }),
  );
  const data = { choices: shown.map(({ typed }) => typed) };
  return { actions: [], changes: [], because: 'which', asks: [{ words, options, data, whom: call.person?.id ?? '' }] };
};

/** Somebody who may not decide it passes it on to those who may. */
const passedOn = async (movement: Movement, plan: MovementPlan, words: Text, call: Call): Promise<Reply> => {
  const { permission, scope } = await rightToMove(movement, call);
  const deciders = await dialogsOf(await whoMay(permission, scope, call), call);
  const role = text('role', { role: call.person?.role ?? '' });
  const shown = text('movement-passed', { role, preview: plan.preview });
  const asks = deciders.map(({ person, to }) => ({
    ...asked(movement, plan, shown, call.person?.id),
    to,
    whom: person.id,
  }));
  const said = asks.length > 0 ? text('movement-passed-on') : words;
  return { actions: [here(call, said)], changes: [], because: 'passed-on', asks };
};

const waits = (begins: number, { zone }: Call): Text => text('movement-waits', { date: printDay(dayOf(begins, zone)) });

/** Decided before: when it was carried out, or when it will be, as long as it is not taken back. */
const before = async (movement: Movement, call: Call): Promise<Reply | undefined> => {
  const held = await decidedBefore(movement, call);
  if (held === undefined) return undefined;
  const { state, at, begins } = held.value;
  if (state === 'done') return only(call, doneBefore(at, call.zone), 'before');
  const options: readonly Option[] = [
    { id: 'keep', label: text('button-movement-keep'), look: 'primary' },
    { id: 'drop', label: text('button-movement-drop'), look: 'negative' },
  ];
  const data = { movement: z.json().parse(MovementData.parse(movement)) };
  return { actions: [], changes: [], because: 'before', asks: [{ words: waits(begins, call), options, data }] };
};

/** A movement whose day has not come is taken back. */
const drop = async (movement: Movement, call: Call): Promise<Reply> => {
  const held = await decidedBefore(movement, call);
  if (held?.value.state !== 'waiting') return only(call, text('movement-cancelled'), 'gone');
  return {
    actions: [here(call, text('movement-dropped'))],
    changes: [keep('movement', held.id, null, held), { put: 'no-timer', key: `movement-begin:${held.id}` }],
    because: 'dropped',
  };
};

/** What stands after `/движение` → a preview to confirm. */
export const askMovement = async (tail: string, call: Call): Promise<Reply> => {
  const citation = call.cite('MOVEMENT');
  const read = readMovement(tail, await call.people.all(), citation ? cited(citation) : undefined);
  if (!read.ok) return read.choices ? which(read.text, read.choices, call) : only(call, read.text, 'usage');
  const { movement } = read;
  const { permission, scope } = await rightToMove(movement, call);
  const permitted = await call.may(permission, scope);
  if (permitted.granted === 'no') return only(call, permitted.text, 'refused');
  const done = await before(movement, call);
  if (done) return done;
  const { come } = await lay(movement, call);
  if (!come.ok) return only(call, come.text, 'impossible');
  if (permitted.granted !== 'yes') return passedOn(movement, come.plan, permitted.text, call);
  return { actions: [], changes: [], because: 'asked', asks: [asked(movement, come.plan, come.plan.preview)] };
};

const wait = (plan: MovementPlan, movement: Movement, quiet: boolean, call: Call): Reply => {
  const { key, begins } = plan;
  const kept = { movement: MovementData.parse(movement), state: 'waiting', by: call.person?.id ?? '' } as const;
  const timer = { key: `movement-begin:${key}`, at: begins, job: 'movement-begin', data: { movement: key } };
  return {
    actions: [here(call, waits(begins, call))],
    changes: [keep('movement', key, { ...kept, at: call.now, begins, quiet }, undefined), { put: 'timer', timer }],
    because: 'waits',
  };
};

/** What follows from the answer. All is looked at again: rights, people and chats may have changed. */
const decideOn = async (movement: Movement, option: string, call: Call): Promise<Reply> => {
  const { permission, scope } = await rightToMove(movement, call);
  const permitted = await call.may(permission, scope);
  if (permitted.granted !== 'yes') return only(call, permitted.text, 'refused');
  if (option === 'drop') return drop(movement, call);
  const quiet = option === 'quiet';
  const done = await before(movement, call);
  if (done) return done;
  const laid = await lay(movement, call);
  const { come } = laid;
  if (!come.ok) return only(call, come.text, 'impossible');
  if (come.plan.begins > call.now) return wait(come.plan, movement, quiet, call);
  const by = call.person?.id ?? '';
  const kept = {
    movement: MovementData.parse(movement),
    state: 'done',
    by,
    at: call.now,
    begins: call.now,
    quiet,
  } as const;
  const { actions, changes } = await carryOut(come.plan, kept, laid, call);
  return { actions: [here(call, text('movement-done')), ...actions], changes, because: 'done' };
};

/** Whoever has asked for the movement hears what became of it. */
const withAnswer = async (reply: Reply, from: string | undefined, call: Call): Promise<Reply> => {
  const asker = from === undefined ? undefined : await call.people.find(from);
  if (asker === undefined || asker.id === call.person?.id) return reply;
  const key = { done: 'movement-granted', waits: 'movement-granted', cancelled: 'movement-declined' }[reply.because];
  if (key === undefined) return reply;
  const told = (await dialogsOf([asker], call)).map(({ to }) => ({ do: 'send', to, text: text(key) }) as const);
  return { ...reply, actions: [...reply.actions, ...told] };
};

export const hearMovement = async (option: string | undefined, talk: MovementTalk, call: Call): Promise<Reply> => {
  if ('choices' in talk) {
    const typed = talk.choices[Number(option)];
    return typed === undefined ? only(call, text('movement-cancelled'), 'cancelled') : askMovement(typed, call);
  }
  const deciding = option === 'do' || option === 'quiet' || option === 'drop';
  // Another administrator may have decided it meanwhile: then there is nothing to cancel.
  const reply = deciding
    ? await decideOn(talk.movement, option, call)
    : (option === 'cancel' && (await before(talk.movement, call))) ||
      only(call, text('movement-cancelled'), 'cancelled');
  return withAnswer(reply, talk.from, call);
};
