import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { commands } from '../../commands/index.js';
import { createSay, LOCALES } from '../../src/app/say.js';
import { worded } from '../../src/app/worded.js';
import { limitDefects } from '../../src/domain/limits.js';
import { ROLES } from '../../src/domain/person.js';
import { dialogOf } from '../../src/domain/refs.js';
import { text } from '../../src/domain/text.js';
import { accountOf, answer, newChat, parentsChat, people, placeOf, world } from './world.js';

const saying = createSay('ru');

describe.each(commands)('/$name', (command) => {
  const { name, where, needs, examples } = command;

  it.each(examples)('$say ($by, $in) is answered with $answers', async (example) => {
    const { say } = await world();

    const reply = await say(example.say, { by: example.by ?? 'class-teacher', in: placeOf(example, where) });

    expect(answer(reply)?.key).toBe(example.answers);
    expect(reply?.changes.map(({ put }) => put)).toEqual(example.puts ?? []);
    if (example.does) expect(reply?.actions.map((action) => action.do)).toEqual(example.does);
    if (example.refused)
      expect(reply?.changes.filter(({ put }) => put !== 'wrong-code' && put !== 'used-code')).toEqual([]);
  });

  it('has an example that works and one that is refused', () => {
    expect(examples.some(({ refused }) => !refused)).toBe(true);
    expect(examples.some(({ refused }) => refused)).toBe(true);
  });

  it.each(LOCALES)('has a line of help in %s that starts with the command itself', (locale) => {
    const line = saying(text(command.help), locale);
    expect(line).toMatch(locale === 'ru' ? `/${name}` : `/${command.english}`);
    expect(line).not.toContain('\n');
  });

  it('is put into words in every language, whatever the example', async () => {
    for (const example of examples) {
      const { say } = await world();
      const reply = await say(example.say, { by: example.by ?? 'class-teacher', in: placeOf(example, where) });
      for (const action of reply?.actions ?? [])
        for (const locale of LOCALES) {
          const spoken = worded(action, (words) => saying(words, locale));
          if (spoken.do === 'send') expect(spoken.text.length).toBeGreaterThan(0);
          expect(limitDefects(spoken)).toEqual([]);
        }
    }
  });

  it('is refused, with the clause and the right way, to whom the regulation does not grant it', async () => {
    for (const by of [...ROLES, 'stranger'] as const) {
      const known = by === 'stranger' ? undefined : people[by];
      if (needs === 'anyone') continue;
      const { say, mayOf } = await world();
      if ((await mayOf(known)(needs, 'anywhere')).granted !== 'no') continue;

      const reply = await say(`/${name}`, {
        by,
        in: where !== 'chat' ? dialogOf(accountOf(by)) : command.anywhere ? newChat : parentsChat,
      });

      expect(reply?.changes).toEqual([]);
      expect(saying(answer(reply)!)).toMatch(
        /п\. \d(?:\.\d)? (?:Положения|Правил общения).*(?:Пожалуйста|попросите)/su,
      );
    }
  });

  it('takes any words after its name without breaking, and what it says to a group is short', async () => {
    const { say } = await world();
    const tail = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ minLength: 3_000, maxLength: 4_000 }),
    );
    await fc.assert(
      fc.asyncProperty(tail, fc.constantFrom(parentsChat, newChat, undefined), async (words, place) => {
        const reply = await say(`/${name} ${words}`, { ...(place ? { in: place } : {}) });
        for (const action of reply?.actions ?? [])
          if (action.do === 'send' && action.to === place) expect(saying(action.text).length).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the commands', () => {
  it('are all in the index', () => {
    const files = readdirSync('commands').filter((file) => file.endsWith('.ts') && file !== 'index.ts');
    expect(commands.map(({ english }) => `${english}.ts`).sort()).toEqual(files.sort());
  });

  it('have names of their own', () => {
    const names = commands.flatMap(({ name, english }) => [name, english]);
    expect(new Set(names).size).toBe(names.length);
  });
});
