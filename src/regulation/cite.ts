import {
  type Citation,
  type CitationKey,
  CONTENT_KEYS,
  type ContentGround,
  type ContentKey,
  MEASURE_KEYS,
  type MeasureGround,
  type MeasureKey,
  type Standing,
} from '../domain/clause.js';
import type { ChatRules, Clause, Edition, Kind, Ladder } from './edition.js';
import type { Policy } from './policy.js';

/** The edition in force: of those begun, the latest; the one before it has lapsed. Null before the first. */
export const editionAt = (policy: Policy, at: number): Edition | null =>
  policy.editions.findLast(({ since }) => since <= at)?.document ?? null;

const isOneOf = <K extends CitationKey>(keys: readonly K[], key: CitationKey): key is K =>
  keys.some((one) => one === key);
export const isMeasureKey = (key: CitationKey): key is MeasureKey => isOneOf(MEASURE_KEYS, key);
export const isContentKey = (key: CitationKey): key is ContentKey => isOneOf(CONTENT_KEYS, key);

/** What a point of the chat rules must be about for this key to rest on it; undefined when anything will do. */
export const kindFor = (key: CitationKey): Kind | undefined => {
  const kinds = { MEASURE: 'measure', QUIET: 'quiet', APPEAL: 'appeal' } as const;
  if (isMeasureKey(key)) return kinds[key];
  return isContentKey(key) ? 'conduct' : undefined;
};

/** Whose opinion the chat rules lack: rules with measures do not come into force without both (273-ФЗ, ст. 30). */
export const missingOpinions = ({ clauses, opinions }: ChatRules): readonly ('parents' | 'students')[] =>
  clauses.some(({ kinds }) => kinds.includes('measure'))
    ? (['parents', 'students'] as const).filter((council) => opinions[council] === undefined)
    : [];

/** The chat rules, when they stand: adopted, begun, and heard by both councils. */
export const chatRulesAt = ({ chatRules }: Policy, at: number): ChatRules | null => {
  if (chatRules === undefined || !chatRules.document.adopted || chatRules.since > at) return null;
  return missingOpinions(chatRules.document).length === 0 ? chatRules.document : null;
};

const ofChatRules = (policy: Policy, key: CitationKey, id: string, at: number): Citation | null => {
  const rules = chatRulesAt(policy, at);
  const kind = kindFor(key);
  const clause = rules?.clauses.find((one) => one.id === id && (kind === undefined || one.kinds.includes(kind)));
  return rules && clause ? { document: 'chat-rules', clause: id, edition: rules.requisites.inForceFrom } : null;
};

/**
 * Where a key stands at that moment. Null when the school has adopted nothing that says so; a measure's key never stands
 * on the regulation.
 */
export const cite = (policy: Policy, key: CitationKey, at: number): Citation | null => {
  const edition = editionAt(policy, at);
  const target = edition?.citations[key];
  if (!edition || !target) return null;
  if (target.document === 'chat-rules') return ofChatRules(policy, key, target.clause, at);
  return isMeasureKey(key)
    ? null
    : { document: 'regulation', clause: target.clause, edition: edition.requisites.inForceFrom };
};

const hides = (citation: Citation | null): citation is ContentGround => citation !== null;
const limits = (citation: Citation | null): citation is MeasureGround => citation?.document === 'chat-rules';

/** The ground for hiding a message at that moment, or none. */
export const contentGround = (policy: Policy, key: ContentKey, at: number): ContentGround | null => {
  const citation = cite(policy, key, at);
  return hides(citation) ? citation : null;
};

/** The ground for limiting a person, for quiet hours and for objections at that moment, or none. */
export const measureGround = (policy: Policy, key: MeasureKey, at: number): MeasureGround | null => {
  const citation = cite(policy, key, at);
  return limits(citation) ? citation : null;
};

/** The measures that may be taken at that moment, and the point they rest on; none without adopted chat rules. */
export const ladderAt = (
  policy: Policy,
  at: number,
): { readonly ladder: Ladder; readonly ground: MeasureGround } | null => {
  const ground = measureGround(policy, 'MEASURE', at);
  const ladder = chatRulesAt(policy, at)?.ladder;
  return ground && ladder ? { ladder, ground } : null;
};

/** All that may be cited at that moment, and the rules' settings: what moderation needs to know of the school's documents. */
export const standing = (policy: Policy, at: number): Standing => ({
  grounds: Object.fromEntries(
    CONTENT_KEYS.map((key) => [key, contentGround(policy, key, at)] as const).filter(([, ground]) => ground !== null),
  ),
  rules: editionAt(policy, at)?.rules ?? {},
});

const asLine = ({ id, text }: Clause['bullets'][number]): string => {
  if (id.startsWith('0')) return text;
  return /\d$/.test(id) ? `  – ${text}` : `– ${text}`;
};

/** Lead and bullets, a line each unless they are one paragraph, in the corrected wording. */
export const wordsOf = ({ text, bullets, prose }: Clause): string => {
  const lead = text === undefined ? [] : [text];
  return prose ? [...lead, ...bullets.map((one) => one.text)].join(' ') : [...lead, ...bullets.map(asLine)].join('\n');
};

/** A clause as people read it. */
export interface Quoted {
  readonly id: string;
  readonly text: string;
  /** The edition's date. */
  readonly edition: string;
}

/** A clause of an edition, or one of its bullets: `4.2`, `4.2-d`. */
export const clauseOf = ({ clauses, requisites }: Edition, id: string): Quoted | null => {
  const [number = '', letter] = id.split('-');
  const clause = clauses.find((one) => one.id === number);
  const edition = requisites.inForceFrom;
  if (clause === undefined) return null;
  if (letter === undefined) return { id, text: wordsOf(clause), edition };
  const bullet = clause.bullets.find((one) => one.id === letter);
  return bullet === undefined ? null : { id, text: bullet.text, edition };
};

/** A clause of the regulation in force at that moment. */
export const findClause = (policy: Policy, id: string, at: number): Quoted | null => {
  const edition = editionAt(policy, at);
  return edition && clauseOf(edition, id);
};
