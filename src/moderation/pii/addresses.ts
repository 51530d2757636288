import { type Flat, typed } from '../flat.js';
import { HINT } from '../hints.js';
import { several } from '../matches.js';
import type { Find } from './find.js';
import { isOffices } from './owner.js';

const KIND =
  '(?:ул(?:\\.|ица|ице|ицы|ицу)?|просп(?:\\.|ект[аеу]?)?|пр-т|пр-кт|пр\\.|пер(?:\\.|еул(?:ок|ке|ка))|бульвар[еа]?|бул\\.|б-р|шоссе|ш\\.|наб(?:\\.|ережн(?:ая|ой))|проезд[еа]?|мкр\\.?|микрорайон[еа]?|мкрн|туп(?:\\.|ик[еа]?)|площад[ьи]|пл\\.|алле[яе]|тракт|квартал|снт|пос\\.|дер\\.|с\\.)';
const MARK = new RegExp(`(?<![а-яa-z0-9])${KIND}(?![а-я])`, 'g');

/** A name of one to four words, «8 марта» and «40 лет победы» too. */
const NAME = '[ .]{0,3}(?:\\d{1,3}(?:-?[а-я]{1,4})? )?[а-я][-а-я]{1,24}\\.?(?: [а-я][-а-я]{1,24}){0,2}';
const HOUSE =
  '[ ,]{1,3}(?:д(?:ом)?[. ]{1,2})?(\\d{1,3}[а-д]?(?:[ ]?(?:\\/|к(?:орп)?\\.?) ?\\d{1,3})?)(?![\\d:.]\\d|\\d)';
const STREET = new RegExp(`^${NAME}${HOUSE}`);
/** «Невский проспект, 28»: the name before. */
const BEFORE = /(?:^|[^а-я])([а-я][-а-я]{2,24}(?:ая|ий|ый|ой|на|го|ва|ева|ова) )$/;
const AFTER = new RegExp(`^${HOUSE}`);

const PART = '[ ,.]{0,3}(?:корп(?:ус)?|к|стр(?:оение)?|подъезд|под|п-д|этаж|эт|домофон|вход|секция)[. ]{0,2}\\d{1,3}';
const FLAT =
  '[ ,.]{0,3}(?:кв(?:артир[аеуы])?[. №]{0,3}\\d{1,4}|комн(?:ата)?[. ]{1,2}\\d{1,3}|[ ]?-[ ]?\\d{1,4}(?![\\d:.-]))';
const REST = new RegExp(`^(?:${PART}){0,4}(${FLAT})?`);

/** Who lives somewhere, or is expected there. */
const LIVES =
  /(?:жив(?:у|ет|ем|ут|ешь)|прожива|пропис|зарегистрир|(?:мой|наш|домашн[а-я]{2,3}|его|ее|их) адрес|дом[ао]й|ко мне|к нам|у меня|у нас дома|день рождения|др |приходи|приезжай|жду|место жительства|заберите|довез|отвез|привез|подвез)[^.!?\n]{0,60}$/;
/** «адрес Ани: г. Казань, …» */
const ADDRESS_OF = /адрес [а-я]{2,14}:[^!?\n]{0,40}$/;
const LIVES_AFTER = /^[^\n]{0,30}(?:живу|живет|прожива|приходи|приезжай|жду|ко мне|в гости|к нам)/;
const OWN_PLACE =
  /(?:школ|дк |музе|театр|библиотек|парк|центр|кафе|магазин|клуб|зал |поликлиник|стадион|бассейн|кинотеатр|тц |трц |офис|каб\.)[^.!?\n]{0,60}$/;

const address = (flat: Flat, from: number, to: number, confidence: number): Find => ({
  kind: 'address',
  from,
  to,
  confidence,
  value: flat.text.slice(from, to),
});

const LINE = 64;
const before = (text: string, from: number): string => {
  const slice = text.slice(Math.max(0, from - LINE), from);
  return slice.slice(slice.lastIndexOf('\n') + 1);
};

