import { z } from 'zod';

/** What would have been done in a chat since the last summary and was not, by rule; by chat. Numbers only. */
export const ForecastRecord = z.object({ since: z.number(), would: z.record(z.string(), z.number()) });
export type Forecast = z.output<typeof ForecastRecord>;
