import { listenSandbox } from '../src/sandbox/listen.js';
import { send } from '../src/sandbox/vk/people.js';
import { dice, type Line, lineOf, school } from './school.js';
import type { Load, Report, Told } from './vk.js';

/** A VK in a process of its own: it plays the people, and stamps when news could be had and when a deletion was asked for. */

/** Milliseconds after the last message within which everything obscene must be gone. */
const PATIENCE = 90_000;

const keyOf = (peer: number | string, cmid: number | string): string => `${peer}/${cmid}`;
const offered = new Map<string, number>();
const asked = new Map<string, number>();
let notify = () => {};

const site = await listenSandbox({
  definition: school,
  seed: 'bench',
  history: 100_000,
  onExchange: (method, params) => {
    if (method !== 'messages.delete') return;
    const now = performance.now();
    for (const cmid of (params.cmids ?? '').split(',')) {
      const key = keyOf(params.peer_id ?? '', cmid);
      if (!asked.has(key)) asked.set(key, now);
    }
    notify();
  },
});
const { vk } = site;

const say = ({ peer, as, text }: Line): string => {
  const now = performance.now();
  const { cmid } = send(vk.world, as, { peer, text }, '');
  const key = keyOf(peer, cmid);
  offered.set(key, now);
  return key;
};

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));

/** Says everything at its moment (milliseconds from now); the keys of what was obscene, and of what was not. */
const play = async (lines: readonly (readonly [number, Line])[]) => {
  const begun = performance.now();
  const foul: string[] = [];
  const innocent: string[] = [];
  for (const [at, line] of lines) {
    if (begun + at > performance.now()) await until(begun + at);
    (line.foul ? foul : innocent).push(say(line));
  }
  return { begun, foul, innocent };
};

const allAsked = (keys: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('not everything obscene was deleted in time')), PATIENCE);
    notify = () => {
      if (asked.size < keys.length || !keys.every((key) => asked.has(key))) return;
      clearTimeout(late);
      notify = () => {};
      resolve();
    };
    notify();
  });

/** Moments of a stream that comes as it comes: exponential gaps. */
const stream = ({ seed, messages, perSecond, foul }: Load): readonly (readonly [number, Line])[] => {
  const random = dice(seed);
  let at = 0;
  return Array.from({ length: messages }, () => {
    at += perSecond === undefined ? 0 : (-Math.log(1 - random()) * 1_000) / perSecond;
    return [at, lineOf(random, foul)] as const;
  });
};

const evenly = ({ seed, messages, foul, within = 0 }: Load): readonly (readonly [number, Line])[] => {
  const random = dice(seed);
  return Array.from({ length: messages }, (_, at) => [(at * within) / messages, lineOf(random, foul)] as const);
};

const load = async (given: Load): Promise<Report> => {
  await vk.poll.held();
  vk.calls.forgetRequests();
  const { begun, foul, innocent } = await play(given.within === undefined ? stream(given) : evenly(given));
  await allAsked(foul);
  const requests = [...vk.requests];
  const ends = foul.map((key) => asked.get(key) ?? Number.NaN);
  if (innocent.some((key) => asked.has(key))) throw new Error('an innocent message was deleted');
  return {
    latencies: foul.map((key, at) => (ends[at] ?? Number.NaN) - (offered.get(key) ?? 0)),
    lasted: Math.max(...ends, begun) - begun,
    requests: requests.length,
    refused: requests.filter(({ result }) => result === 6).length,
  };
};

process.on('message', (given: Load) => {
  load(given)
    .then((report): Told => ({ report }))
    .catch((error): Told => ({ error: String(error) }))
    .then((told) => process.send?.(told))
    .catch(() => process.exit(1));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ apiUrl: site.apiUrl } satisfies Told);
