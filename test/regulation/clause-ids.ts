/** Every clause and bullet of the two regulations, as they were read by a person: independent of the files in `policies`. */
const ids = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(' '));

export const SCHOOL_21 = ids(
  '0-a 0-b 0-c 0-d 1.1 1.2-a 1.2-b 1.2-c 1.2-d 1.2-e 1.2-f 2.1 2.2-a 2.2-b 2.2-c 2.3-a 2.3-b 2.3-c 2.3-d 2.3-e',
  '2.4-a 2.4-b 2.4-c 2.4-d 2.4-e 2.4-f 2.5 2.6-a 2.6-b 2.6-c 2.6-d 2.6-e 2.6-f 2.7-a 2.7-b 2.7-c 2.8-a 2.8-b 2.8-c',
  '2.9 2.10 3.1-a 3.1-b 3.1-c 3.1-d 3.1-e 3.2-a 3.2-b 3.2-c 3.2-d 3.2-e 3.3-0 3.3-a 3.3-b 3.3-c 3.3-d 3.3-e 3.3-f',
  '3.3-g 3.3-h 3.3-i 3.3-j 3.3-k 3.3-l 3.4-0 3.4-a 3.4-b 3.4-c 3.4-d 3.4-e 3.4-f 3.4-g 4.1-a 4.1-b 4.1-c 4.1-d',
  '4.1-e 4.1-f 4.2-a 4.2-b 4.2-c 4.2-d 4.2-e 4.2-f 4.2-g 5.1 5.2 5.3-a 5.3-b 5.4',
);

export const OOSH_19 = ids(
  '1.2-a 1.2-b 1.3 1.4 1.5-a 1.5-b 1.5-c 1.5-d 1.5-e 1.6 1.7 2.1-0a 2.1-0b 2.1-a 2.1-b 2.1-c 2.1-d 2.1-e 2.1-f',
  '2.1-g 2.1-h 2.1-i 2.1-j 2.1-k 2.1-l 2.1-m 2.1-n 2.1-o 2.2-a 2.2-b 2.2-c 2.2-d 2.2-e 2.2-f 2.2-f1 2.2-f2 2.2-f3',
  '2.2-g 2.3-0 2.3-a 2.3-b 2.3-c1 2.3-c2 2.3-c3 2.3-c4 2.3-d 2.4-0 2.4-a 2.4-b 2.4-c1 2.4-c2 2.4-d 2.5-0 2.5-a',
  '2.5-b 2.5-c 2.5-d 2.6 2.7-a 2.7-b 3.1 3.2 3.3 3.4 4.1 4.2 4.3',
);
