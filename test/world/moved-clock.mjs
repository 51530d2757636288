/**
 * Loaded before the program (`node --import`): its clock is the machine's and as many milliseconds later as the file named
 * by MOVED_CLOCK says, so that a whole program can be led through a night in a browser.
 */
import { readFileSync, watchFile, writeFileSync } from 'node:fs';

const file = process.env.MOVED_CLOCK;
if (file !== undefined) {
  const RealDate = Date;
  let ahead = 0;
  const read = () => {
    ahead = Number(readFileSync(file, 'utf8')) || 0;
    // Whoever moved it waits for this.
    writeFileSync(`${file}.read`, String(ahead));
  };
  read();
  watchFile(file, { interval: 50 }, read).unref();
  globalThis.Date = class MovedDate extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(RealDate.now() + ahead);
      else super(...given);
    }
    static now() {
      return RealDate.now() + ahead;
    }
  };
}
