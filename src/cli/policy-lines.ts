import { createSay, type Say } from '../app/say.js';
import { defectLine } from '../regulation/defect.js';
import type { BadPolicy } from '../storage/policy.js';

/** What is wrong in the school's files, a line each: `file:line: ошибка: …`. The school reads them, so in Russian. */
export const policyLines = ({ defects }: BadPolicy, say: Say = createSay('ru')): readonly string[] =>
  defects.map((defect) => say(defectLine(defect)));
