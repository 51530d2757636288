/** «+», «++», «да», «нет», «1», «👍», «мы +»: an answer that many give at once. */
const HAND = /^(?:мы|я|и мы|и я)?\s*(?:[+\-−–]{1,3}\d{0,2}|\d{1,2}|да|нет|ок|ok|👍|✅|👌|🙋‍♀️|🙋|\+ ?1)\s*[.!)]{0,3}$/iu;
const LONGEST = 12;

/** A message that is no more than a raised hand. */
export const raisedHand = (text: string): boolean => text.length <= LONGEST && HAND.test(text.trim());
