/** What a text may cite. Keys are the code's; the edition in force maps each to a clause of a document. */
export type CitationKey =
  | 'CLOSED'
  /** Who makes chats with pupils, parents and colleagues. */
  | 'CREATE_CHAT'
  /** Who makes chats and channels of the school. */
  | 'SCHOOL_CHAT'
  | 'POLITE'
  | 'RIGHTS'
  | 'PD'
  | 'MODERATE'
  | 'ADMIN_ORDER'
  | 'MEASURE'
  | 'APPEAL'
  | 'QUIET'
  | 'SUPPORT'
  | 'HACK';

/** A clause of the edition that was in force: `4.2` of the regulation, or of the separately adopted chat rules. */
export interface Citation {
  readonly document: 'regulation' | 'chat-rules';
  readonly clause: string;
  /** The edition's date, `2024-08-31`. */
  readonly edition: string;
}
