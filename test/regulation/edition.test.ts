import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CITATION_KEYS, type CitationKey } from '../../src/domain/clause.js';
import { rules } from '../../src/moderation/rules/index.js';
import { cite, editionAt, findClause, standing } from '../../src/regulation/cite.js';
import { DraftFile, EditionFile } from '../../src/regulation/edition.js';
import { readEdition } from '../../src/regulation/read.js';
import { BadPolicy, loadPolicy } from '../../src/storage/policy.js';
import { editionFile, lines, moscow, ZONE } from './documents.js';

const SEPTEMBER = moscow('2026-09-09', '12:00');

/** `domain.md` §6.0; «Правила п. 1» is `r1`, «—» is null. */
const KEYS: readonly (readonly [CitationKey, string | null, string | null])[] = [
  ['CLOSED', '2.3', '1.5'],
  ['ROLE_CONFIRM', '2.5', '2.1'],
  ['INVITE_STUDENT', '2.7', '2.5'],
  ['INVITE_PARENT', '2.7', '2.7'],
  ['ADMIN_ORDER', '3.2', '2.1'],
  ['TEACHERS_ROOM', '3.4', '2.1'],
  ['EXTRA_ADMIN', null, '2.1'],
  ['ANNUL', '3.3', '2.1'],
  ['PUBLISH', '3.3', '2.2'],
  ['MIGRATION', '3.1', null],
  ['POLITE', '4.2', 'r1'],
  ['RIGHTS', '4.2', 'r2'],
  ['PD', '4.2', 'r2'],
  ['HACK', '4.2', '3.2'],
  ['MODERATE', '3.4', 'r6'],
  ['MEASURE', 'r6', 'r6'],
  ['APPEAL', 'r7', 'r7'],
  ['QUIET', 'r4', 'r4'],
  ['STATS', '3.3', '2.1'],
  ['SUPPORT', '4.1', '3.2'],
  ['DEL_ACC', '4.1', null],
  ['NEW_EDITION', '5.4', '4.2'],
  ['APPROVE_ACT', '5.1', '1.3'],
  ['DIR_INFO', '2.4', '2.2'],
  ['CLASS_MEET', '2.6', '2.3'],
];

describe.each([
  ['school-21', 1, 22],
  ['oosh-19', 2, 19],
] as const)('the edition of %s', (school, column, clauses) => {
  const load = async () => {
    const policy = await loadPolicy(`policies/${school}`, ZONE);
    const edition = editionAt(policy, SEPTEMBER);
    if (edition === null) throw new Error('no edition in force');
    return { policy, edition };
  };

  it.each(KEYS)('cites for %s: %s here, %s there', async (key, ...of) => {
    const { policy } = await load();
    const cited = cite(policy, key, SEPTEMBER);
    expect(cited && `${cited.document === 'chat-rules' ? 'r' : ''}${cited.clause}`).toBe(of[column - 1]);
  });

  it('says of every key what it cites, if only that it cites nothing', async () => {
    const { edition } = await load();
    expect(CITATION_KEYS.filter((key) => edition.citations[key] === undefined)).toEqual([]);
  });

  it(`holds all ${clauses} clauses, all in one alphabet`, async () => {
    const { edition } = await load();
    expect(edition.clauses).toHaveLength(clauses);
    const words = edition.clauses.flatMap(({ text = '', bullets }) => [text, ...bullets.map((bullet) => bullet.text)]);
    expect(words.filter((text) => /[а-яё][a-z]|[a-z][а-яё]/i.test(text))).toEqual([]);
  });

  it('is the same after it was stored and read again', async () => {
    const { edition } = await load();
    const stored = JSON.parse(JSON.stringify(edition)) as unknown;
    expect(EditionFile.parse(stored)).toEqual(edition);
    expect(DraftFile.parse(stored)).toEqual(edition);
  });

  it('names only rules that there are, with settings the rules take', async () => {
    const { policy } = await load();
    for (const [id, set] of Object.entries(standing(policy, SEPTEMBER).rules))
      expect(rules.find((one) => one.id === id)?.settings.safeParse(set).success).toBe(true);
  });
});

