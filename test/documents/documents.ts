import { createSay, type Locale } from '../../src/app/say.js';
import { createDocuments } from '../../src/documents/index.js';
import type { Card } from '../../src/ports/documents.js';

export const documentsIn = (locale: Locale) =>
  createDocuments({ say: createSay(locale), locale, timeZone: 'Europe/Moscow' });

/** Денис Олегович, whose code is good until the midnight after 6 December in Moscow. */
export const card = (more: Partial<Card> = {}): Card => ({
  name: 'Петров Денис Олегович',
  role: 'parent',
  classes: ['5А'],
  code: '7K3M92QX',
  until: Date.parse('2026-12-06T20:59:00Z'),
  ...more,
});
