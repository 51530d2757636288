/** Long enough that what grows with the square of the length takes seconds. */
const LENGTH = 60_000;
/** What grows with the length takes a tenth of it on a machine that does nothing else. */
const MOST_MS = 400;

const spent = (work: () => unknown): number => {
  const { user, system } = process.cpuUsage();
  work();
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1_000;
};

/** A text of one piece over and over costs no more than its length. */
export const growsWithLength = (piece: string, judge: (text: string) => unknown): void => {
  const text = piece.repeat(LENGTH / piece.length);
  expect(Math.min(...[1, 2].map(() => spent(() => judge(text))))).toBeLessThan(MOST_MS);
};
