import { forgetQuestions } from './forget-questions.js';
import type { Job } from './job.js';

/** Everything a timer can start. */
export const jobs: readonly Job[] = [forgetQuestions];