describe('the broken words of the schools', () => {
  it.each([
    ['school-21', '4.2', 'ненормативной лексики', 'ненормированной'],
    ['school-21', '4.2', 'не осуществлять незаконный сбор', '– осуществлять незаконный'],
    ['school-21', '3.3', 'создает структуру образовательной организации', '– структуру'],
    ['school-21', '3.2', 'в VK-мессенджере', 'в VK-мессенджера'],
    ['school-21', '3.4', 'внеучебных задач', 'вне учебных'],
    ['school-21', '3.4', 'меры ответственности', 'мерах ответственности'],
    ['school-21', '5.2', 'в соответствии с действующим', 'в соответствии действующим'],
    ['oosh-19', '1.6', 'может осуществляться', 'осуществляется'],
    ['oosh-19', '2.2', 'в VK-мессенджере:', 'в VK-мессенджера'],
    ['oosh-19', '2.3', 'внеучебных задач', 'вне учебных'],
    ['oosh-19', '3.3', 'prof.sferum.ru', 'prof-sferum.ru'],
    ['oosh-19', '4.3', 'Уставом МКОУ', 'РФ, МКОУ'],
  ])('%s, %s: people read «%s»', async (school, id, mended, broken) => {
    const text = findClause(await loadPolicy(`policies/${school}`, ZONE), id, SEPTEMBER)?.text ?? '';
    expect(text).toContain(mended);
    expect(text).not.toContain(broken);
  });
});

describe('a folder with a mistake in it', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'policy-'));
  });
  afterEach(() => rm(dir, { recursive: true }));
  const load = async (source: string, name = '2026-01-12.yaml') => {
    await writeFile(join(dir, name), source);
    return loadPolicy(dir, ZONE).then(
      () => 'read',
      (error: BadPolicy) => lines(error.defects).join('\n').replaceAll(`${dir}/`, ''),
    );
  };
  const written = (over: object) => stringify(editionFile('2026-01-12', over));
  const { accepted, order } = editionFile('2026-01-12').requisites;

  it('is read when there is none', async () => expect(await load(written({}))).toBe('read'));

  it.each([
    ['no order', { requisites: { accepted, inForceFrom: '2026-01-12' } }, 'requisites.order: не указано'],
    ['no protocol', { requisites: { order, inForceFrom: '2026-01-12' } }, 'requisites.accepted: не указано'],
    [
      'a date that is none',
      { requisites: { accepted, order, inForceFrom: '31.08.2026' } },
      "requisites.inForceFrom: это не дата; пример: '2024-08-31'",
    ],
    [
      'a citation of nothing',
      { citations: { POLITE: { document: 'regulation', clause: '7.7' } } },
      'citations.POLITE: ссылка на пункт 7.7, которого нет',
    ],
    [
      'an unknown citation key',
      { citations: { POLIT: { document: 'regulation', clause: '4.2' } } },
      'citations: неизвестное название «POLIT»',
    ],
    ['an unknown switch', { switches: { quiet: true } }, 'switches: неизвестное название «quiet»'],
    [
      'a switch set to what it cannot be',
      { switches: { chatPlan: 'maybe' } },
      'switches.chatPlan: такого значения нет; возможные: required, recommended',
    ],
    [
      'a switch that is neither yes nor no',
      { switches: { joinRequests: 'да' } },
      'switches.joinRequests: пишется true (да) или false (нет)',
    ],
    ['a clause left empty', { clauses: [{ id: '4.2', text: null }] }, 'clauses.0.text: пусто'],
    [
      'an order whose number YAML took for a number',
      { requisites: { accepted, order: { ...order, number: 355 }, inForceFrom: '2026-01-12' } },
      "requisites.order.number: пишется в кавычках; пример: '355'",
    ],
    [
      'a number longer than a line',
      { citations: {}, clauses: [{ id: `4.${'2'.repeat(500)}`, text: 'а' }] },
      'clauses.0.id: номер пункта',
    ],
    [
      'a thousand clauses and one',
      { citations: {}, clauses: Array.from({ length: 1001 }, (_, at) => ({ id: `4.${at}`, text: 'а' })) },
      'clauses: слишком много',
    ],
    ['a word too many', { claused: [] }, 'неизвестное название «claused»'],
    [
      'a clause twice',
      {
        clauses: [
          { id: '4.2', text: 'а' },
          { id: '4.2', text: 'б' },
        ],
      },
      'clauses.1: пункт 4.2 стоит дважды',
    ],
    [
      'a bullet twice',
      {
        clauses: [
          {
            id: '4.2',
            bullets: [
              { id: 'a', text: 'а' },
              { id: 'a', text: 'б' },
            ],
          },
        ],
      },
      'clauses.0: в пункте 4.2 подпункт стоит дважды',
    ],
    ['a clause that says nothing', { clauses: [{ id: '4.2' }] }, 'clauses.0: пусто'],
    [
      'a clause number that YAML took for a number',
      { clauses: [{ id: 4.2, text: 'а' }] },
      "clauses.0.id: номер пункта пишется в кавычках; пример: '4.2'",
    ],
    [
      'a term of no clause',
      { terms: [{ term: 'чат', meaning: 'беседа', clause: '1.1' }] },
      'terms.0.clause: ссылка на пункт 1.1, которого нет',
    ],
  ])('tells %s in one plain line with file and line', async (_, over, said) => {
    const [line = '', ...more] = (await load(written(over))).split('\n');
    expect(more).toEqual([]);
    expect(line).toMatch(/^2026-01-12\.yaml:\d+: ошибка: /);
    expect(line).toContain(said);
  });

  it.each([
    ['school: "Школа\nclauses: [', 'файл не читается'],
    ['school: Школа\nschool: Другая', 'одно название стоит дважды'],
    ['school: Шко\uFFFDла', 'файл сохранён не в UTF-8'],
  ])('tells a slip of YAML', async (source, said) =>
    expect(await load(source)).toMatch(new RegExp(`^2026-01-12\\.yaml:\\d+: ошибка: ${said}`)),
  );

  it('says when there is no edition, or no folder', async () => {
    expect(await load('adopted: false', 'notes.yaml')).toContain('нет ни одной редакции');
    await expect(loadPolicy(join(dir, 'nowhere'), ZONE)).rejects.toBeInstanceOf(BadPolicy);
  });
});

