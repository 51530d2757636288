import fc from 'fast-check';
import { targetOf, type Worded } from '../../src/domain/action.js';
import { type Batch, bundle } from '../../src/domain/bundle.js';

interface Row {
  readonly id: number;
  readonly platform: 'vk' | 'memory';
  readonly via: 'messenger' | 'simulation';
  readonly action: Worded;
}

const chat = (id: number) => `vk:chat:${id}` as const;
const account = 'vk:account:1' as const;
const message = (place: number) => ({ place: chat(place), id: '1' });
const send = (place: number, text: string, reply = false): Worded => ({
  do: 'send',
  to: chat(place),
  text,
  ...(reply ? { replyTo: message(place) } : {}),
});
const del = (place: number): Worded => ({ do: 'delete', message: message(place) });
const edit = (place: number): Worded => ({ do: 'edit', message: message(place), text: 'а' });
const mute = (place: number): Worded => ({ do: 'mute', chat: chat(place), account, until: 1 });

const rows = (...actions: readonly Worded[]): readonly Row[] =>
  actions.map((action, id) => ({ id, action, platform: 'vk', via: 'messenger' }));
const BATCH: Batch = { deletes: 3, calls: 2, places: 4 };
const taken = (...actions: readonly Worded[]) => bundle(rows(...actions), BATCH).map(({ id }) => id);

describe('a bundle', () => {
  it('of nothing is nothing', () => expect(bundle([], BATCH)).toEqual([]));

  it('holds one kind: that of the most urgent row', () => expect(taken(del(1), mute(1), del(2))).toEqual([0, 2]));

  it('holds so many deletes of a chat, and so many chats', () =>
    expect(taken(del(1), del(1), del(2), del(1), del(1), del(3), del(2))).toEqual([0, 1, 2, 3, 6]));

  it('holds one text for so many places', () =>
    expect(taken(...[1, 2, 3, 4, 5].map((place) => send(place, 'а')))).toEqual([0, 1, 2, 3]));

  it('holds so many different texts, their equals joining them', () =>
    expect(taken(send(1, 'а'), send(2, 'б'), send(3, 'в'), send(4, 'а'))).toEqual([0, 1, 3]));

  it('holds a reply as a call of its own', () =>
    expect(taken(send(1, 'а'), send(2, 'а', true), send(3, 'а', true), send(4, 'а'))).toEqual([0, 1, 3]));

  it('leaves a message with files to itself, whoever waits beside it', () => {
    const enclosing: Worded = {
      do: 'send',
      to: chat(2),
      text: 'а',
      files: [{ name: 'а.csv', kind: 'document', base64: '' }],
    };
    expect(taken(enclosing, send(1, 'а'), send(3, 'а'))).toEqual([0]);
    expect(taken(send(1, 'а'), enclosing, send(2, 'а'), send(3, 'а'))).toEqual([0, 3]);
  });

  it('tells texts apart by their buttons', () => {
    const buttons = [[{ label: 'Буду', payload: { m: 1 } }]];
    const [first, second] = bundle(rows(send(1, 'а'), { ...send(2, 'а'), buttons } as Worded, send(3, 'б')), BATCH);
    expect([first?.id, second?.id]).toEqual([0, 1]);
  });

  it('names a place once in a call', () => expect(taken(send(1, 'а'), send(1, 'а'), send(2, 'а'))).toEqual([0, 2]));

  it('lets no message overtake another one of its place', () => {
    expect(taken(send(1, 'а'), send(2, 'б'), send(1, 'б'), send(2, 'а'))).toEqual([0, 1, 2]);
    expect(taken(send(1, 'а'), send(2, 'б'), send(3, 'в'), send(3, 'а'))).toEqual([0, 1]);
  });

  it('holds several edits, but one mute', () => {
    expect(taken(edit(1), edit(2), edit(3))).toEqual([0, 1]);
    expect(taken(mute(1), mute(2))).toEqual([0]);
  });

  it('leaves a row that failed again and again to itself, with its kin of one request at most', () => {
    const failed = (id: number, action: Worded) =>
      ({ id, action, platform: 'vk', via: 'messenger', attempts: 3 }) as const;
    const ids = (...all: readonly (Row & { readonly attempts?: number })[]) => bundle(all, BATCH).map(({ id }) => id);
    const [fresh] = rows(del(9));

    expect(ids(failed(1, del(1)), failed(2, del(2)), failed(3, del(1)), { ...fresh!, id: 4 })).toEqual([1, 3]);
    expect(ids({ ...fresh!, id: 4 }, failed(1, del(1)))).toEqual([4]);
  });

  it('mixes neither messengers nor dry runs', () => {
    const [real, dry, elsewhere] = rows(del(1), del(1), del(1));
    const given = [real!, { ...dry!, via: 'simulation' as const }, { ...elsewhere!, platform: 'memory' as const }];
    expect(bundle(given, BATCH)).toEqual([real]);
  });
});

