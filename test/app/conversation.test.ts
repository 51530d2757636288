import { z } from 'zod';
import { type Command, defineCommand, noArguments } from '../../src/app/command.js';
import { createDecide } from '../../src/app/decide-update.js';
import { forgetQuestions } from '../../src/app/jobs/forget-questions.js';
import { defineJob } from '../../src/app/jobs/job.js';
import { createSay } from '../../src/app/say.js';
import { NO_CALENDAR } from '../../src/domain/calendar.js';
import { type AccountRef, accountRef, dialogOf } from '../../src/domain/refs.js';
import { text } from '../../src/domain/text.js';
import { DAY, HOUR } from '../../src/domain/time.js';
import { timerUpdate, type Update } from '../../src/domain/update.js';
import { createMemoryPlatform } from '../../src/platforms/memory/index.js';
import { createMemoryStores } from '../../src/storage/memory/stores.js';
import { createVault } from '../../src/storage/vault.js';

const NOW = Date.UTC(2026, 8, 9, 9, 0);
const me = accountRef('memory', 1);
const other = accountRef('memory', 2);

/** «/помощь» asks whether; the answer is heard with what the question carried. */
const command: Command = defineCommand({
  name: 'вопрос',
  english: 'question',
  where: 'dialog',
  needs: 'anyone',
  help: 'help-help',
  args: noArguments,
  phrases: ['можно вопрос'],
  conversation: {
    data: z.object({ round: z.number() }),
    hear: (answer, { round }, call) => ({
      actions: [{ do: 'send', to: dialogOf(call.account), text: text(answer.option ?? `free:${answer.words}`) }],
      changes: [{ put: 'classes', classes: [`${round}А`] }],
      because: `heard-${round}`,
      ...(answer.words === 'ещё' && { stays: true as const }),
    }),
  },
  run: () => ({
    actions: [],
    changes: [],
    because: 'asks',
    asks: [
      {
        words: text('dialog-hint-linked'),
        data: { round: 7 },
        options: [
          { id: 'yes', label: text('button-done'), look: 'primary' },
          { id: 'no', label: text('button-stale') },
        ],
        free: true,
      },
    ],
  }),
  examples: [],
});

const job = defineJob({
  name: 'warn',
  daily: '03:30',
  data: z.object({ who: z.string().optional() }),
  run: async ({ who = 'nobody' }, due) => ({
    actions: [{ do: 'send', to: dialogOf(me), text: text(`warn-${who}`, { due }) }],
    changes: [],
    because: 'warned',
  }),
});

const open = () => {
  const vault = createVault(Buffer.alloc(32, 5));
  const stores = createMemoryStores(vault);
  const platform = createMemoryPlatform({ now: () => NOW });
  const decide = createDecide({
    stores,
    policy: { editions: [], zone: 'Europe/Moscow' },
    given: {},
    calendar: NO_CALENDAR,
    commands: [command],
    jobs: [job, forgetQuestions],
    defaultMode: 'act',
    zone: 'Europe/Moscow',
    self: () => false,
    say: createSay('ru'),
    nameOf: (words) => vault.pseudonym('r', words),
    messenger: () => platform,
    documents: {
      cards: async () => [],
      sheet: async () => ({}) as never,
      plain: () => ({}) as never,
      draft: async () => ({}) as never,
      list: async () => ({}) as never,
      chart: async () => ({}) as never,
      board: async () => [],
      calendar: () => ({}) as never,
      minutes: () => ({}) as never,
    },
    code: vault.code,
  });
  let told = 0;
  const happens = async (update: Update, now = NOW) => {
    const thought = await decide({ update, received: now });
    const entry = { id: `n:${update.key}`, at: now, kind: 'note', detail: 'test' } as const;
    const ended = await stores.ledger.settle({
      key: update.key,
      entry,
      changes: thought.changes,
      rows: [],
      chain: 'p',
    });
    return { ...thought, ended };
  };
  const next = () => {
    told += 1;
    return { id: `u${told}`, key: `u${told}`, at: NOW };
  };
  const says = (words: string, now = NOW, account: AccountRef = me) => {
    const ref = { place: dialogOf(account), id: `${told}` };
    const message = { ref, author: account, at: now, text: words, attachments: [], forwarded: [] };
    return happens({ ...next(), kind: 'message', edited: false, message }, now);
  };
  const presses = (payload: unknown, now = NOW, account: AccountRef = me) =>
    happens({ ...next(), kind: 'pressed', place: dialogOf(account), account, press: 'p', payload }, now);
  const said = ({ actions }: Awaited<ReturnType<typeof happens>>) =>
    actions.map((action) => ('text' in action ? `${action.do} ${action.text.key}` : action.do));
  return { stores, says, presses, said, happens };
};

const payloadOf = ({
  actions,
}: {
  readonly actions: Awaited<ReturnType<ReturnType<typeof open>['says']>>['actions'];
}) =>
  actions
    .flatMap((action) => (action.do === 'send' ? (action.buttons ?? []).flat() : []))
    .map(({ payload }) => payload);

