import { z } from 'zod';

/** Words that were hidden by mistake, by a name that tells nothing of them: not hidden again until then. */
export const ApprovedRecord = z.object({ until: z.number() });
