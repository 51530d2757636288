import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { rules } from '../../src/moderation/rules/index.js';
import { ChatRulesFile } from '../../src/regulation/edition.js';
import { type KnownRule, lintDraft, lintPolicy } from '../../src/regulation/lint.js';
import { readChatRules, type Source } from '../../src/regulation/read.js';
import { policySources } from '../../src/storage/policy.js';
import { chatRules, lines } from './documents.js';
import { gymnasium, gymnasiumFile } from './third-school.js';

const KNOWN: readonly KnownRule[] = rules.map(({ id, cites, settings }) => ({
  id,
  cites,
  accepts: (given) => settings.safeParse(given).success,
}));
const lint = (files: readonly Source[]) => lines(lintPolicy(files, KNOWN));
const errors = (files: readonly Source[]) => lint(files).filter((line) => line.includes(': ошибка: '));

const clause = (id: string, text = 'Участники пишут вежливо.', over: object = {}) => ({ id, text, ...over });
const cites = (over: object) => ({ citations: { ...gymnasium.citations, ...over } });
const rulesFile = (over: object = {}): Source => {
  const { adopted, title, requisites, opinions, clauses } = chatRules(true, '2026-03-01');
  const written = {
    adopted,
    title,
    requisites,
    opinions,
    clauses: clauses.map(({ kinds, text }, at) => ({ id: `${at + 1}`, kinds, text })),
  };
  return { file: 'rostok/chat-rules.yaml', source: stringify({ ...written, ...over }) };
};

describe('the policies that are delivered', () => {
  it.each(['school-21', 'oosh-19'])('%s: without errors; what the school should know is a remark', async (school) => {
    const found = lint(await policySources(`policies/${school}`));
    expect(found.filter((line) => !/^policies\/\S+\.yaml:\d+: замечание: /.test(line))).toEqual([]);
    expect(found.length).toBeGreaterThan(10);
  });

  it('oosh-19: the clause that was never there is known', async () => {
    const found = lint(await policySources('policies/oosh-19'));
    expect(found.filter((line) => line.includes('п. 2.6:'))).toEqual([
      expect.stringMatching(/2024-08-30\.yaml:\d+: замечание: п\. 2\.6: Нумерация переходит от 2\.5 к 2\.7/),
    ]);
  });

  it('school 21: the lost «не», the Latin letters and the late stamp are told', async () => {
    const found = (await lint(await policySources('policies/school-21'))).join('\n');
    for (const remark of ['п. 4.2-f: Потеряно «не»', 'п. 1.1: В слове «видеоинформацией»', 'через десять недель'])
      expect(found).toContain(remark);
  });
});

