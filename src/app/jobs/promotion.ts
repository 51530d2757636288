import { z } from 'zod';
import { PromotionRecord } from '../../domain/promotion.js';
import { keep } from '../../domain/records.js';
import { ToldData } from '../../domain/told.js';
import { AfterData, afterPromotion, hearRenamed } from '../promotion-after.js';
import { defineJob } from './job.js';

/** What the messengers have to do when classes are a year on: titles, and who sits no more in the school's chats. */
export const promotionAfter = defineJob({
  name: 'promotion-after',
  data: AfterData,
  run: async (data, _due, known) => afterPromotion(data, known),
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