/** What a house or a flat number makes of a street: an address where somebody lives, or a place on the map. */
const judged = (flat: Flat, from: number, house: number): Find | null => {
  const { text } = flat;
  const rest = REST.exec(text.slice(house, house + 72));
  const to = house + (rest?.[0].length ?? 0);
  const words = before(text, from);
  if (isOffices({ before: words, after: '' })) return null;
  const lives = LIVES.test(words) || ADDRESS_OF.test(words) || LIVES_AFTER.test(text.slice(to, to + 44));
  const place = OWN_PLACE.test(words);
  const numbered = rest?.[1] !== undefined;
  const said = numbered && /[а-я]/.test(rest?.[1] ?? '');
  if (said) return address(flat, from, to, 0.9);
  if (place) return null;
  if (lives) return address(flat, from, to, numbered ? 0.9 : 0.6);
  return numbered ? address(flat, from, to, 0.4) : null;
};

const streets = (flat: Flat): readonly Find[] => {
  const { text } = flat;
  const found: Find[] = [];
  for (const { 0: mark, index } of several(text, MARK)) {
    if (index < (found.at(-1)?.to ?? 0)) continue;
    const end = index + mark.length;
    const slice = text.slice(end, end + 96);
    const named = BEFORE.exec(text.slice(Math.max(0, index - 30), index))?.[1];
    const reversed = named === undefined ? null : AFTER.exec(slice);
    const straight = STREET.exec(slice);
    const street = reversed ?? straight;
    if (street === null) continue;
    const from = reversed === null ? index : index - (named?.length ?? 0);
    const one = judged(flat, from, end + street[0].length);
    if (one !== null) found.push(one);
  }
  return found;
};

const FLAT_NUMBER = 'кв(?:артир[аеуы])?[. №]{0,3}(?!20\\d\\d)\\d{1,4}(?!\\d)';
const HOUSE_PART = '(?:(?:корп|к|подъезд|этаж)[. ]{1,2}\\d{1,2}[ ,]{1,3}){0,2}';
const DOORS = [
  new RegExp(`(?<![а-я])д(?:ом)?[. ]{1,2}\\d{1,3}[а-д]?[ ,]{1,3}${HOUSE_PART}${FLAT_NUMBER}`, 'g'),
  new RegExp(
    `(?<![а-я])[а-я]{3,18}(?:а|ой|ая|ов|ева|го|ей|ий|ый)[ ,]{1,2}\\d{1,3}[а-д]?[ ,]{1,3}${HOUSE_PART}${FLAT_NUMBER}`,
    'g',
  ),
];
/** «дом 5, квартира 12», «Ленина 5, кв. 12»: no word for the street, but somebody's door all the same. */
const doors = (flat: Flat): readonly Find[] =>
  DOORS.flatMap((door) =>
    several(flat.text, door).map(({ 0: words, index }) => address(flat, index, index + words.length, 0.7)),
  );

/** Where people live: a street with a house and a flat, or with a word that says so. Places everybody goes to are none. */
export const findAddresses = (flat: Flat): readonly Find[] => {
  if (flat.hints.digits === 0 || (flat.hints.bits & HINT.street) === 0) return [];
  const found = streets(flat);
  return found.length > 0 ? found : doors(flat);
};

const PERSON =
  /[А-ЯЁ][а-яё]{1,24} [А-ЯЁ][а-яё]{1,20} [А-ЯЁ][а-яё]{1,20}(?:вич|вна|чна|вича|вны|чны|вичу|вне)(?![а-яё])/;
const BORN =
  /(\d\d[./-]\d\d[./-](?:19|20)\d\d|\d{1,2} [а-я]{3,8} (?:19|20)\d\d)[ ,(]{0,3}(?:г\. ?р|года рожд|рожд)|(?:дата рождения|др|родил(?:ся|ась)|рождения)[^\n\d]{0,12}(\d\d[./-]\d\d[./-](?:19|20)\d\d)/;

/** A full name with a date of birth. */
export const findPersons = (flat: Flat): readonly Find[] => {
  if (flat.hints.digits < 5) return [];
  const born = BORN.exec(flat.text);
  if (born === null) return [];
  const near = typed(flat, Math.max(0, born.index - 80), Math.min(flat.text.length, born.index + born[0].length + 40));
  if (!PERSON.test(near)) return [];
  return [
    {
      kind: 'person',
      from: born.index,
      to: born.index + born[0].trimEnd().length,
      confidence: 0.9,
      value: born[1] ?? born[2] ?? '',
    },
  ];
};
