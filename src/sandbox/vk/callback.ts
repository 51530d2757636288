import type { Event, EventLog } from './event-log.js';
import type { World } from './world.js';

export interface CallbackServer {
  readonly url: string;
  readonly secret?: string | undefined;
  /** Milliseconds before the first, second … repetition; VK's own when absent. */
  readonly pauses?: readonly number[] | undefined;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const VK_PAUSES = [10 * SECOND, 3 * MINUTE, 10 * MINUTE, 30 * MINUTE, 60 * MINUTE];
const PATIENCE = 10 * SECOND;

type Reception = 'taken' | 'remove' | { readonly again: number };

/** The Callback API: the same events, brought to an address, repeated until it says `ok`. */
export class Callback {
  private server: CallbackServer | undefined;
  private lane: Promise<unknown> = Promise.resolve();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly world: World,
    log: EventLog,
  ) {
    log.listen((event) => {
      this.lane = this.lane.then(() => this.deliver(event, 0));
    });
  }

  /** Asks the address for the confirmation string first, as VK does. False: it did not say it. */
  async connect(server: CallbackServer): Promise<boolean> {
    const { id, confirmationCode } = this.world.state.community;
    const said = await this.post(server, { type: 'confirmation', group_id: id }, 0).then(
      (answer) => answer.text(),
      () => '',
    );
    if (said.trim() !== confirmationCode) return false;
    this.server = server;
    return true;
  }

  disconnect(): void {
    this.server = undefined;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private async deliver(event: Event, repetition: number): Promise<void> {
    const { server } = this;
    if (!server) return;
    const reception = await this.offer(server, event, repetition);
    if (reception === 'remove') this.disconnect();
    const pause = (server.pauses ?? VK_PAUSES)[repetition];
    if (typeof reception === 'string' || pause === undefined) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        void this.deliver(event, repetition + 1);
      },
      Math.max(pause, reception.again),
    );
    this.timers.add(timer);
  }

  private async offer(server: CallbackServer, event: Event, repetition: number): Promise<Reception> {
    try {
      const answer = await this.post(server, event, repetition);
      const said = (await answer.text()).trim();
      if (said === 'remove') return 'remove';
      const later = Number(answer.headers.get('retry-after') ?? 0) * SECOND;
      return answer.status === 200 && said === 'ok' ? 'taken' : { again: later };
    } catch {
      return { again: 0 };
    }
  }

  private post(server: CallbackServer, body: object, repetition: number): Promise<Response> {
    return fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(repetition > 0 && { 'x-retry-counter': String(repetition) }) },
      body: JSON.stringify({ ...body, ...(server.secret !== undefined && { secret: server.secret }) }),
      signal: AbortSignal.timeout(PATIENCE),
    });
  }
}
