/** Pieces of words that the model of the tone weighs: three to five letters, the edges of a word being letters too. */
const SHORTEST = 3;
const LONGEST = 5;
/** Longer words tell nothing more. */
const WORD = 24;
export const GRAM_BITS = 16;
const MASK = (1 << GRAM_BITS) - 1;

const word = new Uint8Array(WORD + 2);

const piecesOf = (length: number, weigh: (gram: number) => void): number => {
  let count = 0;
  for (let from = 0; from + SHORTEST <= length; from++) {
    let hash = 2166136261;
    for (let n = 0; n < LONGEST && from + n < length; n++) {
      hash = Math.imul(hash ^ (word[from + n] ?? 0), 16777619);
      if (n + 1 < SHORTEST) continue;
      count++;
      weigh((hash ^ (hash >>> 15) ^ n) & MASK);
    }
  }
  return count;
};

/** Every piece of every Russian word of a normal text; how many there were. */
export const eachGram = (text: string, weigh: (gram: number) => void): number => {
  let [count, length] = [0, 1];
  word[0] = 0;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    if (unit >= 0x430 && unit <= 0x44f) {
      if (length <= WORD) word[length++] = unit - 0x42f;
      continue;
    }
    if (length > 1) {
      word[length++] = 0;
      count += piecesOf(length, weigh);
    }
    length = 1;
  }
  return count;
};
