/** Letters that look alike in both alphabets: titles are typed in either. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ А: 'AАaа', В: 'BВbв', С: 'CСcс', Е: 'EЕeе', Н: 'HНhн', К: 'KКkк', М: 'MМmм', О: 'OОoо', Р: 'PРpр', Т: 'TТtт' },
  ...{ Х: 'XХxх', У: 'YУyу' },
};
const lettersOf = (letter: string): string => ALIKE[letter] ?? `${letter}${letter.toLowerCase()}`;

/**
 * A chat's title one year on: «5 «А» класс, родители» → «6 «А» класс, родители». The letter stays as people wrote it.
 * @returns undefined when the title does not name the class
 */
export const retitled = (title: string, from: string, to: string): string | undefined => {
  const [grade, next] = [Number.parseInt(from, 10), Number.parseInt(to, 10)];
  const letter = from.replace(/^\d+/u, '');
  const tail = letter === '' ? '(?![\\d\\p{L}])' : `(?=[\\s\\p{Pd}]{0,2}[«"'„“]?[${lettersOf(letter)}](?![\\d\\p{L}]))`;
  const named = new RegExp(`(?<![\\d\\p{L}.,:])${grade}${tail}`, 'u');
  return named.test(title) ? title.replace(named, String(next)) : undefined;
};
