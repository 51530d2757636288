import { z } from 'zod';
import { passEnquiry } from '../enquiries.js';
import { defineJob } from './job.js';

export const enquiryPass = defineJob({
  name: 'enquiry-pass',
  data: z.object({ enquiry: z.string() }),
  run: async ({ enquiry }, _due, known) => passEnquiry(enquiry, known),
});
