import { createLooking, type Picture, worthALook } from '../../src/app/looking.js';
import type { Attachment } from '../../src/domain/message.js';
import { accountRef, chatRef } from '../../src/domain/refs.js';
import type { Intake, Update } from '../../src/domain/update.js';
import type { Decision } from '../../src/domain/verdict.js';
import { type Platform, Refused, Weather } from '../../src/ports/platform.js';

type Written = Extract<Update, { kind: 'message' }>;

const NOW = Date.UTC(2026, 8, 9, 9, 0);
const fetchable = (source: string) => ({ name: 'photo', size: 0, source });
const picture = (source: string): Picture => ({ handle: source, source: fetchable(source) });
const photo = (source: string): Attachment => ({
  kind: 'photo',
  words: [],
  handle: source,
  picture: fetchable(source),
});

const written = (id: string, attachments: readonly Attachment[] = []): Written => ({
  kind: 'message',
  id: `m-${id}`,
  key: `k-${id}`,
  at: NOW,
  edited: false,
  message: {
    ref: { place: chatRef('memory', 1), id },
    author: accountRef('memory', 5),
    at: NOW,
    text: 'Экскурсия',
    attachments,
    forwarded: [],
  },
});
const intakeOf = (update: Written): Intake => ({ update, received: NOW });

interface Given {
  readonly ask?: (source: string) => Promise<Uint8Array>;
  readonly put?: () => Promise<void>;
}

/** Pictures whose bytes are their names: they show them, but for «blank». */
const open = ({ ask = async (source) => new TextEncoder().encode(source), put = async () => {} }: Given = {}) => {
  const outcomes: string[] = [];
  const troubles: string[] = [];
  const told: Intake[] = [];
  const looking = createLooking({
    pictures: {
      look: async (bytes) => {
        const words = new TextDecoder().decode(bytes);
        return words === 'blank' ? undefined : { words: [words], print: 'ff00ff00ff00ff00' };
      },
    },
    messenger: () => ({ ask: (async ({ source }: { source: string }) => ask(source)) as unknown as Platform['ask'] }),
    intake: {
      put: async (intakes) => {
        await put();
        told.push(...intakes);
      },
    },
    clock: { now: () => NOW + 5_000 },
    watch: { looked: (outcome) => outcomes.push(outcome), weather: (where) => troubles.push(where) },
  });
  return { looking, outcomes, troubles, told };
};

describe('looking at pictures', () => {
  it('comes back as the message once more, with what was seen', async () => {
    const { looking, told } = open();
    const update = written('1');

    looking.offer(intakeOf(update), [picture('a'), picture('blank'), picture('b')]);
    await looking.settled();

    const shows = (words: string) => ({ handle: words, words: [words], print: 'ff00ff00ff00ff00' });
    const again = { id: 'm-1-seen', key: 'k-1/seen', at: NOW + 5_000, edited: true, seen: [shows('a'), shows('b')] };
    expect(told).toEqual([{ received: NOW + 5_000, update: { ...update, ...again } }]);
  });

  it('says nothing of a message in whose pictures nothing could be seen', async () => {
    const { looking, told, outcomes } = open();
    looking.offer(intakeOf(written('1')), [picture('blank')]);
    await looking.settled();
    expect(told).toEqual([]);
    expect(outcomes).toEqual(['nothing']);
  });

  it('is done once for the same pictures of a message, and again for others', async () => {
    const { looking, outcomes } = open();
    looking.offer(intakeOf(written('1')), [picture('a')]);
    looking.offer(intakeOf({ ...written('1'), edited: true, key: 'k-1-2' }), [picture('a')]);
    looking.offer(intakeOf(written('1')), [picture('b')]);
    looking.offer(intakeOf(written('2')), [picture('a')]);
    await looking.settled();
    expect(outcomes).toEqual(['seen', 'seen', 'seen']);
  });

  it('leaves the oldest when more than 64 pictures wait', async () => {
    const { looking, outcomes, told } = open();
    for (let id = 0; id < 10; id += 1)
      looking.offer(
        intakeOf(written(`${id}`)),
        Array.from({ length: 10 }, (_, at) => picture(`${id}-${at}`)),
      );
    await looking.settled();
    // The first is in hand already.
    expect(told.map(({ update }) => update.id)).toEqual([
      'm-0-seen',
      ...[4, 5, 6, 7, 8, 9].map((id) => `m-${id}-seen`),
    ]);
    expect(outcomes.filter((outcome) => outcome === 'dropped')).toHaveLength(30);
  });

  it.each([
    ['refused', new Refused('unknown-target', 'host', 'not kept there')],
    ['not had in time', new Weather('no answer')],
    ['a mistake of ours', new TypeError('bytes')],
  ])('goes on with the next when one is %s', async (_why, error) => {
    const { looking, outcomes, told } = open({
      ask: async (source) => {
        if (source === 'bad') throw error;
        return new TextEncoder().encode(source);
      },
    });
    looking.offer(intakeOf(written('1')), [picture('bad'), picture('a')]);
    await looking.settled();
    expect(outcomes).toEqual(['failed', 'seen']);
    expect(told).toHaveLength(1);
  });

  it('loses what cannot be handed over, says so and goes on', async () => {
    let away = true;
    const { looking, troubles, told } = open({
      put: async () => {
        if (!away) return;
        away = false;
        throw new Error('the queue is away');
      },
    });
    looking.offer(intakeOf(written('1')), [picture('a')]);
    looking.offer(intakeOf(written('2')), [picture('a')]);
    await looking.settled();
    expect(troubles).toEqual(['looking']);
    expect(told.map(({ update }) => update.id)).toEqual(['m-2-seen']);
  });

  it('ends with the program: what waits is forgotten', async () => {
    const { looking, told } = open();
    looking.offer(intakeOf(written('1')), [picture('a')]);
    looking.offer(intakeOf(written('2')), [picture('a')]);
    looking.close();
    looking.offer(intakeOf(written('3')), [picture('a')]);
    await looking.settled();
    expect(told).toEqual([]);
  });
});

describe('what is worth a look', () => {
  const looks = (update: Written, decision: Decision = 'keep') =>
    worthALook(update, { decision, findings: [], errors: [] }).map(({ source }) => source.source);
  const document = (name: string, size = 1_000): Attachment => ({
    kind: 'file',
    words: [name],
    file: { name, size, source: name },
  });

  it('photos, pictures sent as documents, and those of what is forwarded', () => {
    const quoted = { at: NOW, text: '', attachments: [photo('c')], forwarded: [] };
    const update = written('1', [photo('a'), document('b.JPG'), document('отчёт.docx'), { kind: 'photo', words: [] }]);
    const forwarding = { ...update, message: { ...update.message, forwarded: [quoted] } };
    expect(looks(update)).toEqual(['a', 'b.JPG']);
    expect(looks(forwarding)).toEqual(['a', 'b.JPG', 'c']);
  });

  it('no more than ten of a message, none that is too large', () => {
    expect(
      looks(
        written(
          '1',
          Array.from({ length: 15 }, (_, at) => photo(`${at}`)),
        ),
      ),
    ).toHaveLength(10);
    expect(looks(written('1', [document('a.png', 10_000_001)]))).toEqual([]);
  });

  it('nothing of a message that is taken away, or was looked at', () => {
    const update = written('1', [photo('a')]);
    expect(looks(update, 'remind')).toEqual(['a']);
    expect(looks(update, 'alert')).toEqual(['a']);
    expect(looks(update, 'delete')).toEqual([]);
    expect(looks(update, 'hold')).toEqual([]);
    expect(looks({ ...update, seen: [] })).toEqual([]);
  });
});
