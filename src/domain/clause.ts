/** What a text may cite. Keys are the code's; the edition in force maps each to a clause of a document. */
export const CITATION_KEYS = [
  'CLOSED',
  /** Who makes chats with pupils, parents and colleagues. */
  'CREATE_CHAT',
  /** Who makes chats and channels of the school. */
  'SCHOOL_CHAT',
  'POLITE',
  'RIGHTS',
  'PD',
  'MODERATE',
  'ADMIN_ORDER',
  'MEASURE',
  'APPEAL',
  'QUIET',
  'SUPPORT',
  'HACK',
] as const;
export type CitationKey = (typeof CITATION_KEYS)[number];

/** A clause of the edition that was in force: `4.2` of the regulation, or of the separately adopted chat rules. */
export interface Citation {
  readonly document: 'regulation' | 'chat-rules';
  readonly clause: string;
  /** The edition's date, `2024-08-31`. */
  readonly edition: string;
}

/** What the school's documents say at one moment. A key without a citation has no ground: nothing may rest on it. */
export interface Standing {
  readonly grounds: Readonly<Partial<Record<CitationKey, Citation>>>;
  /** Settings of moderation rules by id, as the edition has them. */
  readonly rules: Readonly<Record<string, unknown>>;
}
