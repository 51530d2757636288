import { PassThrough, Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/check.js';
import { BadUsage } from '../../src/cli/terminal.js';

const check = async (input: Iterable<string | Uint8Array>, ...argv: string[]) => {
  let written = '';
  const stdout = new Writable({
    write(chunk, _, done) {
      written += String(chunk);
      done();
    },
  });
  const code = await run(argv, { stdin: Readable.from(input), stdout, stderr: new PassThrough(), env: {} });
  const lines = written.split('\n');
  expect([code, lines.pop()]).toEqual([0, '']);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

describe('dezhurny check', () => {
  it('answers each line with findings and a decision', async () => {
    expect(await check([line({ id: 'м1', text: 'Ну вы и охуели!' }), line({ text: 'Завтра педсовет' })])).toEqual([
      {
        id: 'м1',
        findings: [
          {
            rule: 'obscene',
            category: 'obscene',
            clause: '4.2',
            document: 'regulation',
            evidence: 'охуели',
            start: 8,
            end: 14,
            confidence: 0.98,
          },
        ],
        decision: 'delete',
      },
      { id: null, findings: [], decision: 'keep' },
    ]);
  });

  it('keeps the order of ten thousand lines, however the stream is cut', async () => {
    const input = Array.from({ length: 10_000 }, (_, id) => line({ id, text: id % 7 === 0 ? 'бля 🔥' : 'ёлка' })).join(
      '',
    );
    const bytes = Buffer.from(input);
    const pieces = Array.from({ length: Math.ceil(bytes.length / 4_099) }, (_, i) =>
      bytes.subarray(i * 4_099, (i + 1) * 4_099),
    );
    const answers = await check(pieces);
    expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: 10_000 }, (_, id) => id));
    expect(answers.filter(({ decision }) => decision === 'delete')).toHaveLength(Math.ceil(10_000 / 7));
  });

  it('takes a file with a byte order mark, as Windows writes it, even when it comes byte by byte', async () => {
    const bytes = Buffer.from(`\uFEFF${line({ id: 1, text: 'да' })}${line({ id: 2, text: 'нет' })}`);
    expect(await check([...bytes].map((byte) => Uint8Array.of(byte)))).toMatchObject([
      { id: 1, decision: 'keep' },
      { id: 2, decision: 'keep' },
    ]);
  });

  it('says of a line that is no object that it is the line that is wrong', async () => {
    expect(await check(['"слово"\n'])).toEqual([{ id: null, error: expect.stringMatching(/^line: /) }]);
  });

  it('answers a malformed line and goes on', async () => {
    const answers = await check(['нет\n\n', '{"id":1}\n', '[]\n', line({ id: 2, text: 'да' })]);
    expect(answers.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => ({ id: null, error: expect.any(String) })));
    expect(answers[4]).toMatchObject({ id: 2, decision: 'keep' });
  });

  it('gives up on a line that would not fit in memory, and only on that', async () => {
    const endless = Array.from({ length: 48 }, () => 'я'.repeat(2 ** 16));
    const answers = await check(['{"text":"', ...endless, '"}\n', line({ text: 'да' })]);
    expect(answers).toMatchObject([{ id: null, error: 'the line is too long' }, { decision: 'keep' }]);
  });

  it('reads the last line without an end, and texts with half a character', async () => {
    expect(await check(['{"text":"\\ud83d хуй"}'])).toMatchObject([{ findings: [{ start: 2, end: 5 }] }]);
    expect(await check([])).toEqual([]);
  });

  it('looks at links too, and knows roles', async () => {
    const [answer] = await check([line({ text: 'сюда', role: 'parent', links: ['https://example.org/бля'] })]);
    expect(answer).toMatchObject({ decision: 'delete', findings: [{ within: 'attachment' }] });
  });

  it('shows with --trace how the text was read', async () => {
    const [answer] = await check([line({ text: 'Ху.Ёвый' })], '--trace', '--chat', 'class_students');
    expect(answer).toMatchObject({ trace: { normal: 'ху.евый', words: expect.arrayContaining(['plain: ху']) } });
  });

  it('says with --trace, in a sentence, why each rule spoke or did not', async () => {
    const texts = ['тебе не жить', 'раскидывать закладки для книг по партам'];
    const answers = await check(
      texts.map((words) => line({ text: words })),
      '--trace',
    );
    const [threat, book] = answers.map((answer) => (answer as { trace: { rules: readonly string[] } }).trace.rules);
    expect(threat).toContain(
      'Правило threat сработало: найдено «тебе не жить», уверенность 85 %, решение – скрыть и позвать взрослых.',
    );
    expect(threat).toContain('Правило drugs не сработало: ничего похожего в сообщении нет.');
    expect(book).toContain('Правило drugs не сработало: «раскидывать закладки» рядом со словом «книг» – не нарушение.');
  });

  it('prints with --rules the page of rules', async () => {
    const stdout = new PassThrough();
    expect(await run(['--rules'], { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {} })).toBe(0);
    expect(String(stdout.read())).toContain('# Правила проверки сообщений');
  });

  it('answers line by line to one who waits for each answer', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const done = run([], { stdin, stdout, stderr: new PassThrough(), env: {} });
    for (const text of ['да', 'бля']) {
      stdin.write(line({ text }));
      const answer = await new Promise((resolve) => stdout.once('data', resolve));
      expect(JSON.parse(String(answer))).toHaveProperty('decision', text === 'да' ? 'keep' : 'delete');
    }
    stdin.end();
    expect(await done).toBe(0);
  });

  it('stops quietly when nobody reads on', async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('closed'), { code: 'EPIPE' })),
    });
    const stdin = Readable.from([line({ text: 'да' })]);
    expect(await run([], { stdin, stdout, stderr: new PassThrough(), env: {} })).toBe(0);
  });

  it('refuses flags and chats it does not know, and a folder without editions', async () => {
    await expect(check([], '--loud')).rejects.toThrow(BadUsage);
    await expect(check([], '--chat', 'кухня')).rejects.toThrow(BadUsage);
    await expect(check([], '--policy', 'locales')).rejects.toThrow('defect-no-edition');
  });
});
