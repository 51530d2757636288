import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, FluentParser, type Message, type Pattern, Visitor } from '@fluent/syntax';
import { createSay, LOCALES, type Locale, localeFiles } from '../../src/app/say.js';
import { text } from '../../src/domain/text.js';

/** Characters a variable may take in a text for a group, and in the label of a button: a number, a short name. */
const VARIABLE = 60;
const SHORT_VARIABLE = 18;
const GROUP = 500;
const LABEL = 40;

interface Said {
  readonly variables: ReadonlySet<string>;
  readonly quotes: ReadonlySet<string>;
  /** With every variant in it, so longer than any that is said. */
  readonly length: number;
  /** With the longest variant, as the label of a button. */
  readonly label: number;
}

const labelOf = ({ elements }: Pattern): number => {
  const lengths = elements.map((element): number => {
    if (element.type === 'TextElement') return element.value.length;
    if (element.expression.type !== 'SelectExpression') return SHORT_VARIABLE;
    return Math.max(...element.expression.variants.map(({ value }) => labelOf(value)));
  });
  return lengths.reduce((sum, length) => sum + length, 0);
};

const look = (message: Message): Said => {
  const variables = new Set<string>();
  const quotes = new Set<string>();
  let length = 0;
  class Look extends Visitor {
    override visitVariableReference({ id }: { id: { name: string } }) {
      variables.add(id.name);
      length += VARIABLE;
    }
    override visitMessageReference({ id }: { id: { name: string } }) {
      quotes.add(id.name);
      length += VARIABLE;
    }
    override visitTextElement({ value }: { value: string }) {
      length += value.length;
    }
  }
  new Look().visit(message.value ?? message);
  return { variables, quotes, length, label: message.value ? labelOf(message.value) : 0 };
};

const linesOf = (locale: Locale): ReturnType<FluentParser['parse']>['body'] =>
  localeFiles(locale).flatMap((file) => new FluentParser().parse(readFileSync(file, 'utf8')).body);
const entriesOf = (locale: Locale): readonly Entry[] =>
  linesOf(locale).filter((one): one is Entry => one.type !== 'Junk');
const readMessages = (locale: Locale): ReadonlyMap<string, Said> =>
  new Map(entriesOf(locale).flatMap((one) => (one.type === 'Message' ? [[one.id.name, look(one)] as const] : [])));

/** With those of the messages it quotes. */
const needs = (messages: ReadonlyMap<string, Said>, id: string): readonly string[] => {
  const said = messages.get(id);
  return [...(said?.variables ?? []), ...[...(said?.quotes ?? [])].flatMap((quoted) => needs(messages, quoted))].sort();
};

const en = readMessages('en');
const ru = readMessages('ru');
const messagesOf = (locale: Locale) => ({ ru, en })[locale];
const ids = [...ru.keys()];

describe('the locales', () => {
  it.each(LOCALES)('%s: every line is understood', (locale) => {
    expect(linesOf(locale).filter(({ type }) => type === 'Junk')).toEqual([]);
  });

  it.each(LOCALES)('%s: no text stands twice', (locale) => {
    const names = entriesOf(locale).flatMap((one) => (one.type === 'Message' ? [one.id.name] : []));
    expect(names).toEqual([...new Set(names)]);
  });

  it('have the same texts', () => expect([...messagesOf('en').keys()].sort()).toEqual([...ids].sort()));

  it.each(ids)('%s has the same variables in every language', (id) => {
    const [russian, english] = [needs(ru, id), needs(messagesOf('en'), id)];
    expect([...new Set(english)]).toEqual([...new Set(russian)]);
  });

  it.each(LOCALES)('%s: what is said to a group is short', (locale) => {
    const long = [...messagesOf(locale)].filter(([id, { length }]) => id.startsWith('group-') && length > GROUP);
    // A clause is cut by the command that shows it.
    expect(long.map(([id]) => id)).toEqual([]);
  });

  it.each(LOCALES)('%s: labels fit a button', (locale) => {
    const long = [...messagesOf(locale)].filter(([id, { label }]) => id.startsWith('button-') && label > LABEL);
    expect(long.map(([id]) => id)).toEqual([]);
  });

  it.each(LOCALES)('%s: no clause number is written into a text', (locale) => {
    const written = /(?:п\.|пункт[а-я]*|clause)\s*\d/iu;
    const said = createSay(locale);
    const plain = ids.filter((id) => ru.get(id)?.variables.size === 0 && ru.get(id)?.quotes.size === 0);
    const guilty = plain.filter((id) => !id.startsWith('help-') && written.test(said(text(id))));
    expect(guilty).toEqual([]);
  });

  it('hold every text the code names', () => {
    const sources = ['src', 'commands'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8'))
        .filter((source) => source.includes("domain/text.js'")),
    );
    const named = sources.flatMap((source) => [...source.matchAll(/\btext\(\s*'([^']+)'|\bhelp: '([^']+)'/g)]);
    const keys = named.map(([, key, help]) => key ?? help ?? '');
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !ru.has(key))).toEqual([]);
  });
});

describe('saying', () => {
  it('puts variables, texts in texts and lists of texts into words', () => {
    const say = createSay('ru');
    const cited = text('clause-ref', { document: 'chat-rules', clause: '1' });
    expect(say(cited)).toBe('п. 1 Правил общения в чатах');
    expect(say(text('refuse-read-own-record', { cited }))).toContain('(п. 1 Правил общения в чатах)');
    expect(say(text('help-linked', { lines: [text('help-help'), text('help-clause')] }))).toBe(
      'Вот что Вы можете:\n/помощь – что Вы можете здесь\n/пункт 4.2 – пункт Положения',
    );
  });

  it('speaks the language asked for', () => {
    const say = createSay('ru');
    expect(say(text('me-no-classes'), 'en')).toBe('none');
    expect(createSay('en')(text('me-no-classes'))).toBe('none');
  });

  it('leaves no isolation marks and takes no formatting from variables', () => {
    const said = createSay('ru')(text('misspelt-command', { meant: '{ $x } \u0411' }));
    expect(said).toContain('в виду { $x } Б?');
    expect(said).not.toMatch(/[\u2066-\u2069]/u);
  });

  it('stops at a missing text or variable', () => {
    const say = createSay('ru');
    expect(() => say(text('no-such-text'))).toThrow('no text no-such-text in ru');
    expect(() => say(text('late'))).toThrow('$command');
  });

  it('or reports it and says what it can', () => {
    const reports: string[] = [];
    const say = createSay('en', (defect) => void reports.push(defect));
    expect(say(text('late'))).toContain('reached me late');
    expect(say(text('no-such-text'))).toBe('no-such-text');
    expect(reports).toHaveLength(3);
  });
});
