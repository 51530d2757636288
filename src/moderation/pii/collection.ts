import type { Flat } from '../flat.js';
import type { Find } from './find.js';

/** Words of whoever collects money. Origin: written by hand for this project. */
const COLLECTS =
  /(?:скид(?:ыва|оч)|скин(?:ь|емся|ьте|уть|утс)|сда(?:ем|дим|йте|ть|вать|ваем)|сбор|собира(?:ем|ю|ть)|собер[еу]м|перев(?:ести|еди|едите|одите|оди|одить|одом|одим)|перекин|перечисл|взнос|донат|пожертв|складчин|скинуть|оплат(?:ить|а |у |ите)|на (?:шторы|ремонт|подар|цвет|охран|выпускн|фонд|автобус|экскурс|билет)|по сбп|сбп|по \d{2,6} ?(?:р|₽|руб))/;

/** Whether a text asks for money: words of a collection beside the number that takes it. */
export const collects = ({ text }: Flat): boolean => COLLECTS.test(text);

/** What takes money: a card, an account; a telephone only where it is said that money goes there. */
const TO_A_PHONE = /(?:сбп|перев(?:од|ед|ест)|перекин|перечисл|скин(?:ь|ем|ут)|скид(?:ыва))[^.!?\n]{0,40}$/;

export const takesMoney = (flat: Flat, find: Find): boolean => {
  if (find.kind === 'card' || find.kind === 'account') return collects(flat);
  return find.kind === 'phone' && TO_A_PHONE.test(flat.text.slice(Math.max(0, find.from - 56), find.from));
};