describe('a question in a dialog', () => {
  it('is answered by its button, once', async () => {
    const { says, presses, said, stores } = open();
    const [yes] = payloadOf(await says('/вопрос'));

    const first = await presses(yes);
    expect(said(first)).toEqual(['answer button-done', 'send yes']);
    expect(first.because).toBe('command:вопрос:heard-7');
    expect(await stores.people.classes()).toEqual(['7А']);

    expect(said(await presses(yes))).toEqual(['answer button-answered']);
  });

  it('is answered by the typed words of a button as well', async () => {
    const { says, said } = open();
    await says('/вопрос');
    expect(said(await says('«принято»!'))).toEqual(['send yes']);
    expect(said(await says('принято'))).toEqual(['send dialog-hint-unlinked']);
  });

  it('takes other words when it may, and stays open when they were no answer', async () => {
    const { says, said } = open();
    await says('/вопрос');
    expect(said(await says('ещё'))).toEqual(['send free:ещё']);
    expect(said(await says('вот'))).toEqual(['send free:вот']);
    expect(said(await says('вот'))).toEqual(['send dialog-hint-unlinked']);
  });

  it('that takes any words leaves those that mean a command to the command', async () => {
    const { says, said } = open();
    await says('/вопрос');
    expect(said(await says('Можно вопрос?'))).toEqual(['send dialog-hint-linked']);
    expect(said(await says('принято'))).toEqual(['send yes']);
  });

  it('does not swallow a command', async () => {
    const { says, said } = open();
    await says('/вопрос');
    expect(said(await says('/вопрос'))).toEqual(['send dialog-hint-linked']);
  });

  it('is nobody else’s, and not for ever', async () => {
    const { says, presses, said } = open();
    const [yes] = payloadOf(await says('/вопрос'));
    expect(said(await presses(yes, NOW, other))).toEqual(['answer button-not-yours']);
    expect(said(await presses(yes, NOW + DAY))).toEqual(['answer button-stale']);
    expect(said(await says('принято', NOW + DAY))).toEqual(['send dialog-hint-unlinked']);
  });

  it.each([[undefined], ['text'], [{ q: 'r_unknown', o: 'yes' }], [{ q: 1 }]])(
    'a press that carries %j is out of date',
    async (payload) => {
      const { presses, said } = open();
      expect(said(await presses(payload))).toEqual(['answer button-stale']);
    },
  );

  it('pressed twice at one moment is answered once: the second is decided anew', async () => {
    const { says, presses, said, stores } = open();
    const [yes, no] = payloadOf(await says('/вопрос'));
    const question = (await stores.records.all('question'))[0];
    await presses(yes);
    const held = (await stores.records.all('question'))[0];
    expect([question?.revision, held?.revision, held?.value.answered?.option]).toEqual([1, 2, 'yes']);
    expect(said(await presses(no))).toEqual(['answer button-answered']);
  });
});

describe('a timer', () => {
  const timer = { key: 'warn:1', at: NOW - HOUR, job: 'warn', data: { who: 'k01' } };

  it('does its job once and is gone', async () => {
    const { stores, happens, said } = open();
    const entry = { id: 'n:set', at: NOW, kind: 'note', detail: 'test' } as const;
    await stores.ledger.settle({ key: 'set', entry, changes: [{ put: 'timer', timer }], rows: [], chain: 'p' });

    const fired = await happens(timerUpdate(timer));
    expect([fired.because, said(fired), fired.ended]).toEqual(['timer:warn:warned', ['send warn-k01'], 'settled']);
    expect(await stores.timers.find(timer.key)).toBeUndefined();

    expect((await happens({ ...timerUpdate(timer), key: 'again' })).because).toBe('timer:gone');
  });

  it('that was moved does nothing at its old time', async () => {
    const { stores, happens } = open();
    const moved = { ...timer, at: NOW + HOUR };
    const entry = { id: 'n:set', at: NOW, kind: 'note', detail: 'test' } as const;
    await stores.ledger.settle({ key: 'set', entry, changes: [{ put: 'timer', timer: moved }], rows: [], chain: 'p' });
    expect((await happens(timerUpdate(timer))).because).toBe('timer:gone');
    expect(await stores.timers.find(timer.key)).toEqual(moved);
  });

  it('of every day sets the one of the next day', async () => {
    const { stores, happens } = open();
    const daily = { key: 'daily:warn', at: NOW, job: 'warn', data: {} };
    const entry = { id: 'n:set', at: NOW, kind: 'note', detail: 'test' } as const;
    await stores.ledger.settle({ key: 'set', entry, changes: [{ put: 'timer', timer: daily }], rows: [], chain: 'p' });
    await happens(timerUpdate(daily));
    // Half past three in Moscow.
    expect((await stores.timers.find('daily:warn'))?.at).toBe(Date.UTC(2026, 8, 10, 0, 30));
  });
});

describe('questions whose time is over', () => {
  it('are forgotten at night, those that wait are not', async () => {
    const { says, stores, happens } = open();
    await says('/вопрос');
    await says('/вопрос', NOW + HOUR);
    const timer = { key: 'daily:forget-questions', at: NOW + DAY, job: 'forget-questions', data: {} };
    const entry = { id: 'n:set', at: NOW, kind: 'note', detail: 'test' } as const;
    await stores.ledger.settle({ key: 'set', entry, changes: [{ put: 'timer', timer }], rows: [], chain: 'p' });

    expect((await happens(timerUpdate(timer), NOW + DAY)).because).toBe('timer:forget-questions:1 forgotten');
    expect((await stores.records.all('question')).map(({ value }) => value.until)).toEqual([NOW + HOUR + DAY]);
    expect(await stores.records.all('asked')).toHaveLength(1);
  });
});
