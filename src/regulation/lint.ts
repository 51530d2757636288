import type { CitationKey, ContentKey } from '../domain/clause.js';
import { text } from '../domain/text.js';
import type { Defect } from './defect.js';
import type { ChatRules, Edition } from './edition.js';
import { wrongDates } from './life.js';
import { lintChatRules } from './lint-chat-rules.js';
import { lintCitations } from './lint-citations.js';
import { lintTexts } from './lint-texts.js';
import { type Oddity, odd, wrong } from './oddity.js';
import {
  CHAT_RULES,
  EDITION,
  type Read,
  readChatRules,
  readEditionFile,
  readServed,
  SERVED,
  type Source,
} from './read.js';
import { rowsOf, type Served } from './served.js';

/** A rule of moderation, as far as a document can be wrong about it. */
export interface KnownRule {
  readonly id: string;
  readonly cites: ContentKey;
  readonly accepts: (settings: unknown) => boolean;
}

const lintRequisites = ({ requisites, switches }: Edition): readonly Oddity[] => {
  const { parents, students } = requisites.opinions;
  const stamped = requisites.stamp?.remark;
  return [
    ...wrongDates(requisites, switches).map((what) => wrong(['requisites', 'inForceFrom'], what)),
    ...(stamped === undefined ? [] : [odd(['requisites', 'stamp'], text('defect-school-whole', { words: stamped }))]),
    ...(parents && students ? [] : [odd(['requisites'], text('edition-no-opinion'))]),
  ];
};

const lintRules = ({ rules, citations }: Edition, known: readonly KnownRule[]): readonly Oddity[] =>
  Object.entries(rules).flatMap(([id, settings]) => {
    const path = ['rules', id];
    const rule = known.find((one) => one.id === id);
    if (rule === undefined) return [wrong(path, text('defect-unknown-rule', { rule: id }))];
    return [
      ...(rule.accepts(settings) ? [] : [wrong(path, text('defect-rule-settings', { rule: id }))]),
      ...(citations[rule.cites] ? [] : [wrong(path, text('defect-rule-no-ground', { rule: id, key: rule.cites }))]),
    ];
  });

/** Rules that will say nothing: what they cite is not adopted. */
const silentRules = (
  edition: Edition,
  rules: ChatRules | undefined,
  known: readonly KnownRule[],
): readonly Oddity[] => {
  const silent = (key: CitationKey) => edition.citations[key]?.document === 'chat-rules' && rules?.adopted !== true;
  return known
    .filter(({ cites }) => silent(cites))
    .map(({ id, cites }) => odd(['citations', cites], text('defect-rule-silent', { rule: id })));
};

const lintServed = (
  served: readonly Served[],
  edition: Edition,
  chatRules: ChatRules | undefined,
): readonly Oddity[] => {
  const rows = rowsOf(edition, chatRules, served);
  const ids = new Set(rows.map(({ clause }) => clause));
  return [
    ...served.flatMap(({ clause }, at) =>
      ids.has(clause) ? [] : [wrong([at, 'clause'], text('defect-served-nothing', { clause }))],
    ),
    ...rows
      .filter((row) => row.served.length === 0)
      .map(({ clause }) => wrong([], text('defect-not-served', { clause }))),
  ];
};

const at = (file: string, { lineOf }: Read<unknown>, found: readonly Oddity[]): readonly Defect[] =>
  found.map(({ path, grave, what }) => ({ file, line: lineOf(path), grave, what }));

const nameOf = (file: string): string => file.replace(/^.*[\\/]/s, '');
const one = (files: readonly Source[], name: RegExp): Source | undefined =>
  files.find(({ file }) => name.test(nameOf(file)));

/** Two editions of one date: nobody could say which is in force. */
const sameDates = (editions: readonly Edition[]): ReadonlySet<string> => {
  const dates = editions.map(({ requisites }) => requisites.inForceFrom);
  return new Set(dates.filter((date, i) => dates.indexOf(date) < i));
};

/**
 * Everything wrong or odd in the files of a school's folder, in the order of the files: what cannot be read, citations of
 * nothing, measures that rest on the regulation, numbers left out, dates in the wrong order, letters of two alphabets, a
 * lost «не», rules and switches that do not exist, clauses nobody serves.
 */
export const lintPolicy = (files: readonly Source[], known: readonly KnownRule[]): readonly Defect[] => {
  const chatSource = one(files, CHAT_RULES);
  const chatRead = chatSource && readChatRules(chatSource);
  const chatRules = chatRead?.value;
  const read = files
    .filter(({ file }) => EDITION.test(nameOf(file)))
    .map((source) => ({ file: source.file, read: readEditionFile(source) }));
  const editions = read.flatMap(({ read: { value } }) => (value === undefined ? [] : [value]));
  const twice = sameDates(editions);

  const ofEditions = read.flatMap(({ file, read: document }) => {
    const { value: edition } = document;
    if (edition === undefined) return document.defects;
    const { inForceFrom } = edition.requisites;
    const found = [
      ...lintRequisites(edition),
      ...lintCitations(edition, chatRules),
      ...lintRules(edition, known),
      ...silentRules(edition, chatRules, known),
      ...lintTexts(edition),
      ...(twice.has(inForceFrom) ? [wrong(['requisites', 'inForceFrom'], text('defect-same-date'))] : []),
      ...(nameOf(file).startsWith(inForceFrom) ? [] : [odd(['requisites', 'inForceFrom'], text('defect-file-name'))]),
    ];
    return at(file, document, found);
  });

  const ofChatRules =
    chatSource && chatRead
      ? [...chatRead.defects, ...(chatRules ? at(chatSource.file, chatRead, lintChatRules(chatRules)) : [])]
      : [];

  const servedSource = one(files, SERVED);
  const served = servedSource && readServed(servedSource);
  const latest = editions.toSorted((a, b) => a.requisites.inForceFrom.localeCompare(b.requisites.inForceFrom)).at(-1);
  const ofServed =
    servedSource && served
      ? [
          ...served.defects,
          ...(served.value && latest ? at(servedSource.file, served, lintServed(served.value, latest, chatRules)) : []),
        ]
      : [];

  return [...ofEditions, ...ofChatRules, ...ofServed].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
};
