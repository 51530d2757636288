import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { createSay } from '../../src/app/say.js';
import type { Text } from '../../src/domain/text.js';
import { cite, editionAt } from '../../src/regulation/cite.js';
import type { Draft, Edition } from '../../src/regulation/edition.js';
import { archive, archiveLine, differenceOf, enact, withRequisites } from '../../src/regulation/life.js';
import { type Policy, policyOf, policyWith } from '../../src/regulation/policy.js';
import { readEdition } from '../../src/regulation/read.js';
import { readRequisites } from '../../src/regulation/read-requisites.js';
import { suspectedTexts } from '../../src/regulation/suspicion.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { edition, moscow, ZONE } from './documents.js';

const say = createSay('ru');
const words = (texts: readonly Text[]) => texts.map((one) => say(one));

const FILES = { 'school-21': '2024-08-31', 'oosh-19': '2024-08-30' } as const;
type School = keyof typeof FILES;

interface Written {
  requisites?: unknown;
  clauses: { id: string; text?: string; bullets?: { id: string; text: string }[] }[];
}
/** The school's own edition, as its file, changed by whoever prepares the next one. */
const prepared = (school: School, change: (file: Written) => void): Draft => {
  const file = parse(readFileSync(`policies/${school}/${FILES[school]}.yaml`, 'utf8')) as Written;
  delete file.requisites;
  change(file);
  const { draft, defects } = readEdition(stringify(file));
  if (draft === undefined) throw new Error(JSON.stringify(defects));
  return draft;
};
const nextOf = (school: School, typed: string, policy: Policy, change: (file: Written) => void = () => undefined) =>
  withRequisites(
    prepared(school, change),
    readRequisites(typed, policy.editions[0]?.document.requisites.accepted?.body ?? ''),
  );

describe('a new edition of school 21 (SC-12)', () => {
  const TYPED = 'протокол № 3 от 16.10.2026; приказ 01-10-355 от 19.10.2026; действует с 26.10.2026';
  const MONDAY = moscow('2026-10-19', '10:00');
  const change = ({ clauses }: Written) => {
    for (const clause of clauses) {
      const polite = clause.id === '4.2' ? clause.bullets?.[3] : undefined;
      if (polite) polite.text = 'выражать свои мысли вежливо;';
      if (clause.id === '5.2') clause.text = 'Все изменения оформляются письменно.';
    }
    clauses.splice(clauses.findIndex(({ id }) => id === '4.2') + 1, 0, { id: '4.3', text: 'Чат отдыхает ночью.' });
  };
  const load = () => loadPolicy('policies/school-21', ZONE);
  const adopted = async (): Promise<{ policy: Policy; fresh: Edition; warnings: readonly Text[] }> => {
    const policy = await load();
    const { edition: fresh, warnings, refused } = enact(policy, nextOf('school-21', TYPED, policy, change), MONDAY);
    if (fresh === undefined) throw new Error(say(refused));
    return { policy: policyWith(policy, [fresh]), fresh, warnings };
  };

  it('1: is refused without the protocol and the order, with the clause that asks for them', async () => {
    const { refused } = enact(await load(), prepared('school-21', change), MONDAY);
    expect(refused && say(refused)).toBe(
      'Редакция не может быть введена: нужны протокол педагогического совета и приказ директора (п. 5.1 Положения).',
    );
  });

  it('2: is refused with an order of a day that has not come', async () => {
    const typed = TYPED.replaceAll('2026', '2027');
    const { refused } = enact(await load(), nextOf('school-21', typed, await load(), change), MONDAY);
    expect(refused && say(refused)).toBe(
      'Редакция не может быть введена: приказ датирован днём, который ещё не наступил (п. 5.1 Положения).',
    );
  });

  it('2: is accepted with them, with a warning about the councils and the changed clauses', async () => {
    const { fresh, warnings } = await adopted();
    expect(words(warnings)).toEqual(['Не указано мнение советов обучающихся и родителей.']);
    expect(fresh.requisites).toMatchObject({
      accepted: { body: 'Педагогический совет', protocol: '3', date: '2026-10-16' },
      order: { number: '01-10-355', date: '2026-10-19' },
      inForceFrom: '2026-10-26',
    });
    const [old] = (await load()).editions;
    expect(old && differenceOf(old.document, fresh)).toEqual({ changed: ['4.2', '5.2'], added: ['4.3'], removed: [] });
  });

  it('2: has no warning when both councils were asked', async () => {
    const policy = await load();
    const asked = `${TYPED}; совет родителей, протокол № 4 от 14.10.2026; совет обучающихся протокол 2 от 15.10.2026`;
    expect(enact(policy, nextOf('school-21', asked, policy), MONDAY).warnings).toEqual([]);
  });

  it.each([
    ['3', moscow('2026-10-20'), 'adopted', '2024-08-31', 'in-force'],
    ['4', moscow('2026-10-25', '23:50'), 'adopted', '2024-08-31', 'in-force'],
    ['5', moscow('2026-10-26', '00:05'), 'in-force', '2026-10-26', 'lapsed'],
  ] as const)(
    '%s: is by turns adopted and in force, and what is cited follows',
    async (_, at, stage, cited, before) => {
      const { policy } = await adopted();
      expect(archive(policy, at).map((one) => one.stage)).toEqual([stage, before]);
      expect(cite(policy, 'POLITE', at)?.edition).toBe(cited);
    },
  );

  it('is a draft until its order is signed', async () => {
    const { policy } = await adopted();
    expect(archive(policy, moscow('2026-10-18', '23:59')).map(({ stage }) => stage)).toEqual(['draft', 'in-force']);
  });

  it('8: leaves the old one in the archive, with its dates and its text', async () => {
    const { policy } = await adopted();
    const chapters = archive(policy, moscow('2026-11-01'));
    expect(words(chapters.map(archiveLine))).toEqual([
      '26.10.2026 – действует (приказ № 01-10-355 от 19.10.2026)',
      '31.08.2024 – утратила силу 26.10.2026 (приказ № 01-10-281 от 31.08.2024)',
    ]);
    expect(chapters[1]?.edition.clauses).toHaveLength(22);
  });

  it('10: with a lost «не» is pointed out', () => {
    const broken = prepared('school-21', ({ clauses }) => {
      const ban = clauses.find(({ id }) => id === '4.2')?.bullets?.[5];
      if (ban) ban.text = 'осуществлять незаконный сбор и обработку персональных данных других лиц;';
    });
    expect(words(suspectedTexts(broken))).toEqual(['Похоже на опечатку в п. 4.2: вероятно, пропущено «не».']);
    expect(suspectedTexts(prepared('school-21', change))).toEqual([]);
  });

  it.each([
    ['протокол № 3 от 16.10.2026', 'нужен приказ директора (п. 5.1 Положения).'],
    ['приказ 01-10-355 от 19.10.2026', 'нужен протокол педагогического совета (п. 5.1 Положения).'],
    [
      'протокол № 3 от 16.10.2026; приказ 7 от 19.10.2026',
      'нужна дата, с которой редакция действует (п. 5.1 Положения).',
    ],
    [
      'протокол № 3 от 20.10.2026; приказ 7 от 19.10.2026; действует с 26.10.2026',
      'приказ подписан раньше протокола (п. 5.1 Положения).',
    ],
    [
      'протокол № 3 от 16.10.2026; приказ 7 от 19.10.2026; действует с 18.10.2026',
      'дата введения раньше приказа (п. 5.1 Положения).',
    ],
    [
      'протокол № 3 от 01.08.2024; приказ 7 от 02.08.2024; действует с 03.08.2024',
      'уже принята редакция с более поздней датой.',
    ],
    [
      'протокол № 3 от 31.02.2026; приказ 7 от 19.10.2026; действует с 26.10.2026',
      'нужен протокол педагогического совета (п. 5.1 Положения).',
    ],
  ])('is refused with «%s»', async (typed, said) => {
    const policy = await load();
    const { refused } = enact(policy, nextOf('school-21', typed, policy), MONDAY);
    expect(refused && say(refused)).toBe(`Редакция не может быть введена: ${said}`);
  });
});

