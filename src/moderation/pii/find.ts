/** What a piece of personal data is. */
export type Kind = 'phone' | 'email' | 'card' | 'account' | 'document' | 'address' | 'person' | 'secret';

/** A find in units of the flat text, `to` not included. */
export interface Find {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
  /** Digits of a number, letters of an address: what the school may have published. */
  readonly value: string;
}
