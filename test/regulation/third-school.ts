import { stringify } from 'yaml';
import { CITATION_KEYS, type CitationKey } from '../../src/domain/clause.js';
import { type Edition, EditionFile } from '../../src/regulation/edition.js';

const CITES: Partial<Record<CitationKey, string>> = {
  CLOSED: '1.1.1',
  POLITE: '2.1.1',
  PD: '2.1.2',
  CREATE_CHAT: '1.2.1',
  APPROVE_ACT: '3.1.1',
};

/**
 * An invented gymnasium unlike both schools: numbers of three parts, other clauses behind the keys, only the order
 * adopts its regulation, and no chat rules.
 */
export const gymnasium = {
  school: 'Гимназия «Росток» (вымышленная)',
  title: 'Порядок общения в сети',
  requisites: { order: { number: '7', date: '2026-02-02' }, inForceFrom: '2026-03-01' },
  citations: Object.fromEntries(
    CITATION_KEYS.map((key) => {
      const clause = CITES[key];
      return [key, clause === undefined ? null : { document: 'regulation', clause }];
    }),
  ),
  rules: { obscene: { allow: ['Мандаринка'] } },
  switches: { editionNeeds: ['order'], parentInviters: ['teacher'], additionalAdmins: false, joinRequests: false },
  sections: { '1': 'Чаты', '2': 'Общение', '3': 'Порядок' },
  terms: [{ term: 'круг', meaning: 'Чат класса.', clause: '1.1.1' }],
  clauses: [
    { id: '1.1.1', text: 'В чатах участвуют только работники, ученики и родители.' },
    { id: '1.1.2', text: 'Другие в чаты не входят.' },
    { id: '1.2.1', text: 'Чаты создаёт любой учитель.' },
    { id: '2.1.1', text: 'Участники пишут вежливо.' },
    { id: '2.1.2', text: 'Участники не пишут о чужих делах.' },
    { id: '3.1.1', text: 'Порядок утверждает директор.' },
  ],
};

export const gymnasiumFile = (over: object = {}) => ({
  file: 'rostok/2026-03-01.yaml',
  source: stringify({ ...gymnasium, ...over }),
});
export const gymnasiumEdition = (over: object = {}): Edition => EditionFile.parse({ ...gymnasium, ...over });
