import type { Attachment } from '../domain/message.js';
import type { Finding } from '../domain/verdict.js';
import { type Flat, flatten } from './flat.js';
import { HINT, type Hints, hintsOf } from './hints.js';
import { SOUGHT } from './lexicon/keys.js';
import { findLinks, type Link, mayLink } from './links/find.js';
import { type Normal, normalise } from './normalise.js';
import type { Glance } from './phrases/gate.js';
import { glanceAt } from './phrases/topics/index.js';
import { findPersonalData, mayHoldPersonalData } from './pii/all.js';
import type { Find } from './pii/find.js';
import { type Look, lookAt } from './reading/signs.js';
import { Readings, type Word } from './reading/words.js';

/** Where a text stood when not in the message itself. */
export interface Origin {
  readonly within?: NonNullable<Finding['within']>;
  /** What carried it: the words of an attachment. */
  readonly attachment?: Attachment['kind'];
}

/** A text under examination. What is worked out of it is worked out once, for all rules, when the first one asks. */
export interface Subject extends Origin {
  readonly text: string;
  /** As its reader sees it, with the way back to the original. */
  readonly normal: Normal;
  /** What a first walk along it shows: which dear looks may be worth it. */
  readonly look: Look;
  /** The ways to read its words, each worked out once: dear, behind a gate only. */
  readonly readings: Readings;
  /** Every way at once, for whoever wonders. */
  readonly words: readonly Word[];
  /** Of which topics something may be said. */
  readonly glance: Glance;
  /** What a first walk shows of numbers, addresses and names. */
  readonly hints: Hints;
  /** As a reader of numbers and addresses sees it: behind a gate only. */
  readonly flat: Flat;
  /** Addresses in the net. */
  readonly links: readonly Link[];
  /** Personal data, whosever they are. */
  readonly personal: readonly Find[];
}

const NO_LINKS: readonly Link[] = [];
const NO_FINDS: readonly Find[] = [];

class Text implements Subject {
  readonly text: string;
  readonly within?: NonNullable<Finding['within']>;
  readonly attachment?: Attachment['kind'];
  #normal: Normal | undefined;
  #look: Look | undefined;
  #readings: Readings | undefined;
  #glance: Glance | undefined;
  #hints: Hints | undefined;
  #flat: Flat | undefined;
  #links: readonly Link[] | undefined;
  #personal: readonly Find[] | undefined;

  constructor(text: string, origin: Origin) {
    this.text = text;
    if (origin.within !== undefined) this.within = origin.within;
    if (origin.attachment !== undefined) this.attachment = origin.attachment;
  }

  get normal(): Normal {
    this.#normal ??= normalise(this.text);
    return this.#normal;
  }

  get look(): Look {
    this.#look ??= lookAt(this.normal.text, SOUGHT);
    return this.#look;
  }

  get readings(): Readings {
    this.#readings ??= new Readings(this.normal);
    return this.#readings;
  }

  get words(): readonly Word[] {
    return this.readings.all();
  }

  get glance(): Glance {
    this.#glance ??= glanceAt(this.normal.text);
    return this.#glance;
  }

  /** Of a text that must be folded before it can be read, those of the folded one. */
  get hints(): Hints {
    if (this.#hints !== undefined) return this.#hints;
    const seen = hintsOf(this.text);
    if ((seen.bits & HINT.odd) !== 0) this.#flat = flatten(this.text, seen);
    this.#hints = this.#flat?.hints ?? seen;
    return this.#hints;
  }

  get flat(): Flat {
    const { hints } = this;
    this.#flat ??= flatten(this.text, hints);
    return this.#flat;
  }

  get links(): readonly Link[] {
    this.#links ??= mayLink(this.hints) ? findLinks(this.flat) : NO_LINKS;
    return this.#links;
  }

  get personal(): readonly Find[] {
    this.#personal ??= mayHoldPersonalData(this.hints) ? findPersonalData(this.flat) : NO_FINDS;
    return this.#personal;
  }
}

const OWN: Origin = {};

export const subjectOf = (text: string, origin: Origin = OWN): Subject => new Text(text, origin);
