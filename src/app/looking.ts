import { type Attachment, allAttachments, type Fetchable, type Message } from '../domain/message.js';
import { type PlatformName, platformOf, printMessage } from '../domain/refs.js';
import type { Intake, Seen, Update } from '../domain/update.js';
import type { Verdict } from '../domain/verdict.js';
import type { Clock } from '../ports/clock.js';
import type { Pictures } from '../ports/pictures.js';
import { type Platform, Refused, Weather } from '../ports/platform.js';
import type { IntakeQueue } from '../ports/queue.js';
import type { Watch } from '../ports/watch.js';

/** Pictures that wait to be looked at: more are not seen, the oldest first. */
const MOST_WAITING = 64;
/** Of one message; a messenger lets people send ten. */
const MOST_EACH = 10;
/** Bytes. */
const MOST_BYTES = 10_000_000;
/** Messages of which it is remembered that they were looked at, though they are edited. */
const MOST_SEEN = 500;
/** Characters of one line seen. */
const LONGEST = 2_000;

const PICTURE = /\.(?:png|jpe?g|webp|gif)$/i;

/** A picture that can be fetched: a photo, or one sent as a document. */
export interface Picture {
  readonly handle?: string;
  readonly source: Fetchable;
}

const pictureOf = ({ handle, picture, file }: Attachment): readonly Picture[] => {
  const source = picture ?? (file && PICTURE.test(file.name) ? file : undefined);
  return source && source.size <= MOST_BYTES ? [{ source, ...(handle === undefined ? {} : { handle }) }] : [];
};

/** Those of a message and of what it forwards. */
const picturesOf = (message: Pick<Message, 'attachments' | 'forwarded'>): readonly Picture[] =>
  message.attachments.length === 0 && message.forwarded.length === 0
    ? []
    : allAttachments(message).flatMap(pictureOf).slice(0, MOST_EACH);

type Written = Extract<Update, { kind: 'message' }>;

/** What is taken away needs no look, and what was seen no second one. */
export const worthALook = ({ message, seen }: Written, { decision }: Verdict): readonly Picture[] =>
  seen || decision === 'delete' || decision === 'hold' ? [] : picturesOf(message);

/** The message once more, with what its pictures show. */
const again = (update: Written, at: number, seen: readonly Seen[]): Written => ({
  ...update,
  id: `${update.id}-seen`,
  key: `${update.key}/seen`,
  at,
  edited: true,
  seen,
});

export interface LookingDeps {
  readonly pictures: Pick<Pictures, 'look'>;
  /** @throws Weather for a messenger that is not served. */
  readonly messenger: (name: PlatformName) => Pick<Platform, 'ask'>;
  readonly intake: Pick<IntakeQueue, 'put'>;
  readonly clock: Clock;
  readonly watch: Pick<Watch, 'looked' | 'weather'>;
}

interface Waiting {
  readonly update: Written;
  readonly pictures: readonly Picture[];
}

/**
 * Looks at pictures after their message was handled, one after another, and hands over what they show as an update of its
 * own. What waits is kept in this process only: when it stops, or when too many wait, they are not looked at.
 */
export const createLooking = ({ pictures, messenger, intake, clock, watch }: LookingDeps) => {
  const waiting: Waiting[] = [];
  const looked = new Set<string>();
  let running: Promise<void> | undefined;
  let closed = false;

  const lookAt = async ({ handle, source: { source } }: Picture, platform: PlatformName): Promise<readonly Seen[]> => {
    try {
      const query = { ask: 'file', source, most: MOST_BYTES } as const;
      const seen = await pictures.look(await messenger(platform).ask(query));
      watch.looked(seen ? 'seen' : 'nothing');
      if (seen === undefined) return [];
      const words = seen.words.map((line) => line.slice(0, LONGEST));
      return [{ ...(handle === undefined ? {} : { handle }), words, print: seen.print }];
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Weather)) watch.weather('looking', error);
      watch.looked('failed');
      return [];
    }
  };

  const look = async ({ update, pictures: all }: Waiting): Promise<void> => {
    const seen: Seen[] = [];
    for (const picture of all) if (!closed) seen.push(...(await lookAt(picture, platformOf(update.message.ref.place))));
    if (seen.length === 0 || closed) return;
    const now = clock.now();
    await intake.put([{ update: again(update, now, seen), received: now }]).catch((error) => {
      watch.weather('looking', error);
    });
  };

  const run = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await look(next);
    running = undefined;
  };

  /** One that is full forgets the oldest. */
  const makeRoom = (): void => {
    const count = () => waiting.reduce((sum, one) => sum + one.pictures.length, 0);
    while (count() > MOST_WAITING) for (const _ of waiting.shift()?.pictures ?? []) watch.looked('dropped');
  };

  /** The same pictures of a message are looked at once, however often its words are changed. */
  const isNew = (update: Written, all: readonly Picture[]): boolean => {
    const name = `${printMessage(update.message.ref)} ${all.map(({ handle, source }) => handle ?? source.source).join()}`;
    if (looked.has(name)) return false;
    looked.add(name);
    const [oldest] = looked;
    if (looked.size > MOST_SEEN && oldest !== undefined) looked.delete(oldest);
    return true;
  };

  return {
    /** To be called when an update was settled; returns at once. */
    offer: ({ update }: Intake, all: readonly Picture[]): void => {
      if (closed || update.kind !== 'message' || !isNew(update, all)) return;
      waiting.push({ update, pictures: all });
      makeRoom();
      running ??= run();
    },
    /** Everything that was offered has been looked at. */
    settled: async (): Promise<void> => {
      await running;
    },
    /** What waits is forgotten. */
    close: (): void => {
      closed = true;
      waiting.length = 0;
    },
  };
};
export type Looking = ReturnType<typeof createLooking>;
