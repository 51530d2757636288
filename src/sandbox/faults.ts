import { z } from 'zod';

/** How often and how long a fault is in force. */
export const span = {
  /** Once when neither this nor `for` is given. */
  times: z.union([z.number().int().positive(), z.literal('every')]).exactOptional(),
  /** For so many milliseconds. */
  for: z.number().int().positive().exactOptional(),
};
export const broken = z.enum(['html-502', 'hang', 'drop']);
export type Broken = z.output<typeof broken>;

/** What every messenger's faults have. */
export interface Ordered {
  readonly kind: string;
  readonly times?: number | 'every';
  readonly for?: number;
}

interface Armed<F> {
  readonly fault: F;
  readonly until: number;
  left: number;
}

/** Misfortunes in force, oldest first; each is spent by use or by time. */
export class Faults<F extends Ordered> {
  private armed: readonly Armed<F>[] = [];

  constructor(
    private readonly now: () => number,
    private readonly onAdd: () => void = () => {},
  ) {}

  add(fault: F): void {
    const forever = fault.times === 'every' || (fault.times === undefined && fault.for !== undefined);
    const left = forever ? Number.POSITIVE_INFINITY : Number(fault.times ?? 1);
    this.armed = [...this.live(), { fault, left, until: this.now() + (fault.for ?? Number.POSITIVE_INFINITY) }];
    this.onAdd();
  }

  clear(): void {
    this.armed = [];
  }

  list(): readonly F[] {
    return this.live().map(({ fault }) => fault);
  }

  /** Spends one turn of the first fault of this kind that fits. */
  take<K extends F['kind']>(
    kind: K,
    fits: (fault: Extract<F, { kind: K }>) => boolean = () => true,
  ): Extract<F, { kind: K }> | undefined {
    const isKind = (fault: F): fault is Extract<F, { kind: K }> => fault.kind === kind;
    for (const armed of this.live()) {
      const { fault } = armed;
      if (!isKind(fault) || !fits(fault)) continue;
      armed.left -= 1;
      return fault;
    }
    return undefined;
  }

  private live(): readonly Armed<F>[] {
    this.armed = this.armed.filter(({ left, until }) => left > 0 && until > this.now());
    return this.armed;
  }
}
