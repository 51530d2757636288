import type { Enclosure, Worded } from '../../../src/domain/action.js';
import type { Attachment } from '../../../src/domain/message.js';
import type { Answer } from '../../../src/domain/outcome.js';
import { dialogOf } from '../../../src/domain/refs.js';
import { Refused, Weather } from '../../../src/ports/platform.js';
import { type Document, heard, listen, messageOf, type Promising, perform, type World } from './harness.js';

const ROSTER: Document = { name: 'список школы.csv', contents: Buffer.from('фамилия;класс\nСоснова;5А\n') };
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const CARD: Enclosure = { name: 'код.png', kind: 'picture', base64: PIXEL };
const LIST: Enclosure = {
  name: 'коды 5А.csv',
  kind: 'document',
  base64: Buffer.from('Соснова;АБВ-123').toString('base64'),
};

/** Sends something into the dialog and returns what the bot hears of it. */
const shared = async ({ platform, people, share }: World, document: Document): Promise<Attachment | undefined> => {
  const ear = listen(platform);
  const waiting = ear.until(heard('Вот список'));
  share(people.anna, dialogOf(people.anna), 'Вот список', document);
  const message = (await waiting).find((update) => update.kind === 'message');
  await ear.stop();
  return message?.kind === 'message' ? message.message.attachments[0] : undefined;
};

const received = async (world: World): Promise<NonNullable<Attachment['file']>> => {
  const file = (await shared(world, ROSTER))?.file;
  if (file === undefined) throw new Error('no file was told');
  return file;
};

const incoming = (promise: Promising): void => {
  promise('tells of a document by name and size, and fetches it whole', async (world) => {
    const file = await received(world);

    expect(file).toMatchObject({ name: ROSTER.name, size: ROSTER.contents.length });
    const contents = await world.platform.ask({ ask: 'file', source: file.source, most: file.size });
    expect(Buffer.from(contents).equals(ROSTER.contents)).toBe(true);
  });

  promise('tells of a photo, which is no document, and fetches it whole', async (world) => {
    const contents = Buffer.from(PIXEL, 'base64');
    const told = await shared(world, { name: 'снимок.png', contents, photo: true });

    expect(told).toMatchObject({ kind: 'photo', handle: expect.any(String), picture: expect.any(Object) });
    expect(told?.file).toBeUndefined();
    const fetched = await world.platform.ask({ ask: 'file', source: told?.picture?.source ?? '', most: 1_000 });
    expect(Buffer.from(fetched).equals(contents)).toBe(true);
  });

  promise('fetches nothing larger than was asked for', async (world) => {
    const { source, size } = await received(world);

    const asked = world.platform.ask({ ask: 'file', source, most: size - 1 });

    await expect(asked).rejects.toMatchObject({ name: 'Refused', why: 'too-large' });
  });

  promise('says that a document is not there, and never where it was looked for', async (world) => {
    const { source } = await received(world);

    const asked = world.platform.ask({ ask: 'file', source: `${source}0`, most: 1_000 });

    await expect(asked).rejects.toThrow(Refused);
    await asked.catch((error: unknown) => expect(String(error)).not.toContain(source));
  });

  promise('throws weather when nobody hands the document over', async (world) => {
    const { source } = await received(world);
    world.befall('download');

    await expect(world.platform.ask({ ask: 'file', source, most: 1_000 })).rejects.toThrow(Weather);
    await expect(world.platform.ask({ ask: 'file', source, most: 1_000 })).resolves.toBeDefined();
  });
};

const outgoing = (promise: Promising): void => {
  const sending = (world: World, files: readonly Enclosure[]): Worded => ({
    do: 'send',
    to: dialogOf(world.people.anna),
    text: 'Ваши файлы',
    files,
  });

  promise('sends documents and pictures with a message', async (world) => {
    const [answer] = await perform(world.platform, [sending(world, [LIST, CARD])]);

    expect(world.visible(dialogOf(world.people.anna))).toEqual(['Ваши файлы']);
    const enclosed = world.enclosed(messageOf(answer));
    expect(enclosed.map(({ kind }) => kind)).toEqual(['document', 'picture']);
    expect(enclosed[0]?.name).toBe(LIST.name);
    for (const [index, { base64 }] of [LIST, CARD].entries())
      expect(Buffer.from(enclosed[index]?.contents ?? []).toString('base64')).toBe(base64);
  });

  promise('sends once what is sent again under the same id, files and all', async (world) => {
    const first = await perform(world.platform, [sending(world, [LIST])]);
    const again = await perform(world.again(), [sending(world, [LIST])]);

    expect(messageOf(again[0])).toEqual(messageOf(first[0]));
    expect(world.visible(dialogOf(world.people.anna))).toEqual(['Ваши файлы']);
  });

  promise('gives each the own files, however equal the words', async (world) => {
    const { parents, pupils } = world.places;
    const other = { ...LIST, name: 'коды 5Б.csv', base64: 'MQ==' };
    const answers = await perform(
      world.platform,
      [
        { do: 'send', to: parents, text: 'Коды', files: [LIST] },
        { do: 'send', to: pupils, text: 'Коды', files: [other] },
      ],
      (action) => (action.do === 'send' ? `codes-1@${action.to}` : ''),
    );

    expect(answers.map((answer) => world.enclosed(messageOf(answer))[0]?.name)).toEqual([LIST.name, other.name]);
  });

  for (const file of [LIST, CARD])
    promise(`sends a ${file.kind} on by the name it told, and keeps it when the words are mended`, async (world) => {
      const seen = (answer: Answer | undefined) =>
        world
          .enclosed(messageOf(answer))
          .map(({ kind, contents }) => [kind, Buffer.from(contents).toString('base64')] as const);
      const [first] = await perform(world.platform, [sending(world, [file])]);
      const attached = first?.is === 'done' ? (first.files ?? []) : [];
      expect(attached).toHaveLength(1);

      const { parents, pupils } = world.places;
      const answers = await perform(
        world.platform,
        [parents, pupils].map((to) => ({ do: 'send', to, text: 'План', attached }) as const),
        (action) => (action.do === 'send' ? `plan-1@${action.to}` : ''),
      );
      for (const answer of answers) expect(seen(answer)).toEqual([[file.kind, file.base64]]);

      const edit = { do: 'edit', message: messageOf(first), text: 'План, 2', attached } as const;
      expect(await perform(world.platform, [edit], () => 'edit')).toEqual([{ is: 'done' }]);
      expect(seen(first)).toEqual([[file.kind, file.base64]]);
      expect(world.visible(dialogOf(world.people.anna))).toEqual(['План, 2']);
    });

  promise('says whom it may not send a file to, and uploads nothing to be found', async (world) => {
    const to = dialogOf(world.people.boris);

    const answers = await perform(world.platform, [{ do: 'send', to, text: 'Ваш код', files: [CARD] }]);

    expect(answers).toMatchObject([{ is: 'refused', why: 'not-allowed-to-write' }]);
    expect(world.visible(to)).toEqual([]);
  });
};

/** What every platform promises about files, both ways. */
export const files = (promise: Promising): void => {
  for (const part of [incoming, outgoing]) part(promise);
};
