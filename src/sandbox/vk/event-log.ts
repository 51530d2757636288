import type { Faults } from './faults.js';
import type { News } from './feed.js';
import type { World } from './world.js';

/** An event as it travels, by long poll and by callback alike. */
export interface Event {
  readonly group_id: number;
  readonly type: string;
  readonly event_id: string;
  readonly v: string;
  readonly object: object;
}

export interface SavedLog {
  readonly first: number;
  readonly key: string;
  readonly events: readonly Event[];
}

/** How long an event waits for the one that is to overtake it, milliseconds of real time. */
const OVERTAKING = 500;

/** What has happened to the community, numbered; only so much is kept. */
export class EventLog {
  key: string;
  private first = 1;
  private events: Event[] = [];
  private held: Event | undefined;
  private readonly listeners = new Set<(event: Event) => void>();

  constructor(
    private readonly world: World,
    private readonly faults: Faults,
    private readonly limit: number,
  ) {
    this.key = world.secret('event');
  }

  /** The number of the next event: a client that says this has seen everything. */
  get head(): number {
    return this.first + this.events.length;
  }

  /** The oldest number still to be had. */
  get oldest(): number {
    return this.first;
  }

  since(ts: number, most: number): readonly Event[] {
    return this.events.slice(ts - this.first, ts - this.first + most);
  }

  listen(listener: (event: Event) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Takes an event in, with whatever misfortune is in force. */
  record(news: News): void {
    if (this.faults.take('unknown')) this.append(this.eventOf({ type: 'brand_new_thing', object: { what: 1 } }));
    const event = this.eventOf(this.faults.take('payload') ? withBrokenPayload(news) : news);
    if (this.held === undefined && this.faults.take('reorder')) {
      this.held = event;
      setTimeout(() => this.release(), OVERTAKING).unref();
      return;
    }
    this.append(event);
    if (this.faults.take('repeat')) this.append(event);
    this.release();
  }

  /** The key is good no longer; what happened is kept. */
  expireKey(): void {
    this.key = this.world.secret('event');
  }

  /** What was not fetched yet is lost for ever. */
  forget(): void {
    this.first = this.head;
    this.events = [];
  }

  snapshot(): SavedLog {
    return { first: this.first, key: this.key, events: this.events };
  }

  restore(saved: SavedLog): void {
    this.first = saved.first;
    this.key = saved.key;
    this.events = [...saved.events];
  }

  private release(): void {
    const event = this.held;
    this.held = undefined;
    if (event) this.append(event);
  }

  private append(event: Event): void {
    this.events.push(event);
    if (this.events.length > this.limit) {
      const extra = this.events.length - this.limit;
      this.events = this.events.slice(extra);
      this.first += extra;
    }
    for (const listener of this.listeners) listener(event);
  }

  private eventOf({ type, object }: News): Event {
    const { id, longPoll } = this.world.state.community;
    return { group_id: id, type, event_id: this.world.secret('event'), v: longPoll.apiVersion, object };
  }
}

const withBrokenPayload = (news: News): News =>
  'message' in news.object && typeof news.object.message === 'object'
    ? { type: news.type, object: { ...news.object, message: { ...news.object.message, payload: '{"broken' } } }
    : { type: news.type, object: { ...news.object, payload: '{"broken' } };