describe('an edition with a defect', () => {
  it('has none at first', () => expect(errors([gymnasiumFile(), rulesFile()])).toEqual([]));

  it.each([
    [
      'a number left out',
      { clauses: [clause('1.1.1'), clause('1.1.3')] },
      'пункт 1.1.3 стоит там, где ожидается 1.1.2',
    ],
    ['a section left out', { clauses: [clause('1.1.1'), clause('3.1.1')] }, 'пункт 3 стоит там, где ожидается 2'],
    ['a first number left out', { clauses: [clause('1.1.2')] }, 'пункт 1.1.2 стоит там, где ожидается 1.1.1'],
    [
      'a letter left out',
      {
        clauses: [
          clause('1.1.1', 'Участники:', {
            bullets: [
              { id: 'a', text: 'пишут;' },
              { id: 'c', text: 'читают.' },
            ],
          }),
        ],
      },
      'пропущена буква перед подпунктом «c»',
    ],
    ['a gap that is none', { gaps: [{ id: '1.1.2', remark: 'нет' }] }, 'пункт 1.1.2 назван пропущенным, но он есть'],
    ['a clause without its section', { sections: { '1': 'Чаты', '2': 'Общение' } }, 'у пункта нет раздела'],
    ['letters of two alphabets', { clauses: [clause('1.1.1', 'Пишем вежливo.')] }, 'в слове «вежливo» перепутаны'],
    ['a mark that nobody sees', { clauses: [clause('1.1.1', 'Пишем \u202Eвежливо.')] }, 'невидимые знаки'],
    [
      'a measure that rests on the regulation',
      cites({ MEASURE: { document: 'regulation', clause: '2.1.1' } }),
      'MEASURE ссылается на Положение',
    ],
    [
      'a point of the chat rules that is not there',
      cites({ POLITE: { document: 'chat-rules', clause: '9' } }),
      'POLITE ссылается на пункт 9 Правил общения, которого нет',
    ],
    [
      'a measure on a point about conduct',
      cites({ MEASURE: { document: 'chat-rules', clause: '1' } }),
      'у пункта нет вида «measure»',
    ],
    ['an unknown rule', { rules: { polite: {} } }, 'правила проверки «polite» нет'],
    [
      'a rule set otherwise than it takes',
      { rules: { obscene: { allow: 'все' } } },
      'настройки правила «obscene» записаны не так',
    ],
    ['a rule without a ground', cites({ POLITE: null }), 'у правила «obscene» нет принятого основания'],
    [
      'an order before its protocol',
      {
        requisites: {
          accepted: { body: 'Совет', protocol: '1', date: '2026-02-03' },
          order: { number: '7', date: '2026-02-02' },
          inForceFrom: '2026-03-01',
        },
      },
      'приказ подписан раньше протокола',
    ],
    [
      'an edition before its order',
      { requisites: { order: { number: '7', date: '2026-03-02' }, inForceFrom: '2026-03-01' } },
      'дата введения раньше приказа',
    ],
    [
      'an edition later than the school’s own procedure lets it be',
      { switches: { editionNeeds: ['order'], inForceFromOrder: true } },
      'более поздней даты быть не может',
    ],
  ])('%s is an error', (_, over, said) => {
    const trimmed = 'clauses' in over ? { citations: {}, terms: [], rules: {} } : {};
    const found = errors([gymnasiumFile({ ...trimmed, ...over }), rulesFile()]);
    expect(found).toEqual([expect.stringMatching(/^rostok\/2026-03-01\.yaml:\d+: ошибка: /)]);
    expect(found[0]).toContain(said);
  });

  it.each([
    [
      'a lost «не»',
      { citations: {}, terms: [], rules: {}, clauses: [clause('1.1.1', 'Участники обязаны разжигать вражду.')] },
      'Похоже на опечатку в п. 1.1.1',
    ],
    [
      'a number left out knowingly',
      {
        citations: {},
        terms: [],
        rules: {},
        gaps: [{ id: '1.1.2', remark: 'Нет в тексте.' }],
        clauses: [clause('1.1.1'), clause('1.1.3')],
      },
      'п. 1.1.2: Нет в тексте.',
    ],
    [
      'a key nobody thought of',
      { citations: { POLITE: { document: 'regulation', clause: '2.1.1' } } },
      'не сказано, на что ссылаться для CLOSED',
    ],
    ['no opinion of the councils', {}, 'Не указано мнение советов'],
    [
      'a rule that is silent until the chat rules are adopted',
      cites({ POLITE: { document: 'chat-rules', clause: '1' } }),
      'правило «obscene» молчит',
    ],
  ])('%s is a remark', (_, over, said) => {
    const found = lint([gymnasiumFile(over), rulesFile({ adopted: false })]);
    expect(found.filter((line) => line.includes('ошибка'))).toEqual([]);
    expect(found.join('\n')).toContain(said);
  });

  it('is told of it also when it is brought without what adopts it', () => {
    const { requisites: _, ...rest } = gymnasium;
    const draft = (over: object) =>
      lines(lintDraft({ file: 'новая.yaml', source: stringify({ ...rest, ...over }) }, undefined, KNOWN));
    expect(draft({}).filter((line) => line.includes('ошибка'))).toEqual([]);
    expect(draft({ rules: { polite: {} } }).join('\n')).toMatch(
      /новая\.yaml:\d+: ошибка: правила проверки «polite» нет/,
    );
  });

  it('points at the line', () => {
    const file = gymnasiumFile(cites({ MEASURE: { document: 'regulation', clause: '2.1.1' } }));
    const at = file.source.split('\n').findIndex((line) => line.includes('MEASURE:')) + 2;
    expect(errors([file])[0]).toMatch(new RegExp(`^rostok/2026-03-01\\.yaml:${at}: `));
  });

  it('of the same date as another is an error in both', () => {
    const twin = { ...gymnasiumFile(), file: 'rostok/2026-03-02.yaml' };
    expect(errors([gymnasiumFile(), twin])).toHaveLength(2);
  });
});

