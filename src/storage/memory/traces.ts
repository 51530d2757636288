import { LATELY, leftWords, likeness, MOST_LATELY, type Trace } from '../../domain/trace.js';
import type { Traces } from '../../ports/stores.js';
import type { State } from './state.js';

export const leaveTrace = (state: State, trace: Trace): void => {
  const words = leftWords(trace);
  state.left.set(words, [...(state.left.get(words) ?? []), trace.message]);
  if (trace.edited) return;
  const { place } = trace.message;
  state.recent.set(place, [...(state.recent.get(place) ?? []), trace].slice(-MOST_LATELY));
};

export const memoryTraces = (state: State): Traces => ({
  recent: async ({ chat, author, at, text }) =>
    (state.recent.get(chat) ?? [])
      .filter((one) => one.at <= at && one.at > at - LATELY)
      .map((one) => ({
        ago: at - one.at,
        own: one.author === author,
        same: likeness(one.text) === likeness(text),
        kind: one.kind,
      })),
  prints: async (handles) =>
    new Map(
      handles.flatMap((handle) => {
        const print = state.prints.get(handle);
        return print === undefined ? [] : [[handle, print] as const];
      }),
    ),
  written: async (left) => {
    const found = state.left.get(leftWords(left)) ?? [];
    return found.filter(({ place, id }, at) => found.findIndex((one) => one.place === place && one.id === id) === at);
  },
});
