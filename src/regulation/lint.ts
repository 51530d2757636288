import { CalendarFile } from '../domain/calendar.js';
import type { CitationKey, ContentKey } from '../domain/clause.js';
import { contradiction, Given, settingsOf } from '../domain/settings.js';
import { text } from '../domain/text.js';
import type { Defect } from './defect.js';
import { type ChatRules, type Draft, DraftFile, type Edition } from './edition.js';
import { wrongDates } from './life.js';
import { lintChatRules } from './lint-chat-rules.js';
import { type KnownRules, lintCitations } from './lint-citations.js';
import { lintPermissions } from './lint-permissions.js';
import { lintTexts } from './lint-texts.js';
import { type Oddity, odd, wrong } from './oddity.js';
import {
  CHAT_RULES,
  EDITION,
  PERMISSIONS,
  type Read,
  readChatRules,
  readDocument,
  readEditionFile,
  readPermissions,
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

const lintRules = ({ rules, citations }: Draft, known: readonly KnownRule[]): readonly Oddity[] =>
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
const silentRules = (edition: Draft, rules: KnownRules, known: readonly KnownRule[]): readonly Oddity[] => {
  if (rules === 'unread') return [];
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

const nameOf = (file: string): string => file.replace(/^.*[\\/]/s, '');

/** Defects of a file that was read, or what kept it from being read. */
const look = <T>(source: Source, read: Read<T>, find: (value: T) => readonly Oddity[]): readonly Defect[] =>
  read.value === undefined
    ? read.defects
    : find(read.value).map(({ path, grave, what }) => ({ file: source.file, line: read.lineOf(path), grave, what }));

/** Two editions of one date: nobody could say which is in force. */
const lintFile = ({ requisites }: Edition, file: string, editions: readonly Edition[]): readonly Oddity[] => {
  const { inForceFrom } = requisites;
  const path = ['requisites', 'inForceFrom'];
  const twice = editions.filter((one) => one.requisites.inForceFrom === inForceFrom).length > 1;
  return [
    ...(twice ? [wrong(path, text('defect-same-date'))] : []),
    ...(nameOf(file).startsWith(inForceFrom) ? [] : [odd(path, text('defect-file-name'))]),
  ];
};

/** What is wrong or odd in the contents of an edition, whoever adopts it and when. */
const lintContents = (draft: Draft, rules: KnownRules, known: readonly KnownRule[]): readonly Oddity[] => [
  ...lintCitations(draft, rules),
  ...lintRules(draft, known),
  ...silentRules(draft, rules, known),
  ...lintTexts(draft),
];

/** The same of an edition that is brought while the bot runs: its requisites are asked for by `enact`. */
export const lintDraft = (
  source: Source,
  rules: ChatRules | undefined,
  known: readonly KnownRule[],
): readonly Defect[] => look(source, readDocument(source, DraftFile), (draft) => lintContents(draft, rules, known));

const YAML = /\.ya?ml$/i;
const SETTINGS = /^school\.yaml$/;
const CALENDAR = /^calendar\.yaml$/;
const NAMES: readonly RegExp[] = [EDITION, CHAT_RULES, PERMISSIONS, SERVED, SETTINGS, CALENDAR];

/** A name that says nothing to the program: the file would be left out in silence; of two for one thing the second. */
export const lintNames = (files: readonly Source[]): readonly Defect[] =>
  files.flatMap(({ file }, at) => {
    const kind = NAMES.find((name) => name.test(nameOf(file)));
    const first = files.findIndex((other) => kind !== EDITION && kind?.test(nameOf(other.file)));
    const key = kind === undefined ? 'defect-file-unknown' : 'defect-file-twice';
    if (!YAML.test(file) || (kind !== undefined && (first === at || first === -1))) return [];
    return [{ file, line: 1, grave: 'error', what: text(key) }];
  });

/** What the school settles beside its regulation. */
const lintSettings = (source: Source): readonly Defect[] => {
  if (source.source.replace(/^\s*(?:#.*)?$/gmu, '').trim() === '') return [];
  return look(source, readDocument(source, Given), (given) => {
    const against = contradiction(settingsOf(given));
    return against === undefined ? [] : [wrong(['inviteWarningDays'], text(against))];
  });
};

/**
 * Everything wrong or odd in the files of a school's folder, by file and line: what cannot be read, citations of
 * nothing, measures that rest on the regulation, numbers left out, dates in the wrong order, letters of two alphabets, a
 * lost «не», rules and switches that do not exist, rights nobody has, clauses nobody serves.
 */
export const lintPolicy = (files: readonly Source[], known: readonly KnownRule[]): readonly Defect[] => {
  const named = (name: RegExp) => files.filter(({ file }) => name.test(nameOf(file)));
  const read = named(EDITION).map((source) => ({ source, document: readEditionFile(source) }));
  const editions = read.flatMap(({ document: { value } }) => (value === undefined ? [] : [value]));
  const latest = editions.toSorted((a, b) => a.requisites.inForceFrom.localeCompare(b.requisites.inForceFrom)).at(-1);
  const chatRules = named(CHAT_RULES).map((source) => ({ source, document: readChatRules(source) }));
  const rules = chatRules[0]?.document.value;
  const readRules = chatRules[0]?.document.defects.length ? 'unread' : rules;
  const lintEdition = (edition: Edition, file: string): readonly Oddity[] => [
    ...lintRequisites(edition),
    ...lintContents(edition, readRules, known),
    ...lintFile(edition, file, editions),
  ];
  return [
    ...lintNames(files),
    ...named(SETTINGS).flatMap(lintSettings),
    ...named(CALENDAR).flatMap((source) => readDocument(source, CalendarFile).defects),
    ...read.flatMap(({ source, document }) => look(source, document, (edition) => lintEdition(edition, source.file))),
    ...chatRules.flatMap(({ source, document }) => look(source, document, lintChatRules)),
    ...named(PERMISSIONS).flatMap((source) =>
      look(source, readPermissions(source), (matrix) => (latest ? lintPermissions(matrix, latest) : [])),
    ),
    ...named(SERVED).flatMap((source) =>
      look(source, readServed(source), (served) => (latest ? lintServed(served, latest, rules) : [])),
    ),
  ].toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
};
