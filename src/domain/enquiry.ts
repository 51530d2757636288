import { z } from 'zod';

/** What somebody asks a person of the school. Forgotten a month after it was answered, or asked. */
export const EnquiryRecord = z.object({
  number: z.int().min(1),
  /** Ids of persons. */
  from: z.string(),
  to: z.string(),
  words: z.string().max(2_000),
  at: z.number(),
  /** `waits`: for the end of the quiet hours. */
  state: z.enum(['waits', 'passed', 'answered']),
});
export type Enquiry = z.output<typeof EnquiryRecord>;