describe('a new edition of oosh-19', () => {
  const load = () => loadPolicy('policies/oosh-19', ZONE);
  const brought = async (typed: string) => {
    const policy = await load();
    return enact(policy, nextOf('oosh-19', typed, policy), moscow('2026-10-19', '10:00'));
  };

  it('is in force from the day of its order, said or not', async () => {
    for (const typed of ['', '; действует с 19.10.2026'])
      expect(
        (await brought(`протокол 3 от 16.10.2026; приказ 12 от 19.10.2026${typed}`)).edition?.requisites.inForceFrom,
      ).toBe('2026-10-19');
  });

  it('is refused with a later date, with the clause of this school', async () => {
    const { refused } = await brought('протокол 3 от 16.10.2026; приказ 12 от 19.10.2026; действует с 26.10.2026');
    expect(refused && say(refused)).toBe(
      'Редакция не может быть введена: по этому Положению редакция действует со дня приказа; более поздней даты быть не может (п. 1.3 Положения).',
    );
  });
});

describe('the procedure', () => {
  it('is that of the edition in force, not of the one that is brought', async () => {
    const policy = await loadPolicy('policies/oosh-19', ZONE);
    const draft = nextOf('oosh-19', 'приказ 12 от 19.10.2026', policy, (file) =>
      Object.assign(file, { switches: { editionNeeds: [] } }),
    );
    expect(enact(policy, draft, moscow('2026-10-19')).refused?.key).toBe('edition-lacks');
  });

  it('asks for what the edition says it needs', () => {
    const needs = { switches: { editionNeeds: ['order'] } };
    const { requisites } = edition('2026-10-26', needs);
    const policy = policyOf([edition('2024-08-31', needs)], undefined, ZONE);
    const { accepted: _, ...rest } = requisites;
    expect(
      enact(policy, { ...edition('2026-10-26', needs), requisites: rest }, moscow('2026-10-26')).edition,
    ).toBeDefined();
  });

  it('names no clause before there is an edition', () => {
    const { requisites: _, ...rest } = edition('2026-10-26');
    const { refused } = enact(
      policyOf([], undefined, ZONE),
      { ...rest, requisites: { opinions: {} } },
      moscow('2026-10-26'),
    );
    expect(refused && say(refused)).toBe(
      'Редакция не может быть введена: нужны протокол педагогического совета и приказ директора.',
    );
  });

  it('enacts the same edition twice to the same end', () => {
    const policy = policyOf([edition('2024-08-31')], undefined, ZONE);
    const fresh = edition('2026-10-26');
    const once = policyWith(policy, [fresh]);
    expect(enact(once, fresh, moscow('2026-10-26')).edition).toEqual(fresh);
    expect(editionAt(policyWith(once, [fresh]), moscow('2026-10-26'))).toEqual(fresh);
  });
});

