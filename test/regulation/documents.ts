import { createSay } from '../../src/app/say.js';
import { type Defect, defectLine } from '../../src/regulation/defect.js';
import { type ChatRules, ChatRulesFile, type Edition, EditionFile } from '../../src/regulation/edition.js';

export const ZONE = 'Europe/Moscow';
/** Moscow is three hours ahead of UTC. */
export const moscow = (date: string, time = '00:00') => Date.parse(`${date}T${time}:00+03:00`);

const said = createSay('ru');
/** Defects as the school reads them. */
export const lines = (defects: readonly Defect[]): readonly string[] => defects.map((one) => said(defectLine(one)));

/** A fictional school's edition, as its file would hold it. */
export const editionFile = (inForceFrom: string, over: object = {}) => ({
  school: 'Школа № 0 (вымышленная)',
  title: 'Положение',
  requisites: {
    accepted: { body: 'Педагогический совет', protocol: '1', date: inForceFrom },
    order: { number: '1', date: inForceFrom },
    inForceFrom,
  },
  citations: {
    POLITE: { document: 'regulation', clause: '4.2' },
    QUIET: { document: 'chat-rules', clause: '4' },
  },
  sections: { '4': 'Права и обязанности' },
  clauses: [
    {
      id: '4.2',
      text: 'Участники обязаны:',
      bullets: [
        { id: 'a', text: 'быть вежливыми;' },
        { id: 'b', text: 'беречь чужие данные.' },
      ],
    },
  ],
  ...over,
});
export const edition = (inForceFrom: string, over: object = {}): Edition =>
  EditionFile.parse(editionFile(inForceFrom, over));

const opinion = (body: string) => ({ body, protocol: '1', date: '2026-01-12' });
export const OPINIONS = { parents: opinion('Совет родителей'), students: opinion('Совет обучающихся') };

export const chatRules = (adopted: boolean, inForceFrom: string, over: object = {}): ChatRules =>
  ChatRulesFile.parse({
    adopted,
    title: 'Правила общения в чатах',
    requisites: { order: { number: '2', date: inForceFrom }, inForceFrom },
    opinions: OPINIONS,
    clauses: [
      { id: '1', kinds: ['conduct'], text: 'Общаемся уважительно.' },
      { id: '4', kinds: ['quiet'], text: 'Ночью чат отдыхает.' },
      { id: '6', kinds: ['measure'], text: 'За повторное нарушение – «только чтение».' },
    ],
    ...over,
  });