const place = fc.integer({ min: 1, max: 4 });
const action = fc.oneof(
  place.map(del),
  fc.tuple(place, fc.constantFrom('а', 'б', 'в'), fc.boolean()).map(([to, text, reply]) => send(to, text, reply)),
  place.map(edit),
  place.map(mute),
);
const row = fc.record({
  action,
  platform: fc.constantFrom<Row['platform']>('vk', 'memory'),
  via: fc.constantFrom<Row['via']>('messenger', 'simulation'),
});
const queue = fc.array(row, { maxLength: 40 }).map((all) => all.map((one, id): Row => ({ ...one, id })));
const limits = fc.record({
  deletes: fc.integer({ min: 1, max: 5 }),
  calls: fc.integer({ min: 1, max: 5 }),
  places: fc.integer({ min: 1, max: 5 }),
});

const textOf = ({ action: one, id }: Row) => (one.do === 'send' && !one.replyTo ? one.text : `${id}`);

const grouped = (all: readonly Row[], by: (one: Row) => string) => {
  const groups = new Map<string, readonly Row[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
};

describe('any bundle', () => {
  it('starts with the first row and keeps the order', () =>
    fc.assert(
      fc.property(queue, limits, (all, batch) => {
        const got = bundle(all, batch).map(({ id }) => id);
        expect(got[0]).toBe(all[0]?.id);
        expect(got).toEqual([...got].sort((a, b) => a - b));
      }),
    ));

  it('is of one kind, messenger and way', () =>
    fc.assert(
      fc.property(queue, limits, (all, batch) => {
        const kinds = new Set(bundle(all, batch).map((one) => `${one.platform} ${one.via} ${one.action.do}`));
        expect(kinds.size).toBeLessThanOrEqual(1);
      }),
    ));

  it('takes the rows of a place from the front of its queue', () =>
    fc.assert(
      fc.property(queue, limits, (all, batch) => {
        const got = bundle(all, batch);
        const [first] = got;
        const alike = all.filter(
          (one) => one.platform === first?.platform && one.via === first.via && one.action.do === first.action.do,
        );
        for (const to of new Set(alike.map((one) => targetOf(one.action)))) {
          const here = alike.filter((one) => targetOf(one.action) === to);
          const left = here.findIndex((one) => !got.includes(one));
          if (left >= 0) expect(here.slice(left).filter((one) => got.includes(one))).toEqual([]);
        }
      }),
    ));

  it('keeps the limits, and the order of each place when equal sends go as one call', () =>
    fc.assert(
      fc.property(queue, limits, (all, batch) => {
        const got = bundle(all, batch);
        const kind = got[0]?.action.do;
        const groups = grouped(got, (one) => (kind === 'delete' ? targetOf(one.action) : textOf(one)));
        expect(groups.size).toBeLessThanOrEqual(kind === 'mute' ? 1 : batch.calls);
        if (kind === 'send') expect(got.length).toBeLessThanOrEqual(batch.places);
        if (kind === 'delete')
          for (const group of groups.values()) expect(group.length).toBeLessThanOrEqual(batch.deletes);
        if (kind !== 'send') return;
        const sent = [...groups.values()].flat();
        for (const to of new Set(got.map((one) => targetOf(one.action)))) {
          const order = sent.filter((one) => targetOf(one.action) === to).map(({ id }) => id);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
      }),
    ));
});