describe('requisites as people type them', () => {
  it.each([
    ['Протокол №3 от 1.9.2026', { accepted: { body: 'Педсовет', protocol: '3', date: '2026-09-01' } }],
    ['приказом № 12/а от 02.09.2026 г.', { order: { number: '12/а', date: '2026-09-02' } }],
    ['вступает в силу с 01.01.2027', { inForceFrom: '2027-01-01' }],
    [
      'согласовано: Управляющий совет, протокол № 9 от 02.09.2026',
      { agreed: { body: 'Управляющий совет', protocol: '9', date: '2026-09-02' } },
    ],
    ['приказ № 12 от «2» сентября 2026 г.', { order: { number: '12', date: '2026-09-02' } }],
    ['действует с 1 января 2027 года', { inForceFrom: '2027-01-01' }],
    ['приказ от 02.09.2026', {}],
    ['действует с завтра', {}],
    ['', {}],
  ])('%j', (typed, found) => expect(readRequisites(typed, 'Педсовет')).toEqual(found));
});

describe('whatever is adopted, in whatever order', () => {
  const DAYS = 60;
  const date = (day: number) => new Date(Date.UTC(2026, 8, 1 + day)).toISOString().slice(0, 10);
  const days = fc.array(fc.nat(DAYS), { minLength: 1, maxLength: 8 });
  const policyAfter = (adopted: readonly number[]) =>
    adopted.reduce((policy, day) => policyWith(policy, [edition(date(day))]), policyOf([], undefined, ZONE));

  it('one edition at most is in force, the latest begun, and nobody is forgotten', () => {
    fc.assert(
      fc.property(days, fc.nat(DAYS + 5), (adopted, today) => {
        const policy = policyAfter(adopted);
        const now = moscow(date(today), '12:00');
        const chapters = archive(policy, now);
        const current = chapters.filter(({ stage }) => stage === 'in-force');
        const begun = adopted.filter((day) => day <= today);
        expect(chapters).toHaveLength(new Set(adopted).size);
        expect(current.map(({ edition: { requisites } }) => requisites.inForceFrom)).toEqual(
          begun.length === 0 ? [] : [date(Math.max(...begun))],
        );
        expect(current[0]?.edition ?? null).toBe(editionAt(policy, now));
      }),
    );
  });

  it('an edition goes forward only: draft, adopted, in force, lapsed', () => {
    const stages = ['draft', 'adopted', 'in-force', 'lapsed'];
    fc.assert(
      fc.property(days, fc.array(fc.nat(DAYS + 5), { minLength: 2 }), (adopted, moments) => {
        const policy = policyAfter(adopted);
        const seen = moments
          .toSorted((a, b) => a - b)
          .map((day) => archive(policy, moscow(date(day), '12:00')).map(({ stage }) => stages.indexOf(stage)));
        for (const [i, now] of seen.entries())
          for (const [j, stage] of now.entries()) expect(stage).toBeGreaterThanOrEqual(seen[i - 1]?.[j] ?? 0);
      }),
    );
  });

  it('the order in which editions arrive does not matter', () => {
    fc.assert(
      fc.property(days, (adopted) => {
        expect(policyAfter([...adopted, ...adopted].toReversed())).toEqual(policyAfter(adopted));
      }),
    );
  });

  it('a file of anything at all is read or refused, never more', () => {
    const source = readFileSync('policies/school-21/2024-08-31.yaml', 'utf8').slice(0, 12_000);
    const torn = fc.tuple(fc.nat(source.length), fc.nat(200), fc.string({ unit: 'binary', maxLength: 8 }));
    fc.assert(
      fc.property(torn, ([at, cut, put]) => {
        const { draft, defects } = readEdition(source.slice(0, at) + put + source.slice(at + cut));
        expect((draft === undefined) !== (defects === undefined)).toBe(true);
        for (const { line, what } of defects ?? []) expect([line > 0, say(what).length > 0]).toEqual([true, true]);
      }),
    );
  });
});