describe('a folder', () => {
  const file = (name: string, source: string): Source => ({ file: `rostok/${name}`, source });
  it.each([
    [
      'an edition whose name the program does not know',
      file('01.03.2027.yaml', gymnasiumFile().source),
      'rostok/01.03.2027.yaml:1: ошибка: имя файла ничего не говорит программе, файл не читается; пример имени: 2024-08-31.yaml',
    ],
    [
      'chat rules twice',
      { ...rulesFile(), file: 'rostok/chat-rules.yml' },
      'rostok/chat-rules.yml:1: ошибка: второй файл того же назначения не читается; оставьте один',
    ],
    [
      'a setting that is none',
      file('school.yaml', '# наше\nname: Росток\nquietHour: 5\n'),
      'rostok/school.yaml:3: ошибка: неизвестное название «quietHour»',
    ],
    [
      'a setting that cannot be so',
      file('school.yaml', 'inviteDays: 100\n'),
      'rostok/school.yaml:1: ошибка: inviteDays: такое число не подходит',
    ],
    [
      'settings that contradict each other',
      file('school.yaml', 'name: Росток\ninviteDays: 2\n'),
      'rostok/school.yaml:1: ошибка: напоминание должно приходить раньше, чем истечёт срок приглашения',
    ],
    [
      'a calendar with a day that is none',
      file('calendar.yaml', "daysOff: ['2026-13-01']\nworkingDays: []\nuntil: '2026-12-31'\n"),
      'rostok/calendar.yaml:1: ошибка: daysOff.0: нужна дата: день, месяц и год',
    ],
  ])('%s: an error', (_, odd, said) => expect(errors([gymnasiumFile(), rulesFile(), odd])).toEqual([said]));

  it('may hold notes and empty settings', () =>
    expect(errors([gymnasiumFile(), file('school.yaml', '# пока ничего\n'), file('notes.txt', 'x')])).toEqual([]));
});

