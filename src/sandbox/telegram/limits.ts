import { tooMany } from './refused.js';

const OVERALL = 30;
const SECOND = 1_000;
const MINUTE = 60_000;
const GROUP = 20;
const AT_ONCE = 5;

/** What is said somewhere, by the name of the method. */
const SPEAKS = /^(send(?!chataction)|edit|copy|forward)/i;

/** How fast the bot may speak, as Telegram's own pages have it. */
export class Limits {
  private all: readonly number[] = [];
  private readonly places = new Map<number, readonly number[]>();

  constructor(private readonly now: () => number) {}

  /** A refusal with the seconds to wait, or nothing, and the call is counted. */
  check(method: string, place: number): ReturnType<typeof tooMany> | undefined {
    if (!SPEAKS.test(method) || !Number.isFinite(place)) return undefined;
    const at = this.now();
    this.all = this.all.filter((time) => at - time < SECOND);
    const here = (this.places.get(place) ?? []).filter((time) => at - time < MINUTE);
    const wait = Math.max(
      this.all.length >= OVERALL ? SECOND : 0,
      place < 0 && here.length >= GROUP ? (here.at(-GROUP) ?? at) + MINUTE - at : 0,
      here.length >= AT_ONCE ? (here.at(-AT_ONCE) ?? 0) + AT_ONCE * SECOND - at : 0,
    );
    if (wait > 0) return tooMany(Math.max(1, Math.ceil(wait / SECOND)));
    this.all = [...this.all, at];
    this.places.set(place, [...here, at]);
    return undefined;
  }
}
