import type { Worded } from '../../domain/action.js';
import { targetOf } from '../../domain/action.js';
import type { Answer, Later } from '../../domain/outcome.js';
import type { PlaceRef } from '../../domain/refs.js';
import { SECOND } from '../../domain/time.js';
import type { Quotas } from '../../ports/pace.js';
import { type Deed, type Platform, Weather } from '../../ports/platform.js';
import { shorten } from '../shorten.js';
import { type TelegramCalls, Unreached } from './call.js';
import { closeTo, endLinks, rename } from './chat-wide.js';
import { eraseAll } from './erase.js';
import { admit, mute, pin, remove, unmute } from './order.js';
import type { Outage } from './outage.js';
import { isReachable } from './refs.js';
import { edit, send, tooMuch } from './send.js';
import { createSteps, ended, GONE, type Step } from './step.js';

export interface PerformDeps {
  readonly calls: Pick<TelegramCalls, 'call'>;
  readonly turn: () => Promise<void>;
  readonly now: () => number;
  readonly quotas: Quotas;
  readonly outage: Outage;
  /** The bot's own number. */
  readonly self: number;
}

const NOTE = 200;
/** Messages of one call. */
const TOGETHER = 100;

type Delete = Extract<Worded, { readonly do: 'delete' }>;
const isDelete = (action: Worded): action is Delete => action.do === 'delete';

const later = (after: number, why: string): Later => ({ is: 'later', after, why: `telegram: ${why}` });
const refused = (why: 'not-allowed-to-write' | 'bad-request', code: string): Answer => ({ is: 'refused', why, code });

/** What is not worth asking Telegram. */
const settled = (action: Worded, now: number): Answer | undefined => {
  if (action.do === 'mute' && action.until <= now) return GONE;
  if (action.do === 'send' && !isReachable(action.to)) return refused('not-allowed-to-write', 'anonymous');
  const buttons = action.do === 'send' || action.do === 'edit' ? action.buttons : undefined;
  return tooMuch(buttons) ? refused('bad-request', 'payload') : undefined;
};

const spoken = (action: Worded): PlaceRef | undefined =>
  action.do === 'send' || action.do === 'edit' ? targetOf(action) : undefined;

/** One deed that is no deletion. */
const actOn = (step: Step, action: Exclude<Worded, Delete>, now: number): Promise<Answer> => {
  switch (action.do) {
    case 'send':
      return send(step, action);
    case 'edit':
      return edit(step, action);
    case 'pin':
      return pin(step, action);
    case 'mute':
      return mute(step, action, now);
    case 'unmute':
      return unmute(step, action);
    case 'remove':
      return remove(step, action, now);
    case 'admit':
      return admit(step, action);
    case 'read-only':
      return closeTo(step, action);
    case 'end-links':
      return endLinks(step, action);
    case 'rename':
      return rename(step, action);
    case 'answer':
      return step('answerCallbackQuery', {
        callback_query_id: action.press,
        text: shorten(action.text, NOTE),
      }).then(ended);
  }
};

/** Deeds that share a call, by their place in the batch. */
const requestsOf = (deeds: readonly (Deed | undefined)[]): readonly (readonly number[])[] => {
  const open = new Map<PlaceRef, number[]>();
  const requests: number[][] = [];
  for (const [index, deed] of deeds.entries()) {
    if (deed === undefined) continue;
    const { action } = deed;
    const place = targetOf(action);
    const joined = isDelete(action) ? open.get(place) : undefined;
    if (joined !== undefined && joined.length < TOGETHER) {
      joined.push(index);
      continue;
    }
    const request = [index];
    requests.push(request);
    if (isDelete(action)) open.set(place, request);
  }
  return requests;
};

export const createPerform = (deps: PerformDeps): Platform['perform'] => {
  const { now, quotas, outage, self } = deps;

  /** Said too often there lately: another time, while others have their turn. */
  const crowded = async (action: Worded): Promise<Answer | undefined> => {
    const place = spoken(action);
    // With the store away nobody knows: nothing was sent, and it is asked again.
    const wait = place === undefined ? 0 : await quotas.wait(place).catch(() => SECOND);
    return wait === 0 ? undefined : later(wait, 'the pace of this place');
  };

  const act = async (step: Step, actions: readonly Worded[]): Promise<readonly Answer[]> => {
    const [first] = actions;
    if (first === undefined) return [];
    const deletes = actions.filter(isDelete);
    if (deletes.length > 0) return eraseAll(step, deletes, self);
    if (isDelete(first)) return [];
    const answer = await actOn(step, first, now());
    const place = spoken(first);
    if (answer.is === 'later' && !answer.unknown && place !== undefined)
      await quotas.hold(place, answer.after).catch(() => {});
    return [answer];
  };

  /** Milliseconds until anything is worth asking of Telegram; 0: now. */
  const away = async (): Promise<number> => {
    const wait = outage.wait();
    if (wait > 0 || !outage.looks()) return wait;
    try {
      await deps.calls.call('getMe', undefined as never);
      outage.answered();
      await deps.turn();
      return 0;
    } catch (error) {
      if (!(error instanceof Weather)) throw error;
      return outage.silent();
    }
  };

  return async (deeds) => {
    const wait = await away();
    if (wait > 0) return deeds.map(() => later(wait, 'nobody answers'));
    const answers: Answer[] = deeds.map(({ action }) => settled(action, now()) ?? later(SECOND, 'not reached'));
    const open = deeds.map((deed, index) => (answers[index]?.is === 'later' ? deed : undefined));
    const steps = createSteps(deps.calls, deps.turn);
    for (const [number, request] of requestsOf(open).entries()) {
      const actions = request.flatMap((index) => open[index]?.action ?? []);
      const [first] = actions;
      const waits = first && (await crowded(first));
      if (waits) {
        for (const index of request) answers[index] = waits;
        continue;
      }
      try {
        const found = await act(steps(), actions);
        outage.answered();
        for (const [at, index] of request.entries()) answers[index] = found[at] ?? later(SECOND, 'no word of it');
      } catch (error) {
        if (!(error instanceof Weather)) throw error;
        const after = outage.silent();
        // What was answered already is worth more than the exception; and who was not reached has done nothing.
        if (number === 0 && !(error instanceof Unreached)) throw error;
        for (const index of request)
          answers[index] = { ...later(after, error.message), ...(!(error instanceof Unreached) && { unknown: true }) };
        break;
      }
    }
    return answers;
  };
};
