import { removedFiles } from '../../src/app/removed-files.js';
import type { Attachment } from '../../src/domain/message.js';
import { keep } from '../../src/domain/records.js';
import { MINUTE, SECOND } from '../../src/domain/time.js';
import { landscape, page } from '../world/picture.js';
import { PARENT, PUPIL, type School, scene } from './world.js';

const INVITE = 'https://t.me/+AbCdEf123456';
const STICKER: Attachment = { kind: 'sticker', words: [] };
const NOTHING: readonly string[] = [];

const photo = async (school: School, picture: ReturnType<typeof page>, format: 'png' | 'jpeg' = 'png') =>
  school.platform.world.photo(format === 'png' ? await picture.encode('png') : await picture.encode('jpeg', 60));

/** What was decided of updates of this kind, and by which rules. */
const decided = async (school: School, what: string) =>
  (await school.journal()).flatMap((entry) =>
    entry.kind === 'verdict' && entry.what === what
      ? [[entry.decision, ...entry.findings.map(({ rule }) => rule)].join(' ')]
      : [],
  );

/** As the one does who takes a photo out of a chat. */
const takesOut = async (school: School, ...attachments: readonly Attachment[]) => {
  const { stores, clock } = school;
  const known = { now: clock.now(), records: stores.records, traces: stores.traces };
  const changes = await removedFiles({ attachments, forwarded: [] }, known);
  const entry = { id: 'n:out', at: clock.now(), kind: 'note', detail: 'taken out' } as const;
  await stores.ledger.settle({ key: 'out', entry, changes, rows: [], chain: 'cli' });
};

describe('pictures of messages', () => {
  scene('an invite to another messenger in a QR code: the photo goes, once', async (school) => {
    const chat = await school.chat('class_students');
    const invite = await photo(school, page(INVITE));

    const message = await school.says(PUPIL, chat, 'Кто с нами?', { attachments: [invite] });
    await school.edits(PUPIL, message, 'Кто с нами?!');

    expect(school.sees(chat)).not.toContain('Кто с нами?');
    expect(await decided(school, 'message')).toEqual(['keep']);
    expect(await decided(school, 'seen')).toEqual(['hold messenger']);
    expect(await school.stores.records.all('case')).toHaveLength(1);
  });

  scene('an innocent photo stays, and what it looks like is remembered', async (school) => {
    const chat = await school.chat('class_parents');
    const field = await photo(school, landscape(600, 400));

    await school.says(PARENT, chat, 'Экскурсия', { attachments: [field] });

    expect(school.sees(chat)).toEqual(['Экскурсия']);
    expect(await decided(school, 'seen')).toEqual(['keep']);
    expect((await school.stores.traces.prints([field.handle ?? ''])).size).toBe(1);
  });

  scene('a picture in what is forwarded, or sent as a document, is looked at too', async (school) => {
    const chat = await school.chat('class_parents');
    const invite = await photo(school, page(INVITE));
    const { handle, picture } = invite;
    const quoted = { at: school.clock.now(), text: '', attachments: [invite], forwarded: [] };
    const sent: Attachment = { kind: 'file', words: ['чат.png'], file: { ...picture, name: 'чат.png' } as never };

    await school.says(PARENT, chat, 'раз', { forwarded: [quoted] });
    await school.says(PARENT, chat, 'два', { attachments: [{ ...sent, handle: `${handle}-2` }] });

    expect(await decided(school, 'seen')).toEqual(['hold messenger', 'hold messenger']);
  });

  scene('a photo that was taken out is held when it is sent again, saved anew or not, for a month', async (school) => {
    const parents = await school.chat('class_parents');
    const pupils = await school.chat('class_students');
    const first = await photo(school, landscape(900, 600));
    await school.says(PUPIL, pupils, 'смотрите', { attachments: [first] });
    await takesOut(school, first);

    await school.says(PARENT, parents, 'то же', { attachments: [first] });
    await school.passes(MINUTE);
    await school.says(PARENT, parents, 'пересохранено', {
      attachments: [await photo(school, landscape(450, 300), 'jpeg')],
    });
    await school.passes(MINUTE);
    await school.says(PARENT, parents, 'другое', { attachments: [await photo(school, page())] });

    expect(await decided(school, 'message')).toEqual(['keep', 'hold media', 'keep', 'keep']);
    expect(await decided(school, 'seen')).toEqual(['keep', 'hold media', 'keep']);
  });

  scene('whatever was taken out is forgotten after a month', async (school) => {
    const { records, ledger } = school.stores;
    const now = school.clock.now();
    const entry = { id: 'n:out', at: now, kind: 'note', detail: 'taken out' } as const;
    const changes = [keep('removed-file', 'photo1_1', { at: now, until: now + 5 * MINUTE }, undefined)];
    await ledger.settle({ key: 'out', entry, changes, rows: [], chain: 'cli' });

    const chat = await school.chat('class_parents');
    const again: Attachment = { kind: 'photo', words: [], handle: 'photo1_1' };
    await school.passes(5 * MINUTE);
    await school.says(PARENT, chat, 'снова', { attachments: [again] });
    await school.passes(24 * 60 * MINUTE);

    expect(await decided(school, 'message')).toEqual(['keep']);
    expect(await records.all('removed-file')).toEqual(NOTHING);
  });
});

describe('how much is written', () => {
  scene('stickers one after another: the fourth and those after it are reminded of', async (school) => {
    const chat = await school.chat('class_parents');
    for (let count = 0; count < 5; count += 1) {
      await school.says(PARENT, chat, '', { attachments: [STICKER] });
      await school.passes(15 * SECOND);
    }

    expect(await decided(school, 'message')).toEqual(['keep', 'keep', 'keep', 'remind flood', 'remind flood']);
  });

  scene('twenty-five «+» in a minute: nobody breaks anything, a poll may be offered', async (school) => {
    const chat = await school.chat('class_parents');
    for (let count = 0; count < 25; count += 1) {
      await school.says(count % 2 === 0 ? PARENT : PUPIL, chat, '+');
      await school.passes(2 * SECOND);
    }

    const verdicts = await decided(school, 'message');
    expect(verdicts.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 'keep'));
    expect(verdicts.slice(9)).toEqual(Array.from({ length: 16 }, () => 'keep show-of-hands'));
  });

  scene('the same question three times in ten minutes is too much, its correction is not', async (school) => {
    const chat = await school.chat('class_parents');
    const first = await school.says(PARENT, chat, 'Кто потерял шарф?');
    await school.edits(PARENT, first, 'Кто потерял шарф? Красный');
    await school.edits(PARENT, first, 'Кто потерял шарф?');
    await school.passes(4 * MINUTE);
    await school.says(PARENT, chat, 'Кто потерял шарф?');
    await school.passes(4 * MINUTE);
    await school.says(PARENT, chat, 'Кто потерял шарф?');
    await school.passes(10 * MINUTE);
    await school.says(PARENT, chat, 'Кто потерял шарф?');

    expect(await decided(school, 'edit')).toEqual(['keep', 'keep']);
    expect(await decided(school, 'message')).toEqual(['keep', 'keep', 'remind flood', 'keep']);
  });

  scene(
    'on a feast everybody writes as much as they like',
    async (school) => {
      const chat = await school.chat('class_parents');
      for (let count = 0; count < 8; count += 1) await school.says(PARENT, chat, 'С праздником!');

      expect(await decided(school, 'message')).toEqual(Array.from({ length: 8 }, () => 'keep'));
    },
    // 23 February in Moscow, still the 22nd in London.
    { at: Date.UTC(2027, 1, 22, 21, 30) },
  );
});
