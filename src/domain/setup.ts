import { z } from 'zod';

/** The steps of a school's set-up, in their order. */
export const SETUP_STEPS = ['order', 'list', 'room', 'channels', 'chats', 'settings', 'papers'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** Where the set-up of the school stands: one record, `school`. */
export const SetupRecord = z.object({
  /** The step that waits; `done` after the last one. */
  step: z.enum([...SETUP_STEPS, 'done']),
  begun: z.number(),
  /** Who took which step, and when. */
  taken: z.array(z.object({ step: z.enum(SETUP_STEPS), by: z.string(), at: z.number() })),
});
export type Setup = z.output<typeof SetupRecord>;

export const THE_SETUP = 'school';

export const beginSetup = (at: number): Setup => ({ step: 'order', begun: at, taken: [] });

/** A set-up after one of its steps; undefined when it is not the one that waits. */
export const afterStep = (setup: Setup, step: SetupStep, by: string, at: number): Setup | undefined => {
  if (setup.step !== step) return undefined;
  const next = SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? 'done';
  return { ...setup, step: next, taken: [...setup.taken, { step, by, at }] };
};

/** A set-up one step back, to be taken again; undefined at the first step and when it is done. */
export const stepBack = (setup: Setup): (Setup & { readonly step: SetupStep }) | undefined => {
  const before = setup.step === 'done' ? undefined : SETUP_STEPS[SETUP_STEPS.indexOf(setup.step) - 1];
  return before && { ...setup, step: before };
};
