/** What hiding a message may rest on: a clause of the regulation, or of adopted chat rules. */
export const CONTENT_KEYS = [
  'POLITE',
  'RIGHTS',
  'PD',
  /** School communication is held on the school's platform. */
  'PLATFORM',
  /** Pupils use the closed study profile. */
  'STUDY_PROFILE',
  'ON_TOPIC',
  'ADS',
  'MONEY',
] as const;
export type ContentKey = (typeof CONTENT_KEYS)[number];

/** What limiting a person, and quiet hours, may rest on: adopted chat rules and nothing else. */
export const MEASURE_KEYS = ['MEASURE', 'QUIET', 'APPEAL'] as const;
export type MeasureKey = (typeof MEASURE_KEYS)[number];

/** Who may do what, and how: whom a refusal or an answer names as its ground. */
export const ORDER_KEYS = [
  'CLOSED',
  'ROLE_CONFIRM',
  'INVITE_STAFF',
  'INVITE_STUDENT',
  'INVITE_PARENT',
  'JOIN_REQUEST',
  'ANNUL',
  /** The administrator is appointed by order. */
  'ADMIN_ORDER',
  'EXTRA_ADMIN',
  'TEACHERS_ROOM',
  /** The school's classes on the platform. */
  'STRUCTURE',
  /** Class teachers are attached to classes. */
  'CLASS_TEACHERS',
  'MOVEMENT',
  /** Who makes chats with pupils, parents and colleagues. */
  'CREATE_CHAT',
  'SUBJECT_CHAT',
  /** Who makes chats and channels of the school. */
  'SCHOOL_CHAT',
  'PUBLISH',
  'DIR_INFO',
  'STAFF_MEET',
  'CLASS_MEET',
  'LESSON',
  'STATS',
  'CONTROL',
  /** Whose duty order in a chat is. */
  'MODERATE',
  'SUPPORT',
  'HACK',
  'DEL_ACC',
  'MIGRATION',
  'READ_REGULATION',
  /** How an edition is adopted. */
  'APPROVE_ACT',
  /** How an edition ends the one before it. */
  'NEW_EDITION',
  /** Who decides what the regulation leaves open. */
  'UNREGULATED',
] as const;

/** What a text may cite. Keys are the code's; the edition in force maps each to a clause of a document, or to none. */
export const CITATION_KEYS = [...ORDER_KEYS, ...CONTENT_KEYS, ...MEASURE_KEYS] as const;
export type CitationKey = (typeof CITATION_KEYS)[number];

/** A clause of the edition that was in force: `4.2` of the regulation, or of the separately adopted chat rules. */
export interface Citation {
  readonly document: 'regulation' | 'chat-rules';
  readonly clause: string;
  /** The edition's date, `2024-08-31`. */
  readonly edition: string;
}

declare const ground: unique symbol;
/** What hiding a message may rest on. Only `contentGround` gives one. */
export type ContentGround = Citation & { readonly [ground]: 'content' };
/** What limiting a person may rest on: adopted chat rules, never the regulation. Only `measureGround` gives one. */
export type MeasureGround = Citation & { readonly document: 'chat-rules'; readonly [ground]: 'measure' };

/** What the school's documents say at one moment. A key without a citation has no ground: nothing may rest on it. */
export interface Standing {
  readonly grounds: Readonly<Partial<Record<ContentKey, ContentGround>>>;
  /** Settings of moderation rules by id, as the edition has them. */
  readonly rules: Readonly<Record<string, unknown>>;
}
