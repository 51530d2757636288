import { z } from 'zod';
import { type Attachment, allAttachments } from '../../domain/message.js';
import { STAFF } from '../../domain/person.js';
import type { Decision } from '../../domain/verdict.js';
import type { Facts, Removed } from '../facts.js';
import { type FileFault, faultOf } from '../media/file-name.js';
import { distance } from '../media/print.js';
import { defineRule, type Evidence } from '../rule.js';

const NOTHING: readonly Evidence[] = [];
/** In at most so many of 64 places two prints of one picture differ: sent again, made smaller, saved anew. */
const ALIKE = 6;

const COSTS = ['keep', 'remind', 'hold', 'delete'] as const;

const sentAgain = (attachments: readonly Attachment[], handles: readonly string[]): boolean =>
  attachments.some(({ handle }) => handle !== undefined && handles.includes(handle));

const looksLike = (prints: readonly string[], removed: Removed): boolean =>
  prints.some((print) => removed.prints.some((other) => distance(print, other) <= ALIKE));

/** A person has decided about this very file. */
const BARRED: readonly Evidence[] = [{ start: 0, end: 0, confidence: 0.95, decision: 'delete' }];
const held = (confidence: number): readonly Evidence[] => [{ start: 0, end: 0, confidence, decision: 'hold' }];

const staff = ({ role }: Facts): boolean => role !== undefined && STAFF.includes(role);

export default defineRule({
  id: 'media',
  category: 'media',
  decision: 'delete',
  cites: 'RIGHTS',
  summary: 'reason-media',
  settings: z.strictObject({
    programs: z.enum(COSTS).default('delete').describe('rules-setting-media-programs'),
    scripts: z.enum(COSTS).default('hold').describe('rules-setting-media-scripts'),
    macros: z.enum(COSTS).default('keep').describe('rules-setting-media-macros'),
    archives: z.enum(COSTS).default('keep').describe('rules-setting-media-archives'),
  }),

  check({ text, attachment }, settings, facts) {
    if (attachment !== 'file') return NOTHING;
    const named = faultOf(text);
    if (named === undefined) return NOTHING;
    const costs: Readonly<Record<FileFault, Decision>> = {
      disguised: 'delete',
      // A teacher of informatics may well send one.
      program: staff(facts) ? 'hold' : settings.programs,
      script: settings.scripts,
      macros: settings.macros,
      archive: settings.archives,
    };
    const decision = costs[named.fault];
    if (decision === 'keep') return NOTHING;
    return [{ start: named.start, end: named.end, confidence: 0.95, decision }];
  },

  overall(message, _settings, { removed, prints = [] }) {
    if (removed === undefined) return NOTHING;
    const { handles, barred = [] } = removed;
    const attachments = handles.length > 0 ? allAttachments(message) : [];
    if (sentAgain(attachments, barred)) return BARRED;
    if (sentAgain(attachments, handles)) return held(0.9);
    return looksLike(prints, removed) ? held(0.7) : NOTHING;
  },

  examples: {
    flags: [
      ['', '.exe', { attachments: [{ kind: 'file', words: ['расписание.exe'] }] }],
      ['смотрите', 'оценки.pdf.exe', { attachments: [{ kind: 'file', words: ['оценки.pdf.exe'] }] }],
      ['', 'фото\u202egpj.exe', { attachments: [{ kind: 'file', words: ['фото\u202egpj.exe'] }] }],
      ['', '.apk', { attachments: [{ kind: 'file', words: ['Сферум_обновление.apk'] }] }],
      ['лаба', '.bat', { role: 'teacher', attachments: [{ kind: 'file', words: ['запуск.bat'] }] }],
      ['', '', { prints: ['ff00ff00ff00ff00'], removed: { handles: [], prints: ['ff00ff00ff00ff01'] } }],
    ],
    passes: [
      ['', { prints: ['ff00ff00ff00ff00'], removed: { handles: [], prints: ['00ff00ff00ff00ff'] } }],
      ['', { attachments: [{ kind: 'file', words: ['Доклад 5А.docx'] }] }],
      ['', { attachments: [{ kind: 'file', words: ['задача_3.py'] }] }],
      ['', { attachments: [{ kind: 'file', words: ['фото с экскурсии.zip'] }] }],
      ['', { attachments: [{ kind: 'file', words: ['отчёт за 1.09.2026'] }] }],
      'Файл setup.exe лежит на сайте школы, здесь его нет',
    ],
  },
});
