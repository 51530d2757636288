import { CHAT_KINDS } from '../../src/domain/chat.js';
import type { Quoted } from '../../src/domain/message.js';
import { HOUR, MINUTE, SECOND } from '../../src/domain/time.js';
import { SCHOOL_TALK } from '../moderation/school-talk.js';
import { ADMINISTRATOR, accountOf, DIRECTOR, NOON, PARENT, PUPIL, STRANGER, scene, TEACHER } from './world.js';

const FOUL = 'Охуели совсем со своими сборами';
const GONE: readonly string[] = [];
const NOTICE =
  'Здравствуйте! Ваше сообщение в чате «5А – родители» от 12:00 скрыто, так как содержало ненормативную лексику (п. 4.2 Положения). Пожалуйста, напишите то же самое вежливо. Это предупреждение, оно действует 30 дней. Если Вы не согласны – нажмите «Не согласен(на)», и классный руководитель рассмотрит Ваше возражение до 14.09.2026.';
const NOTE =
  'Сообщение скрыто: оно не соответствует правилам общения (п. 4.2 Положения). Пожалуйста, сохраняйте уважительный тон. Возразить можно мне в личных сообщениях.';

/** What stands there of what people wrote. */
const ofPeople = (seen: readonly string[]): readonly string[] => seen.filter((words) => words !== NOTE);

describe('an obscene message in a registered chat', () => {
  scene(
    'by day: it disappears, its author alone learns why, with the clause; the chat hears no name',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows(PARENT);

      const message = await school.says(PARENT, parents, FOUL);

      expect(school.sees(parents)).toEqual([NOTE]);
      expect(school.hears(school.dialog(PARENT))).toEqual([NOTICE]);
      expect(school.buttons(school.dialog(PARENT))).toEqual(['Не согласен(на)']);
      const told = (await school.journal(message)).map((entry) =>
        entry.kind === 'receipt' ? `${entry.do}: ${entry.outcome}` : entry.kind,
      );
      expect(told).toEqual(['verdict', 'delete: done', 'send: done', 'send: done']);
    },
  );

  scene(
    'in quiet hours: it disappears, the author learns why, and the chat sleeps on',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows(PARENT);

      await school.says(PARENT, parents, FOUL);

      expect(school.sees(parents)).toEqual(GONE);
      expect(school.hears(school.dialog(PARENT))).toHaveLength(1);
    },
    { at: NOON + 11 * HOUR },
  );

  scene('of somebody the bot may not write to: a short note in the chat names nobody', async (school) => {
    const parents = await school.chat('class_parents');

    await school.says(PARENT, parents, FOUL);

    expect(school.sees(parents)).toEqual([NOTE]);
    expect(school.hears(school.dialog(PARENT))).toEqual(GONE);
  });

  scene('that was innocent until it was edited: it goes like a new one', async (school) => {
    const parents = await school.chat('class_parents');
    const message = await school.says(PARENT, parents, 'Когда собрание?');
    expect(school.sees(parents)).toEqual(['Когда собрание?']);

    await school.edits(PARENT, message, FOUL);

    expect(school.sees(parents)).toEqual([NOTE]);
  });

  scene('that is forwarded, however deep: whoever forwards it answers for it', async (school) => {
    const parents = await school.chat('class_parents');
    const quote = (text: string, forwarded: readonly Quoted[] = []): Quoted => ({
      at: NOON,
      text,
      attachments: [],
      forwarded,
    });

    await school.says(PARENT, parents, 'Посмотрите', { forwarded: [quote('и это', [quote(FOUL)])] });

    expect(school.sees(parents)).toEqual([NOTE]);
  });

  scene('that is answered politely: the answer stays', async (school) => {
    const parents = await school.chat('class_parents');
    const replyTo = { at: NOON, text: FOUL, attachments: [], forwarded: [] };

    await school.says(PUPIL, parents, 'Пожалуйста, без мата', { replyTo });

    expect(school.sees(parents)).toEqual(['Пожалуйста, без мата']);
  });

  scene('of a pupil, a stranger and the director: the words count, not the person', async (school) => {
    const pupils = await school.chat('class_students');
    for (const who of [PUPIL, STRANGER, DIRECTOR]) await school.allows(who);

    for (const who of [PUPIL, STRANGER, DIRECTOR]) await school.says(who, pupils, FOUL);

    expect(ofPeople(school.sees(pupils))).toEqual(GONE);
    for (const who of [PUPIL, STRANGER, DIRECTOR]) expect(school.hears(school.dialog(who))).toHaveLength(1);
  });

  scene('twenty times in a minute: twenty deletions, one notice', async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows(PARENT);

    for (let at = 0; at < 20; at += 1) {
      await school.says(PARENT, parents, `${FOUL} ${at}`);
      await school.passes(3 * SECOND);
    }

    expect(ofPeople(school.sees(parents))).toEqual(GONE);
    expect(school.hears(school.dialog(PARENT))).toEqual([NOTICE]);
  });

  scene('again a quarter of an hour later: a new notice, and meanwhile of somebody else: his own', async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows(PARENT);
    await school.allows(PUPIL);
    await school.says(PARENT, parents, FOUL);

    await school.says(PUPIL, parents, FOUL);
    await school.passes(15 * MINUTE);
    await school.says(PARENT, parents, FOUL);

    expect(school.hears(school.dialog(PARENT))).toHaveLength(2);
    expect(school.hears(school.dialog(PUPIL))).toHaveLength(1);
  });

  scene('told by the messenger twice: decided once, told once', async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows(PARENT);
    school.platform.repeatNext();

    const message = await school.says(PARENT, parents, FOUL);

    expect(school.hears(school.dialog(PARENT))).toHaveLength(1);
    expect(await school.journal(message)).toHaveLength(4);
  });

  scene('while the messenger does not answer: it goes as soon as it answers, and is told once', async (school) => {
    const parents = await school.chat('class_parents');
    await school.allows(PARENT);
    school.platform.storm(3);

    await school.says(PARENT, parents, FOUL);
    expect(school.sees(parents)).toEqual([FOUL]);
    await school.passes(30 * SECOND);

    expect(school.sees(parents)).toEqual([NOTE]);
    expect(school.hears(school.dialog(PARENT))).toEqual([NOTICE]);
  });
});

