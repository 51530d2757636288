import { strFromU8, unzipSync } from 'fflate';
import { extractRawText } from 'mammoth';
import { LOCALES, type Locale } from '../../src/app/say.js';
import { text } from '../../src/domain/text.js';
import { DRAFTS, type Draft, type DraftKind, type File } from '../../src/ports/documents.js';
import { documentsIn } from './documents.js';

const KNOWN = {
  school: 'МКОУ «ООШ № 19»',
  platform: 'ИКОП «Сферум»',
  support: 'help@platform.example',
  director: 'Первова Зоя Марковна',
  administrator: 'Тестова Анна Игоревна',
  cited: text('clause-ref', { document: 'regulation', clause: '7.1' }),
} satisfies Omit<Draft, 'kind'>;

const made = (kind: DraftKind, known: Omit<Draft, 'kind'> = KNOWN, locale: Locale = 'ru') =>
  documentsIn(locale).draft({ kind, ...known });

const linesOf = async ({ bytes }: File): Promise<readonly string[]> =>
  (await extractRawText({ buffer: Buffer.from(bytes) })).value.replaceAll('\u00A0', ' ').split('\n').filter(Boolean);

/** Whether every tag of an XML part is closed in its turn. */
const balanced = (xml: string): boolean => {
  const open: string[] = [];
  for (const [, closing, name, , alone] of xml.matchAll(/<(\/?)([a-zA-Z:]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false;
    } else if (!alone) open.push(name ?? '');
  }
  return open.length === 0 && !xml.replace(/<[^<>]*>/g, '').match(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
};

describe('a draft', () => {
  it.each<[DraftKind, string, readonly string[]]>([
    [
      'registration-letter',
      'Заявка на регистрацию (проект).docx',
      [
        'help@platform.example',
        'Заявка на регистрацию образовательной организации',
        'В соответствии с п. 7.1 Положения просим зарегистрировать образовательную организацию на платформе ИКОП «Сферум»: МКОУ «ООШ № 19».',
        'Директор\t_______________\tЗ. М. Первова',
      ],
    ],
    [
      'administrator-order',
      'Приказ об администраторе платформы (проект).docx',
      [
        'ПРИКАЗ',
        'О назначении администратора платформы ИКОП «Сферум»',
        '1. Назначить администратором платформы ИКОП «Сферум» работника школы: Тестова Анна Игоревна, должность – ____________________.',
        '2. Администратору платформы:',
        '– направить заявку на регистрацию школы с приложением копии настоящего приказа;',
      ],
    ],
    [
      'use-order',
      'Приказ об использовании платформы (проект).docx',
      ['Об использовании платформы ИКОП «Сферум» и учебного профиля в VK Мессенджере'],
    ],
    [
      'duties-order',
      'Приказ о распределении обязанностей (проект).docx',
      ['О распределении обязанностей при переходе на платформу ИКОП «Сферум»'],
    ],
    [
      'chat-rules-order',
      'Приказ о Правилах общения в чатах (проект).docx',
      ['О введении в действие Правил общения в чатах'],
    ],
  ])('of %s says what a school issues', async (kind, name, told) => {
    const file = await made(kind);
    expect(file.name).toBe(name);
    expect(await linesOf(file)).toEqual(expect.arrayContaining(['Проект', ...told]));
  });

  it('names those who move the old chats', async () => {
    const lines = await linesOf(
      await made('duties-order', {
        ...KNOWN,
        responsible: [
          { chat: 'Telegram «5А родители»', name: 'Ключева Мария Петровна' },
          { chat: 'Telegram «5Б родители»', name: 'Лугов Олег Сергеевич' },
        ],
      }),
    );
    const at = lines.indexOf('2. Назначить ответственных за перевод чатов:');
    expect(lines.slice(at + 1, at + 4)).toEqual([
      '– Telegram «5А родители» – Ключева Мария Петровна;',
      '– Telegram «5Б родители» – Лугов Олег Сергеевич;',
      '3. Ответственным:',
    ]);
  });

  describe.each(DRAFTS)('of %s', (kind) => {
    it.each(LOCALES)('leaves blanks for what nobody knows (%s)', async (locale) => {
      const words = (await linesOf(await made(kind, {}, locale))).join('\n');
      expect(words).toContain('____');
      expect(words).not.toMatch(/undefined|null|NaN|\{|\}|\$/);
    });

    it('is put together as the format asks', async () => {
      const parts = Object.entries(unzipSync((await made(kind)).bytes));
      expect(parts.map(([name]) => name)).toContain('word/document.xml');
      expect(parts.filter(([, bytes]) => !balanced(strFromU8(bytes))).map(([name]) => name)).toEqual([]);
    });

    it('is the same file for the same values', async () => expect(await made(kind)).toEqual(await made(kind)));
  });

  it('tears no number from its sign at the end of a line', async () => {
    const xml = strFromU8(unzipSync((await made('use-order')).bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('ООШ №\u00A019');
    expect(xml).not.toMatch(/№ |п\. \d|» _/);
  });

  it('takes any words for words', async () => {
    const school = 'Школа </w:t><w:br/> & "1" \u0000\uD800\uFFFF\u000B🏫';
    const file = await made('use-order', { ...KNOWN, school });
    expect(await linesOf(file)).toContain('Школа </w:t><w:br/> & "1" 🏫');
    const xml = strFromU8(unzipSync(file.bytes)['word/document.xml'] ?? new Uint8Array());
    expect(balanced(xml)).toBe(true);
  });
});