describe('an edition somebody brings', () => {
  it('is a draft, even without what adopts it', () => {
    const { requisites: _, ...rest } = editionFile('2026-10-26');
    expect(readEdition(stringify(rest))).toMatchObject({ draft: { title: 'Положение', requisites: { opinions: {} } } });
  });

  it('is refused with the lines of its mistakes, however it is written', () => {
    const read = (source: string) => lines(readEdition(source, 'положение.yaml').defects ?? []);
    expect(read('')).toEqual(['положение.yaml:1: ошибка: пусто']);
    expect(read('{')).toHaveLength(1);
    expect(read('а'.repeat(3_000_000))).toEqual(['положение.yaml:1: ошибка: файл больше любого Положения']);
    expect(read(stringify({ ...editionFile('2026-10-26'), citations: {}, clauses: [] }))).toEqual([
      expect.stringMatching(/^положение\.yaml:\d+: ошибка: clauses: нет ни одного пункта$/),
    ]);
  });

  it('does not go down for ever', () => {
    for (const many of [100, 5_000, 20_000, 50_000, 200_000])
      for (const sign of ['[', '{a: ', '- ', '? '])
        expect(readEdition(`a:\n ${sign.repeat(many)}`).draft).toBeUndefined();
    expect(readEdition('a: &a [*a]').draft).toBeUndefined();
    expect(readEdition('a: *nothing').draft).toBeUndefined();
  });

  it('does not unfold a bomb of references', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [*${'abcdefg'[i]}, *${'abcdefg'[i]}]`),
    ];
    expect(readEdition(bomb.join('\n')).draft).toBeUndefined();
  });
});
