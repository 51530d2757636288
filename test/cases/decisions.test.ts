import * as decisions from '../../src/cases/decisions.js';
import type { Case, Measure } from '../../src/domain/case.js';
import { caseId } from '../../src/domain/case.js';
import { DAY, HOUR } from '../../src/domain/time.js';

const WRITTEN = Date.UTC(2026, 8, 9, 20, 40);
const place = 'memory:chat:1';
const message = { place, id: '7' } as const;
const citation = { document: 'regulation', clause: '4.2', edition: '2024-08-31' } as const;
const id = caseId(message, citation);
const ground = { document: 'chat-rules', clause: '6', edition: '2026-08-31' } as const;
const readOnly: Measure = {
  ...{ kind: 'read-only', step: 2, from: WRITTEN, until: WRITTEN + DAY, ground, state: 'provisional' },
};

const matter = (over: Partial<Case> = {}): decisions.Matter => ({
  id,
  case: {
    ...{ number: 2, chat: place, account: 'memory:account:2', person: 'p02', role: 'parent', message },
    ...{ written: WRITTEN, opened: WRITTEN, citation, rule: 'insult', category: 'insult', removed: 'deleted' },
    ...{ source: 'bot', parties: [], measure: readOnly, ...over },
  },
  conduct: { strikes: [{ case: id, chat: place, at: WRITTEN, until: WRITTEN + 30 * DAY, state: 'pending' }] },
});

const done = (moved: decisions.Moved): decisions.Matter => {
  if ('unmoved' in moved) throw new Error(`unmoved: ${moved.unmoved}`);
  return moved.matter;
};
const seen = ({ case: one, conduct }: decisions.Matter) => ({
  measure: one.measure?.state,
  strike: conduct.strikes[0]?.state,
  decided: one.decided?.as,
  closed: one.closed !== undefined,
});

const MORNING = WRITTEN + 9 * HOUR;
const word = { by: 'k01', at: MORNING };
const appeal = { number: 1, at: WRITTEN + HOUR, due: WRITTEN + 5 * DAY, to: 'z01', words: 'крик души' };
const objected = (): decisions.Matter => done(decisions.object(matter(), appeal));

describe('a limit', () => {
  it('counts once a person has confirmed it, and has its end with that', () => {
    expect(seen(done(decisions.confirm(matter(), word)))).toEqual({
      ...{ measure: 'confirmed', strike: 'counts', decided: 'confirmed', closed: true },
    });
  });

  it.each([
    [1, DAY],
    [3, 3 * DAY],
    [7, 7 * DAY],
  ])('confirmed for %i days it lasts so long from its beginning', (days, length) => {
    expect(done(decisions.confirm(matter(), word, days)).case.measure?.until).toBe(WRITTEN + length);
  });

  it('taken back counts for nothing; that the bot had erred is said apart', () => {
    const back = done(decisions.cancel(matter(), word, false));
    expect(seen(back)).toEqual({ measure: 'cancelled', strike: 'void', decided: 'cancelled', closed: true });
    expect(back.case.wrong).toBeUndefined();
    expect(done(decisions.cancel(matter(), word, true)).case.wrong).toBe(true);
  });

  it('nobody has decided about lapses at its end and not before', () => {
    const { until } = readOnly;
    expect(decisions.lapse(matter(), until - 1)).toEqual({ unmoved: 'again' });
    expect(seen(done(decisions.lapse(matter(), until)))).toEqual({
      ...{ measure: 'lapsed', strike: 'void', decided: undefined, closed: true },
    });
    expect(decisions.lapse(done(decisions.confirm(matter(), word)), until)).toEqual({ unmoved: 'nothing' });
  });

  it('is decided once: by whoever comes first, and not after its end', () => {
    const confirmed = done(decisions.confirm(matter(), word));
    const lapsed = done(decisions.lapse(matter(), readOnly.until));
    const late = { by: 'z01', at: readOnly.until };
    expect(decisions.cancel(confirmed, word, false)).toEqual({ unmoved: 'decided' });
    expect(decisions.confirm(confirmed, word)).toEqual({ unmoved: 'decided' });
    expect(decisions.confirm(matter(), late)).toEqual({ unmoved: 'over' });
    expect(decisions.cancel(lapsed, late, true)).toEqual({ unmoved: 'over' });
  });
});