describe('chat rules', () => {
  it('that cannot be read are the only thing wrong', () => {
    const torn = rulesFile({ requisites: { order: null, inForceFrom: '2026-03-01' } });
    const file = gymnasiumFile(cites({ POLITE: { document: 'chat-rules', clause: '1' } }));
    expect(errors([file, torn])).toEqual([
      expect.stringMatching(/^rostok\/chat-rules\.yaml:\d+: ошибка: requisites\.order: пусто$/),
    ]);
  });

  const { opinions } = chatRules(true, '2026-03-01');
  it.each([
    ['no council at all', { opinions: {} }, 'не вступают в силу без мнения'],
    ['one council', { opinions: { students: opinions.students } }, 'не вступают в силу без мнения'],
    [
      'a council asked too late',
      { opinions: { ...opinions, parents: { body: 'Совет родителей', protocol: '1', date: '2026-03-02' } } },
      'мнение совета получено после приказа',
    ],
    [
      'an order after their date',
      { requisites: { order: { number: '2', date: '2026-03-05' }, inForceFrom: '2026-03-01' } },
      'дата введения раньше приказа',
    ],
  ])('with measures: %s is an error', (_, over, said) => {
    const found = errors([gymnasiumFile(), rulesFile(over)]);
    expect(found).toEqual([expect.stringMatching(/^rostok\/chat-rules\.yaml:\d+: ошибка: /)]);
    expect(found[0]).toContain(said);
  });

  it('that are a draft are a remark', () =>
    expect(lint([gymnasiumFile(), rulesFile({ adopted: false, opinions: {} })]).join('\n')).toContain(
      'ещё не приняты',
    ));

  describe('from the template', () => {
    const source = readFileSync('policies/chat-rules.template.yaml', 'utf8');
    const template = readChatRules({ file: 'chat-rules.yaml', source });

    it('stand for nothing until they are filled in', () => {
      expect(template.defects).toEqual([]);
      expect(template.value?.adopted).toBe(false);
    });

    it('cannot be adopted before the councils are named', () => {
      const hasty = { file: 'rostok/chat-rules.yaml', source: source.replace('adopted: false', 'adopted: true') };
      expect(errors([gymnasiumFile(), hasty])).toEqual([expect.stringContaining('не вступают в силу без мнения')]);
    });

    it('are whole once filled in as they say', () => {
      const filled = source
        .replace('adopted: false', 'adopted: true')
        .replace(/^# (opinions:| {2}(?:parents|students):)/gm, '$1');
      const file = { file: 'rostok/chat-rules.yaml', source: filled };
      expect(errors([gymnasiumFile(), file])).toEqual([]);
      expect(ChatRulesFile.safeParse(readChatRules(file).value).success).toBe(true);
    });
  });
});

describe('what is said of clauses', () => {
  const served = (rows: readonly object[]): Source => ({ file: 'rostok/served.yaml', source: stringify(rows) });
  const all = gymnasium.clauses.map(({ id }) => ({ clause: id, later: 'позже' }));
  it.each([
    ['a clause without a row', all.slice(1), 'о пункте 0-c не сказано'],
    [
      'a row of no clause',
      [{ clause: '0-c', later: 'позже' }, ...all, { clause: '9.9', later: 'позже' }],
      'пункта 9.9 нет',
    ],
    ['a row that says too little', [{ clause: '0-c', does: 'всё' }, ...all], 'строка записана не так'],
    ['a row with two meanings', [{ clause: '0-c', later: 'позже', cannot: 'нет' }, ...all], 'строка записана не так'],
  ])('%s is an error', (_, rows, said) => expect(errors([gymnasiumFile(), served(rows)]).join('\n')).toContain(said));
  it('is whole with a row each', () =>
    expect(errors([gymnasiumFile(), served([{ clause: '0-c', cannot: 'подписать приказ' }, ...all])])).toEqual([]));
});

describe('permissions', () => {
  const permissions = (rows: readonly object[]): Source => ({
    file: 'rostok/permissions.yaml',
    source: stringify({ rows }),
  });
  it.each([
    [
      'rest on a clause that is not there',
      [{ permission: 'settings', cites: '8.8', who: { director: 'yes' } }],
      'ссылка на пункт 8.8, которого нет',
    ],
    [
      'rest on a bullet that is not there',
      [{ permission: 'settings', cites: '1.1.1-z', who: { director: 'yes' } }],
      'ссылка на пункт 1.1.1-z, которого нет',
    ],
    [
      'hang on a switch that is not there',
      [{ permission: 'settings', who: { director: [{ grant: 'yes', when: { mood: 'good' } }] } }],
      'неизвестное название «mood»',
    ],
    [
      'stand twice',
      [
        { permission: 'settings', who: { director: 'yes' } },
        { permission: 'settings', who: { deputy: 'yes' } },
      ],
      'для «settings» уже есть строка',
    ],
  ])('%s: an error', (_, rows, said) =>
    expect(errors([gymnasiumFile(), permissions(rows)]).join('\n')).toContain(said),
  );

  it('that nobody can reach are a remark', () => {
    const found = lint([
      gymnasiumFile(),
      permissions([{ permission: 'settings', who: { director: [{ grant: 'yes', when: { joinRequests: true } }] } }]),
    ]);
    expect(found.join('\n')).toContain('замечание: действие «settings» не разрешено никому');
  });
});
