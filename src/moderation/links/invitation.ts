import type { Flat } from '../flat.js';
import { HINT, type Hints } from '../hints.js';

/** Names of foreign messengers as people call them. Origin: written by hand for this project. */
const MESSENGER =
  '(?:телег(?:рам[а-я]{0,3}|[аеиу]|у|рамм[а-я]{0,3})|тг|tg|telegram|вот?с?сап[а-я]{0,2}|в[ао]тс[ао]п{1,2}[а-я]{0,2}|whats ?app|вацап[а-я]{0,2}|вайбер[а-я]{0,2}|viber|дискорд[а-я]{0,2}|discord|скайп[а-я]{0,2}|skype|инст[аеу]|инстаграм[а-я]{0,2}|снапчат[а-я]{0,2})';
const CALL =
  '(?:го|гоу|айда|погнали|давайте|перейд[её]м|переходим|переходите|перебирайтесь|заходи(?:те)?|залетай(?:те)?|вступай(?:те)?|подписывай(?:ся|тесь)|добавляй(?:ся|тесь)|присоединяй(?:ся|тесь)|пиши(?:те)?|создал[аи]?|сделал[аи]?|создадим)';
const INVITES = new RegExp(
  `(?<![а-я])${CALL}(?![а-я])[^.!?\\n]{0,40}?(?<![а-яa-z])(?:в|на|мне в|во)?[ ]?${MESSENGER}(?![а-яa-z])`,
);
const NAMED = new RegExp(`(?<![а-яa-z])${MESSENGER}(?![а-яa-z])`);
const WHERE = /(?<![а-я])(?:чат|групп[аеуы]|канал[ае]?|бесед[аеуы]|сервер[ае]?)(?![а-я])/;

const IN_LATIN = /telegram|whats ?app|viber|discord|skype|(?<![a-z])tg(?![a-z])/;

/** Whether a closer look is worth it. */
export const mayInvite = ({ bits }: Hints): boolean => (bits & (HINT.messenger | HINT.latin)) !== 0;

/** An invitation in words: to a chat of another messenger, without an address. Where it stands in the flat text. */
export const invitation = ({
  text,
  hints,
}: Flat): { readonly from: number; readonly to: number; readonly sure: boolean } | null => {
  const named = (hints.bits & HINT.messenger) !== 0 || IN_LATIN.test(text);
  if (!named || !NAMED.test(text)) return null;
  const found = INVITES.exec(text);
  if (found === null) return null;
  return {
    from: found.index,
    to: found.index + found[0].length,
    sure: WHERE.test(text) || /^(?:го|гоу|айда|погнали|переход|перебир|перейд)/.test(found[0]),
  };
};
