import { z } from 'zod';
import type { Message } from '../../domain/message.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import type { Facts, Recent } from '../facts.js';
import { raisedHand } from '../hand.js';
import { defineRule, type Evidence } from '../rule.js';

const NOTHING: readonly Evidence[] = [];
/** As long as `Facts.recent` goes back. */
const LATELY = 10 * MINUTE;

const STICKER = [{ kind: 'sticker', words: [] }] as const;

/** One more message of the author's, for the examples. */
const said = (seconds: number, over: Partial<Recent> = {}): Recent => ({
  ago: seconds * SECOND,
  own: true,
  same: false,
  kind: 'words',
  ...over,
});

const ownWithin = (recent: readonly Recent[], span: number): readonly Recent[] =>
  recent.filter(({ ago, own }) => own && ago < span);

/** Stickers of the author without a word between them, this one with them. */
const stickersInRow = (recent: readonly Recent[]): number => {
  const own = ownWithin(recent, LATELY);
  return own.length - own.findLastIndex(({ kind }) => kind !== 'sticker');
};

const festive = (days: readonly string[], day: string | undefined): boolean =>
  day !== undefined && days.includes(day.slice('2026-'.length));

const sticker = ({ attachments }: Message): boolean => attachments.some(({ kind }) => kind === 'sticker');

/** It is about how much, not about which words: nothing is quoted. */
const TOO_MUCH: readonly Evidence[] = [{ start: 0, end: 0, confidence: 0.9 }];

const Count = z.int().min(2).max(100);

export default defineRule({
  id: 'flood',
  category: 'flood',
  decision: 'remind',
  cites: 'ON_TOPIC',
  summary: 'reason-flood',
  settings: z.strictObject({
    perMinute: Count.default(6).describe('rules-setting-flood-per-minute'),
    stickers: Count.default(4).describe('rules-setting-flood-stickers'),
    copies: Count.default(3).describe('rules-setting-flood-copies'),
    festive: z
      .array(z.string().regex(/^\d\d-\d\d$/))
      .default(['12-30', '12-31', '01-01', '02-23', '03-08', '05-01', '05-09', '09-01', '10-05'])
      .describe('rules-setting-flood-festive'),
  }),

  check: () => NOTHING,

  overall(message, settings, { recent, day }: Facts) {
    if (recent === undefined || raisedHand(message.text) || festive(settings.festive, day)) return NOTHING;
    const burst = ownWithin(recent, MINUTE).filter(({ kind }) => kind !== 'hand').length + 1;
    if (burst >= settings.perMinute) return TOO_MUCH;
    if (sticker(message)) return stickersInRow(recent) >= settings.stickers ? TOO_MUCH : NOTHING;
    const copies = ownWithin(recent, LATELY).filter(({ same }) => same).length + 1;
    return message.text !== '' && copies >= settings.copies ? TOO_MUCH : NOTHING;
  },

  examples: {
    flags: [
      ['а вот ещё', '', { recent: [9, 8, 7, 6, 5].map((before) => said(before)) }],
      ['', '', { attachments: STICKER, recent: [30, 20, 10].map((before) => said(before, { kind: 'sticker' })) }],
      ['Кто потерял шарф?', '', { recent: [300, 200].map((before) => said(before, { same: true })) }],
    ],
    passes: [
      ['', { attachments: STICKER, recent: [30, 20].map((before) => said(before, { kind: 'sticker' })) }],
      ['а вот ещё', { recent: [90, 80, 70, 6, 5].map((before) => said(before)) }],
      ['а вот ещё', { recent: [9, 8, 7, 6, 5].map((before) => said(before, { own: false })) }],
      ['+', { recent: Array.from({ length: 25 }, (_, at) => said(30 + at, { own: at % 2 === 0, kind: 'hand' })) }],
      ['С Новым годом!', { day: '2026-12-31', recent: [9, 8, 7, 6, 5].map((before) => said(before, { same: true })) }],
      'Первое сообщение за день',
    ],
  },
});
