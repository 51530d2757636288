const words = (line: string): readonly string[] => line.split(' ');

const CARDINALS = new Map<string, number>([
  ...words('ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать').map(
    (word, at) => [word, at] as const,
  ),
  ...words('четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать').map(
    (word, at) => [word, at + 14] as const,
  ),
  ...words('тридцать сорок пятьдесят').map((word, at) => [word, (at + 3) * 10] as const),
  // As they stand after «к», «с», «до» and «без».
  ...words('нуля одного двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати').map(
    (word, at) => [word, at] as const,
  ),
  ...words('тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати').map(
    (word, at) => [word, at + 13] as const,
  ),
  ...[['одна', 1] as const, ['две', 2] as const, ['тридцати', 30] as const, ['сорока', 40] as const],
]);

const ORDINALS = new Map<string, number>([
  ...words('первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого').map(
    (word, at) => [word, at + 1] as const,
  ),
  ...words('одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого').map(
    (word, at) => [word, at + 11] as const,
  ),
  ...words('восемнадцатого девятнадцатого двадцатого').map((word, at) => [word, at + 18] as const),
  ['тридцатого', 30],
]);
/** «двадцать пятое сентября» beside «двадцать пятого». */
const nominative = (word: string): string => (word === 'третье' ? 'третьего' : word.replace(/ое$/, 'ого'));

/** A ten and a unit make one number: «двадцать пять» is 25, «двадцать тридцать» 20 and 30. */
const joins = (ten: number | undefined, unit: number): ten is number =>
  ten !== undefined && ten >= 20 && ten % 10 === 0 && unit >= 1 && unit <= 9;

/** Numbers in words as figures; an ordinal keeps its ending, «двадцать пятого» → «25-го». */
export const inFigures = (sentence: string): string => {
  const said: string[] = [];
  let ten: number | undefined;
  const put = (figure: number, ending: string): void => {
    if (joins(ten, figure)) said[said.length - 1] = `${ten + figure}${ending}`;
    else said.push(`${figure}${ending}`);
    ten = ending === '' && !joins(ten, figure) ? figure : undefined;
  };
  for (const word of sentence.split(' ')) {
    const cardinal = CARDINALS.get(word);
    const ordinal = ORDINALS.get(word) ?? ORDINALS.get(nominative(word));
    if (cardinal !== undefined) put(cardinal, '');
    else if (ordinal !== undefined) put(ordinal, '-го');
    else {
      said.push(word);
      ten = undefined;
    }
  }
  return said.join(' ');
};

/** «полседьмого» and «пол-седьмого» are «половине седьмого». */
const HALF_OF =
  /(?<!\p{L})пол-?\s?(?=(?:перв|втор|четверт|пят|шест|седьм|восьм|девят|\p{L}*дес?ят|\p{L}+надцат)ого|третьего)/gu;

/** Small letters, «е» for «ё», one kind of dash, figures for numbers, single spaces, and no quotes or brackets. */
export const plainWords = (sentence: string): string =>
  inFigures(
    sentence
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replace(HALF_OF, 'половине ')
      .replace(/\p{Pd}|−/gu, '-')
      .replace(/\p{Cf}|[«»"“”„()[\]!?]/gu, ' ')
      .replace(/,(?!\d)|;/g, ' , ')
      .replace(/\.(?=\s|$)/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
