import { Refused } from './refused.js';

const wrong = (detail: string): Refused => new Refused(100, detail);

/** The fields of a request, read as strictly as a schema would: a flag is 0 or 1, a number is a number. */
export class Params {
  constructor(private readonly raw: Readonly<Record<string, string>>) {}

  has(name: string): boolean {
    return this.raw[name] !== undefined && this.raw[name] !== '';
  }

  text(name: string): string {
    return this.raw[name] ?? '';
  }

  int(name: string): number {
    const value = this.optionalInt(name);
    if (value === undefined) throw wrong(`${name} is undefined`);
    return value;
  }

  optionalInt(name: string): number | undefined {
    return this.has(name) ? integer(name, this.text(name)) : undefined;
  }

  flag(name: string, otherwise = false): boolean {
    if (!this.has(name)) return otherwise;
    const value = this.text(name);
    if (value !== '0' && value !== '1') throw wrong(`${name} should be 0 or 1`);
    return value === '1';
  }

  ints(name: string, most: number): readonly number[] {
    if (!this.has(name)) return [];
    const values = this.text(name)
      .split(',')
      .map((part) => integer(name, part.trim()));
    if (values.length > most) throw wrong(`${name} should contain no more than ${most} items`);
    return values;
  }

  words(name: string, most: number): readonly string[] {
    const values = this.has(name) ? this.text(name).split(',') : [];
    if (values.length > most) throw wrong(`${name} should contain no more than ${most} items`);
    return values.map((part) => part.trim());
  }

  json(name: string): unknown {
    if (!this.has(name)) return undefined;
    try {
      return JSON.parse(this.text(name));
    } catch {
      throw wrong(`${name} is not valid JSON`);
    }
  }
}

const integer = (name: string, text: string): number => {
  if (!/^-?\d{1,16}$/.test(text)) throw wrong(`${name} not integer`);
  return Number(text);
};
