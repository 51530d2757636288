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

/** The print of a grey picture of 9 × 8 points, row by row, 0…255: whether each point is darker than its right neighbour. */
export const printOf = (grey: ArrayLike<number>): string => {
  const bits = Array.from({ length: 64 }, (_, bit) => {
    const at = Math.floor(bit / 8) * 9 + (bit % 8);
    return (grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1 : 0;
  });
  return Array.from({ length: PRINT_LENGTH }, (_, at) =>
    Number.parseInt(bits.slice(at * 4, at * 4 + 4).join(''), 2).toString(16),
  ).join('');
};
