/** What grows with the length is done in a moment; what grows with its square outlasts the patience of a test many times. */
const LENGTH = 100_000;

/** Judges a text of one piece over and over. How long it takes is measured by `npm run bench:moderation`, not here. */
export const growsWithLength = (piece: string, judge: (text: string) => unknown): void => {
  expect(() => judge(piece.repeat(Math.ceil(LENGTH / piece.length)))).not.toThrow();
};
