import { type ChatRules, ChatRulesFile, type Edition, EditionFile } from '../../src/regulation/edition.js';

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

export const chatRules = (adopted: boolean, inForceFrom: string): ChatRules =>
  ChatRulesFile.parse({
    adopted,
    title: 'Правила общения в чатах',
    requisites: { order: { number: '2', date: inForceFrom }, inForceFrom },
    clauses: [{ id: '4', text: 'Ночью чат отдыхает.' }],
  });
