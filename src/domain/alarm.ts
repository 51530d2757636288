import { z } from 'zod';

/** When something that concerns the whole school was last told, so that it is not told with every repetition. */
export const AlarmRecord = z.object({ at: z.number() });
