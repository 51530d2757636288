import { z } from 'zod';
import type { Answer } from '../../domain/question.js';
import { type Held, keep } from '../../domain/records.js';
import { afterStep, beginSetup, SETUP_STEPS, type SetupStep, stepBack, THE_SETUP } from '../../domain/setup.js';
import { type Text, text } from '../../domain/text.js';
import { DAY } from '../../domain/time.js';
import type { Ask } from '../ask.js';
import type { Call, Reply } from '../command.js';
import { here } from '../reply.js';
import { list } from './list.js';
import { order } from './order.js';
import { papers } from './papers.js';
import { channels, chats, room } from './platform.js';
import { settings } from './settings.js';
import type { Heard, Shown, Step } from './step.js';

const STEPS: Readonly<Record<SetupStep, Step>> = { order, list, room, channels, chats, settings, papers };
/** A school is not set up in a day; `/настройка` asks anew. */
const KEPT = 30 * DAY;

/** Where a question of the set-up stands. */
export const SetupData = z.object({
  step: z.enum(SETUP_STEPS),
  kept: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SetupData = z.output<typeof SetupData>;

const numbered = (step: SetupStep, words: Text): Text =>
  text('setup-step', { number: SETUP_STEPS.indexOf(step) + 1, of: SETUP_STEPS.length, words });

const asking = (step: SetupStep, { words, options, kept = {}, files }: Shown, call: Call): Ask => ({
  words,
  options,
  free: true,
  data: { step, kept },
  kept: KEPT,
  // The list names the provisional administrator: the account stays, the person behind it does not.
  whom: call.account,
  ...(files && { files }),
});

const askStep = async (step: SetupStep, call: Call, first?: Text): Promise<Ask> => {
  const shown = await STEPS[step].show(call);
  const words = numbered(step, shown.words);
  return asking(step, { ...shown, words: first ? text('setup-then', { first, next: words }) : words }, call);
};

/** Begins the set-up of the school, or goes on where it was left; undefined when it is done. */
export const goOn = async (call: Call, first?: Text): Promise<Reply | undefined> => {
  const held = await call.records.get('setup', THE_SETUP);
  const setup = held?.value ?? beginSetup(call.now);
  if (setup.step === 'done') return undefined;
  return {
    actions: [],
    changes: held ? [] : [keep('setup', THE_SETUP, setup, undefined)],
    because: held ? `setup:${setup.step}` : 'setup.started',
    asks: [await askStep(setup.step, call, first)],
  };
};

const follow = async (held: Held<'setup'>, heard: Heard, step: SetupStep, call: Call): Promise<Reply> => {
  if (heard.to === 'stay')
    return { actions: [here(call, heard.words)], changes: [], because: heard.because, stays: true };
  const { because, actions = [], changes = [] } = heard;
  if (heard.to === 'again') return { actions, changes, because, asks: [asking(step, heard.shown, call)] };
  const next = afterStep(held.value, step, call.person?.id ?? '', call.now) ?? held.value;
  return {
    actions,
    changes: [...changes, keep('setup', THE_SETUP, next, held)],
    because,
    ...(next.step === 'done' ? {} : { asks: [await askStep(next.step, call, heard.said)] }),
  };
};

const BACK = /^(?:назад|шаг назад|вернуться)[.!]*$/iu;

/** Whoever has thought better of it takes the step before again. */
const goBack = async (held: Held<'setup'>, call: Call): Promise<Reply | undefined> => {
  const before = stepBack(held.value);
  if (before === undefined) return undefined;
  const changes = [keep('setup', THE_SETUP, before, held)];
  return { actions: [], changes, because: 'setup:back', asks: [await askStep(before.step, call)] };
};

/** The answer to a question of the set-up; one to a step that somebody has taken meanwhile leads to where it stands. */
export const hearStep = async (answer: Answer, { step, kept }: SetupData, call: Call): Promise<Reply> => {
  const held = await call.records.get('setup', THE_SETUP);
  const back = held?.value.step === step && BACK.test(answer.words ?? '') ? await goBack(held, call) : undefined;
  if (back) return back;
  if (held?.value.step === step) return follow(held, await STEPS[step].hear(answer, call, kept), step, call);
  const passed = text('setup-passed', { number: SETUP_STEPS.indexOf(step) + 1 });
  return (
    (await goOn(call, passed)) ?? { actions: [here(call, text('setup-over'))], changes: [], because: 'setup-over' }
  );
};