describe('an objection', () => {
  it('keeps a case open until it is decided too', () => {
    const confirmed = done(decisions.confirm(objected(), word));
    expect(seen(confirmed).closed).toBe(false);
    expect(seen(done(decisions.decline(confirmed, { by: 'z01', at: MORNING })))).toEqual({
      ...{ measure: 'confirmed', strike: 'counts', decided: 'confirmed', closed: true },
    });
  });

  it('declined while the limit is provisional leaves that to whoever decides about it', () => {
    const declined = done(decisions.decline(objected(), { by: 'z01', at: MORNING }));
    expect(seen(declined)).toEqual({ measure: 'provisional', strike: 'pending', decided: undefined, closed: false });
    expect(seen(done(decisions.confirm(declined, word))).closed).toBe(true);
  });

  it('granted takes back what a person had confirmed, and what had lapsed', () => {
    const given = { by: 'z01', at: MORNING };
    for (const before of [
      objected(),
      done(decisions.confirm(objected(), word)),
      done(decisions.lapse(objected(), readOnly.until)),
    ]) {
      const { case: one, conduct } = done(decisions.grant(before, given));
      expect([one.measure?.state, one.wrong, conduct.strikes[0]?.state]).toEqual(['cancelled', true, 'void']);
      expect(one.closed).toBe(MORNING);
    }
  });

  it('has its end when the measure is taken back', () => {
    const back = done(decisions.cancel(objected(), word, false));
    expect(back.case.appeal?.decided?.as).toBe('cancelled');
    expect(decisions.grant(back, { by: 'z01', at: MORNING })).toEqual({ unmoved: 'decided' });
  });

  it('is made once, and none was ever decided', () => {
    expect(decisions.object(objected(), appeal)).toEqual({ unmoved: 'again' });
    expect(decisions.grant(matter(), word)).toEqual({ unmoved: 'nothing' });
    expect(decisions.decline(matter(), word)).toEqual({ unmoved: 'nothing' });
  });

  it('opens again what had its end', () => {
    const lapsed = done(decisions.lapse(matter(), readOnly.until));
    expect(done(decisions.object(lapsed, appeal)).case.closed).toBeUndefined();
  });
});

describe('whoever is in the conflict', () => {
  it('is asked no more, once', () => {
    const asked = matter({ asked: { who: 'k01', at: MORNING } });
    const aside = done(decisions.stepAside(asked, 'k01'));
    expect([aside.case.parties, aside.case.asked]).toEqual([['k01'], undefined]);
    expect(decisions.stepAside(aside, 'k01')).toEqual({ unmoved: 'again' });
    expect(done(decisions.stepAside(asked, 'z01')).case.asked).toEqual({ who: 'k01', at: MORNING });
  });
});

describe('what nobody was told of', () => {
  it('counts for nothing, a warning too; what a person has decided stands', () => {
    const warning = matter({ measure: { ...readOnly, kind: 'warning', step: 1, until: WRITTEN + 30 * DAY } });
    for (const one of [matter(), warning])
      expect(seen(done(decisions.drop(one, MORNING)))).toMatchObject({ measure: 'lapsed', strike: 'void' });
    expect(decisions.drop(done(decisions.confirm(matter(), word)), MORNING)).toEqual({ unmoved: 'decided' });
    const { measure: _none, ...hidden } = matter().case;
    expect(decisions.drop({ ...matter(), case: hidden }, MORNING)).toEqual({ unmoved: 'nothing' });
  });
});

describe('exclusion', () => {
  it('lets what was provisional stand, once; not what was taken back or has lapsed', () => {
    const out = done(decisions.exclude(matter(), { by: 'z01', at: MORNING, words: 'решение администрации' }));
    expect(seen(out)).toEqual({ measure: 'confirmed', strike: 'counts', decided: 'confirmed', closed: true });
    expect(out.case.excluded?.by).toBe('z01');
    expect(decisions.exclude(out, word)).toEqual({ unmoved: 'again' });
    expect(decisions.exclude(done(decisions.cancel(matter(), word, false)), word)).toEqual({ unmoved: 'decided' });
    expect(decisions.exclude(done(decisions.lapse(matter(), readOnly.until)), word)).toEqual({ unmoved: 'over' });
  });
});
