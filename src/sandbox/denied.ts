/** Why a messenger's own client would not let a person do it. */
export type Why =
  | 'not-a-member'
  | 'muted'
  | 'read-only'
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'no-such-message'
  | 'not-yours'
  | 'too-old'
  | 'not-admin'
  | 'no-such-link'
  | 'already-member'
  | 'no-such-button'
  | 'no-such-file'
  | 'no-such-person'
  | 'bots-may-not-be-added';

/** A person may not do this. */
export class Denied extends Error {
  override readonly name = 'Denied';
  constructor(readonly why: Why) {
    super(why);
  }
}

export function deny(why: Why): never {
  throw new Denied(why);
}
