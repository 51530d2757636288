/** Hexadecimal digits of a print: 64 bits. */
export const PRINT_LENGTH = 16;

const onesOf = (digit: number): number => (digit === 0 ? 0 : (digit & 1) + onesOf(digit >> 1));
const ONES: readonly number[] = Array.from({ length: 16 }, (_, digit) => onesOf(digit));

/** In how many of 64 places two pictures differ; infinitely many when one is no print. */
export const distance = (one: string, other: string): number => {
  if (one.length !== PRINT_LENGTH || other.length !== PRINT_LENGTH) return Number.POSITIVE_INFINITY;
  return [...one].reduce(
    (sum, digit, at) => sum + (ONES[Number.parseInt(digit, 16) ^ Number.parseInt(other.charAt(at), 16)] ?? 0),
    0,
  );
};
