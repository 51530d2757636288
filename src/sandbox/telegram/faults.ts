import type { Failure } from './refused.js';

export type Broken = 'html-502' | 'hang' | 'drop';

/** A misfortune that can be ordered; once, or so often. `after`: the call takes effect and only its answer is lost. */
export type Fault =
  | {
      readonly kind: 'call';
      /** A method's name, or `*`. */
      readonly method: string;
      readonly answer: Failure | Broken;
      readonly when?: 'before' | 'after';
      readonly times?: number;
    }
  | { readonly kind: 'outage'; readonly answer: Broken; readonly times?: number }
  | { readonly kind: 'payload' | 'unknown' | 'repeat' | 'download'; readonly times?: number };

interface Armed {
  readonly fault: Fault;
  left: number;
}

const isKind = <K extends Fault['kind']>(fault: Fault, kind: K): fault is Extract<Fault, { kind: K }> =>
  fault.kind === kind;

/** Misfortunes in force, oldest first; each is spent by use. */
export class Faults {
  private armed: readonly Armed[] = [];

  constructor(private readonly onAdd: () => void = () => {}) {}

  add(fault: Fault): void {
    this.armed = [...this.armed, { fault, left: fault.times ?? 1 }];
    this.onAdd();
  }

  clear(): void {
    this.armed = [];
  }

  /** Spends one turn of the first fault of this kind that fits. */
  take<K extends Fault['kind']>(
    kind: K,
    fits: (fault: Extract<Fault, { kind: K }>) => boolean = () => true,
  ): Extract<Fault, { kind: K }> | undefined {
    for (const armed of this.armed) {
      const { fault } = armed;
      if (!isKind(fault, kind) || !fits(fault)) continue;
      armed.left -= 1;
      this.armed = this.armed.filter(({ left }) => left > 0);
      return fault;
    }
    return undefined;
  }
}
