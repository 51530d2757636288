import type { Answer, Later, Refusal } from '../../domain/outcome.js';
import { HOUR, MINUTE, SECOND } from '../../domain/time.js';
import { Locked, Refused, Weather } from '../../ports/platform.js';

/** VK's no: of a call, of an item of `execute`, of one peer or message. */
export interface Failure {
  readonly method: string;
  readonly code: number;
  readonly message: string;
}

/**
 * answer: a value for the receipt. weather: the same call may work soon; `unknown`, when it may have worked already.
 * rest: this kind of call must pause. locked: nothing works until a person acts.
 */
export type Meaning =
  | { readonly means: 'refused'; readonly why: Refusal }
  | { readonly means: 'gone' }
  | { readonly means: 'weather'; readonly after: number; readonly unknown: boolean }
  | { readonly means: 'rest'; readonly after: number }
  | { readonly means: 'locked' };

const refused = (why: Refusal): Meaning => ({ means: 'refused', why });
const weather = (after: number, unknown: boolean): Meaning => ({ means: 'weather', after, unknown });
const rest = (after: number): Meaning => ({ means: 'rest', after });
const GONE: Meaning = { means: 'gone' };
const LOCKED: Meaning = { means: 'locked' };

/** By code; what is not here is a mistake of ours, or news from VK: refused as `bad-request`. */
export const MEANINGS: ReadonlyMap<number, Meaning> = new Map([
  [1, weather(SECOND, true)],
  [2, LOCKED],
  [3, refused('bad-request')],
  [5, LOCKED],
  [6, weather(SECOND, false)],
  [7, refused('no-right')],
  [8, refused('bad-request')],
  [9, rest(5 * MINUTE)],
  [10, weather(2 * SECOND, true)],
  [12, refused('bad-request')],
  [13, refused('bad-request')],
  [14, rest(10 * MINUTE)],
  [15, refused('no-right')],
  [17, LOCKED],
  [18, refused('unknown-target')],
  [20, refused('no-right')],
  [23, refused('feature-off')],
  [27, LOCKED],
  [28, LOCKED],
  [29, rest(HOUR)],
  [30, refused('not-allowed-to-write')],
  [32, weather(5 * SECOND, false)],
  [36, weather(2 * SECOND, true)],
  [42, LOCKED],
  [43, weather(MINUTE, false)],
  [100, refused('bad-request')],
  [104, refused('unknown-target')],
  [113, refused('unknown-target')],
  [125, LOCKED],
  [203, LOCKED],
  [900, refused('not-allowed-to-write')],
  [901, refused('not-allowed-to-write')],
  [902, refused('not-allowed-to-write')],
  [909, refused('too-old')],
  [910, refused('bad-request')],
  [911, refused('bad-request')],
  [912, refused('feature-off')],
  [913, refused('bad-request')],
  [914, refused('bad-request')],
  [917, refused('detached')],
  [919, refused('no-right')],
  [920, refused('unknown-target')],
  [921, refused('unknown-target')],
  [922, refused('detached')],
  [924, refused('no-right')],
  [925, refused('no-right')],
  [927, refused('detached')],
  [931, refused('no-right')],
  [932, refused('not-allowed-to-write')],
  [935, GONE],
  [936, refused('unknown-target')],
  [939, refused('not-allowed-to-write')],
  [940, refused('bad-request')],
  [942, refused('unknown-target')],
  [943, refused('bad-request')],
  [944, rest(HOUR)],
  [945, refused('detached')],
  [946, refused('feature-off')],
  [949, refused('no-right')],
  [950, refused('too-old')],
  [962, refused('no-right')],
  [967, refused('not-allowed-to-write')],
  [969, refused('unknown-target')],
  [970, refused('unknown-target')],
  [981, refused('not-allowed-to-write')],
  [982, weather(MINUTE, false)],
  [983, weather(10 * MINUTE, false)],
  [984, rest(30 * MINUTE)],
  [985, refused('not-allowed-to-write')],
  [987, refused('not-allowed-to-write')],
  [988, refused('not-allowed-to-write')],
  [1012, refused('feature-off')],
  [1017, refused('detached')],
  [1021, refused('not-allowed-to-write')],
  [1117, LOCKED],
]);

/** Where the same code means another thing: by method, or by VK's own words. */
const special = ({ method, code, message }: Failure): Meaning | undefined => {
  if (code === 27 && /method is unavailable/i.test(message)) return refused('feature-off');
  if (code === 15 && method === 'messages.delete' && /not be found/i.test(message)) return GONE;
  if (code === 100 && method === 'messages.sendMessageEventAnswer' && /event_id/.test(message)) return GONE;
  return undefined;
};

export const meaningOf = (failure: Failure): Meaning =>
  special(failure) ?? MEANINGS.get(failure.code) ?? refused('bad-request');

/** Never with what VK echoes of the request. */
const inShort = ({ method, code }: Failure): string => `vk ${method}: ${code}`;

const later = (failure: Failure, more: Pick<Later, 'after' | 'rest' | 'unknown'>): Later => ({
  is: 'later',
  why: inShort(failure),
  ...more,
});

/** @throws Locked when only a person can help. */
export const answerOf = (failure: Failure): Answer => {
  const meaning = meaningOf(failure);
  switch (meaning.means) {
    case 'refused':
      return { is: 'refused', why: meaning.why, code: String(failure.code) };
    case 'gone':
      return { is: 'gone' };
    case 'weather':
      return later(failure, { after: meaning.after, ...(meaning.unknown && { unknown: true }) });
    case 'rest':
      return later(failure, { after: meaning.after, rest: true });
    case 'locked':
      throw lockedBy(failure);
  }
};

const LOCKED_WORDS: Readonly<Record<number, string>> = {
  5: 'the community token is wrong or was revoked; make a new one and set VK_TOKEN',
  27: 'the token is not a community token; make one in the community and set VK_TOKEN',
  28: 'the application has no access; make a community token and set VK_TOKEN',
  125: 'no such community; mend VK_GROUP_ID',
  1117: 'the token has expired; make a new one and set VK_TOKEN',
};

const lockedBy = (failure: Failure): Locked =>
  new Locked(`${inShort(failure)}: ${LOCKED_WORDS[failure.code] ?? 'VK refuses to serve this community'}`);

/** The same for a question, which has no receipt. */
export const errorOf = (failure: Failure): Weather | Locked | Refused => {
  const meaning = meaningOf(failure);
  switch (meaning.means) {
    case 'refused':
      return new Refused(meaning.why, String(failure.code), inShort(failure));
    case 'gone':
      return new Refused('unknown-target', String(failure.code), inShort(failure));
    case 'weather':
    case 'rest':
      return new Weather(inShort(failure), meaning.after);
    case 'locked':
      return lockedBy(failure);
  }
};