describe('where the bot may do nothing', () => {
  scene(
    'a chat that is only watched: the message stays, nobody is told, the journal says what would have been done',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows(PARENT);

      const message = await school.says(PARENT, parents, FOUL);

      expect(school.sees(parents)).toEqual([FOUL]);
      expect(school.hears(school.dialog(PARENT))).toEqual(GONE);
      expect(await school.journal(message)).toMatchObject([
        {
          kind: 'verdict',
          decision: 'delete',
          because: 'observe',
          actions: [{ do: 'delete' }, { do: 'send' }, { do: 'send' }],
        },
        { kind: 'receipt', do: 'delete', outcome: 'simulated' },
        { kind: 'receipt', do: 'send', outcome: 'simulated' },
        { kind: 'receipt', do: 'send', outcome: 'simulated' },
      ]);
    },
    { mode: 'observe' },
  );

  scene('a chat that nobody registered: it is left alone', async (school) => {
    const chat = school.newChat();

    const message = await school.says(PARENT, chat, FOUL);

    expect(school.sees(chat)).toEqual([FOUL]);
    expect(await school.journal(message)).toMatchObject([{ because: 'unregistered', findings: [], actions: [] }]);
  });

  scene('a dialog with the bot: it is answered, not judged', async (school) => {
    await school.says(PARENT, school.dialog(PARENT), FOUL);

    expect(school.sees(school.dialog(PARENT))).toEqual([FOUL, expect.stringContaining('/помощь')]);
  });

  scene(
    'a message of the administrator of the chat: it stays, its author is asked to delete it, the journal tells of the refusal',
    async (school) => {
      const parents = await school.chat('class_parents');
      await school.allows(TEACHER);

      const message = await school.says(TEACHER, parents, FOUL);

      expect(school.sees(parents)).toEqual([FOUL]);
      expect(await school.journal(message)).toMatchObject([
        { kind: 'verdict', decision: 'delete' },
        { do: 'delete', outcome: 'refused', detail: expect.stringContaining('no-right') },
        { do: 'send', outcome: 'dropped' },
        { do: 'send', outcome: 'dropped' },
        { do: 'send', outcome: 'done' },
      ]);
      expect(school.hears(school.dialog(TEACHER))).toEqual([expect.stringContaining('Пожалуйста, удалите его сами')]);
    },
  );
});

describe('what must never be touched', () => {
  for (const kind of CHAT_KINDS)
    scene(`in a chat of the kind ${kind}`, async (school) => {
      const chat = await school.chat(kind, { subject: 'история', purpose: 'Совет' });

      // In a channel nobody else may write.
      const author = kind.startsWith('channel') ? ADMINISTRATOR : PARENT;
      for (const words of SCHOOL_TALK) {
        await school.says(author, chat, words);
        await school.passes(MINUTE);
      }

      expect(school.sees(chat)).toEqual(SCHOOL_TALK);
      const verdicts = (await school.journal()).filter((entry) => entry.kind === 'verdict');
      expect(verdicts.map(({ decision, because }) => [decision, because])).toEqual(
        SCHOOL_TALK.map(() => ['keep', 'clean']),
      );
    });

  scene('messages with nothing to read, and far too much of it', async (school) => {
    const parents = await school.chat('class_parents');
    const odd = ['', '   ', '\uD83D', 'а'.repeat(100_000), '\u200b\u2060', '🙂'.repeat(50)];

    for (const words of odd) await school.says(PARENT, parents, words);

    expect(school.sees(parents)).toEqual(odd);
    expect((await school.journal()).filter((entry) => entry.kind === 'verdict')).toHaveLength(odd.length);
  });
});

describe('the people of these scenes', () => {
  it('are the fictional ones of the demo school', () => {
    expect([PARENT, PUPIL, TEACHER, DIRECTOR].map(accountOf)).toHaveLength(4);
  });
});
