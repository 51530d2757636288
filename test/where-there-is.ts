/** As `it` is called. */
export type Told = (words: string, play: jest.ProvidesCallback, timeout?: number) => void;

/**
 * `it` for what this machine may lack. Then the tests are skipped; the reason is printed, and stands behind their names.
 * @param lack what is missing, or nothing
 */
export const whereThereIs = (lack: string | undefined): Told => {
  if (lack === undefined) return it;
  process.stdout.write(`skipped: ${lack}\n`);
  return (words) => it.skip(`${words} (${lack})`, () => {});
};
