import { z } from 'zod';
import { PromotionRecord } from '../../domain/promotion.js';
import { keep } from '../../domain/records.js';
import { ToldData } from '../../domain/told.js';
import { hearRenamed, OutData, renameChats, showOut, TitlesData } from '../promotion-after.js';
import { defineJob } from './job.js';

/** Who has left sits in no chat of the school any more. */
export const promotionOut = defineJob({
  name: 'promotion-out',
  data: OutData,
  run: async (data, _due, known) => showOut(data, known),
});

/** Chats are called in the messenger as their classes are called now. */
export const promotionTitles = defineJob({
  name: 'promotion-titles',
  data: TitlesData,
  run: async (data, _due, known) => renameChats(data, known),
});

export const promotionRenamed = defineJob({
  name: 'promotion-renamed',
  data: ToldData,
  run: async (data, _due, known) => hearRenamed(data, known),
});

/** A day later it cannot be taken back: who was in which class before is not kept. */
export const promotionForget = defineJob({
  name: 'promotion-forget',
  data: z.object({ year: z.string(), at: z.number() }),
  run: async ({ year, at }, _due, known) => {
    const held = await known.records.get('promotion', year);
    if (held === undefined) return { actions: [], changes: [], because: 'gone' };
    const steps = held.value.steps.map(({ before, ...step }) =>
      step.at === at || !before ? step : { ...step, before },
    );
    return {
      actions: [],
      changes: [keep('promotion', year, PromotionRecord.parse({ steps }), held)],
      because: 'forgotten',
    };
  },
});
