/** Four points a hexadecimal digit. */
const DIGITS = 16;

/** The print of a grey picture of 9 × 8 points, row by row, 0…255: whether each point is darker than its right neighbour. */
export const printOf = (grey: ArrayLike<number>): string => {
  const bits = Array.from({ length: 64 }, (_, bit) => {
    const at = Math.floor(bit / 8) * 9 + (bit % 8);
    return (grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1 : 0;
  });
  return Array.from({ length: DIGITS }, (_, at) =>
    Number.parseInt(bits.slice(at * 4, at * 4 + 4).join(''), 2).toString(16),
  ).join('');
};
