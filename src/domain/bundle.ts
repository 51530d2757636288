import { targetOf, type Worded } from './action.js';
import type { PlatformName } from './refs.js';

/** How much one call's worth may hold: deletes of one place, calls, places. */
export interface Batch {
  readonly deletes: number;
  readonly calls: number;
  readonly places: number;
}

/** The same for every messenger, or each its own. */
export type Batching = Batch | ((platform: PlatformName) => Batch);

interface Waiting {
  readonly action: Worded;
  readonly platform: PlatformName;
  readonly via: 'messenger' | 'simulation';
  readonly attempts?: number;
}

/** After so many failures a row goes without company: one bad request must not hold up those that share its call. */
const WARY = 3;
const isWary = ({ attempts = 0 }: Waiting): boolean => attempts >= WARY;

/** What one request to the messenger would carry, or why a row has to wait for the next bundle. */
interface Load {
  /** Rows with the same request share it. */
  readonly request: string;
  readonly perRequest: number;
  readonly requests: number;
  readonly rows: number;
  /** A place stands in a request once. */
  readonly once: boolean;
}

/** Files are uploaded before the message is sent: such a row goes without company. */
const enclosing = (action: Worded): boolean => action.do === 'send' && (action.files?.length ?? 0) > 0;

/** A row's number makes its request unlike any other. */
const loadOf = (action: Worded, index: number, batch: Batch): Load => {
  const alone = { request: `${index}`, perRequest: 1, requests: batch.calls, rows: batch.calls, once: false };
  switch (action.do) {
    case 'delete':
      return {
        request: action.message.place,
        perRequest: batch.deletes,
        requests: batch.calls,
        rows: batch.deletes * batch.calls,
        once: false,
      };
    case 'send': {
      if (enclosing(action)) return { ...alone, rows: 0 };
      const request = action.replyTo
        ? `${index}`
        : JSON.stringify([action.text, action.buttons ?? [], action.attached ?? []]);
      return { request, perRequest: batch.places, requests: batch.calls, rows: batch.places, once: true };
    }
    case 'edit':
    case 'pin':
      return alone;
    case 'mute':
    case 'unmute':
    case 'remove':
    case 'admit':
    case 'read-only':
    case 'end-links':
    case 'rename':
    case 'answer':
      return { ...alone, requests: 1, rows: 1 };
  }
};

interface Request {
  readonly number: number;
  rows: number;
}

/** What a messenger may ask to rest: one kind of action, of that messenger alone. */
export type Kind = `${PlatformName} ${Worded['do']}`;
export const kindOf = ({ platform, action }: Pick<Waiting, 'platform' | 'action'>): Kind => `${platform} ${action.do}`;

const kin = (a: Waiting, b: Waiting): boolean => kindOf(a) === kindOf(b) && a.via === b.via;

/**
 * The rows that go together with the first one, out of rows in order of urgency: same messenger, same kind of action,
 * within the limits of `batch`, at most `batch.places` sends. Rows of one place never overtake each other; requests are
 * numbered by their first row, so an adapter that groups equal sends in order of appearance keeps that promise.
 */
export const bundle = <R extends Waiting>(rows: readonly R[], batching: Batching): readonly R[] => {
  const [first] = rows;
  if (first === undefined) return [];
  const batch = typeof batching === 'function' ? batching(first.platform) : batching;
  if (enclosing(first.action)) return [first];
  const wary = isWary(first);
  const limits = wary ? { ...batch, calls: 1 } : batch;
  const taken: R[] = [];
  const requests = new Map<string, Request>();
  const lastRequest = new Map<string, number>();
  const behind = new Set<string>();

  for (const [index, row] of rows.entries()) {
    if (!kin(first, row)) continue;
    const place = targetOf(row.action);
    const load = loadOf(row.action, index, limits);
    const request = requests.get(load.request) ?? { number: requests.size, rows: 0 };
    const last = lastRequest.get(place) ?? -1;
    const fits =
      isWary(row) === wary &&
      !behind.has(place) &&
      taken.length < load.rows &&
      request.number < load.requests &&
      request.rows < load.perRequest &&
      (load.once ? last < request.number : last <= request.number);
    if (!fits) {
      behind.add(place);
      continue;
    }
    request.rows += 1;
    requests.set(load.request, request);
    lastRequest.set(place, request.number);
    taken.push(row);
  }
  return taken;
};
