import { z } from 'zod';

const span = {
  /** How often; once when neither this nor `for` is given. */
  times: z.union([z.number().int().positive(), z.literal('every')]).optional(),
  /** For so many milliseconds. */
  for: z.number().int().positive().optional(),
};
const broken = z.enum(['html-502', 'hang', 'drop']);

/** A misfortune that can be ordered. */
export const Fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('poll'), failed: z.union([z.literal(1), z.literal(2), z.literal(3)]), ...span }),
  z.object({
    kind: z.literal('call'),
    /** A method's name, or `*`. */
    method: z.string(),
    answer: z.union([z.number().int().positive(), broken]),
    /** `after`: the call takes effect and only its answer is lost. */
    when: z.enum(['before', 'after']).optional(),
    ...span,
  }),
  z.object({ kind: z.literal('outage'), answer: broken, ...span }),
  z.object({ kind: z.enum(['payload', 'unknown', 'repeat', 'reorder']), ...span }),
]);
export type Fault = z.output<typeof Fault>;
export type Broken = z.output<typeof broken>;

interface Armed {
  readonly fault: Fault;
  readonly until: number;
  left: number;
}

/** Misfortunes in force, oldest first; each is spent by use or by time. */
export class Faults {
  private armed: readonly Armed[] = [];

  constructor(
    private readonly now: () => number,
    private readonly onAdd: () => void = () => {},
  ) {}

  add(fault: Fault): void {
    const forever = fault.times === 'every' || (fault.times === undefined && fault.for !== undefined);
    const left = forever ? Number.POSITIVE_INFINITY : Number(fault.times ?? 1);
    this.armed = [...this.live(), { fault, left, until: this.now() + (fault.for ?? Number.POSITIVE_INFINITY) }];
    this.onAdd();
  }

  clear(): void {
    this.armed = [];
  }

  list(): readonly Fault[] {
    return this.live().map(({ fault }) => fault);
  }

  /** Spends one turn of the first fault of this kind that fits. */
  take<K extends Fault['kind']>(
    kind: K,
    fits: (fault: Extract<Fault, { kind: K }>) => boolean = () => true,
  ): Extract<Fault, { kind: K }> | undefined {
    for (const armed of this.live()) {
      const { fault } = armed;
      if (!isKind(fault, kind) || !fits(fault)) continue;
      armed.left -= 1;
      return fault;
    }
    return undefined;
  }

  private live(): readonly Armed[] {
    this.armed = this.armed.filter(({ left, until }) => left > 0 && until > this.now());
    return this.armed;
  }
}

const isKind = <K extends Fault['kind']>(fault: Fault, kind: K): fault is Extract<Fault, { kind: K }> =>
  fault.kind === kind;
