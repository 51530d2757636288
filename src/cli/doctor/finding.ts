import type { Say } from '../../app/say.js';
import { text } from '../../domain/text.js';
import type { Check } from '../../ports/platform.js';

/** What a look at the outside came to; `mend` with `ok` is advice, not a failure. */
export type Finding = Check;

export const good = (name: string, detail = ''): Finding => ({ name, ok: true, detail, mend: '' });
export const advice = (name: string, detail: string, mend: string): Finding => ({ name, ok: true, detail, mend });
export const bad = (name: string, detail: string, mend: string): Finding => ({ name, ok: false, detail, mend });

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** `✓ name – detail`, `✗ name – detail. What to do: …`, `! …` for advice. */
export const printFinding = (say: Say, { name, ok, detail, mend }: Finding): string => {
  const sign = ok ? (mend === '' ? '✓' : '!') : '✗';
  const found = [name, detail].filter(Boolean).join(' – ');
  return mend === '' ? `${sign} ${found}` : `${sign} ${sentence(found)} ${say(text('doctor-mend', { mend }))}`;
};
