import { z } from 'zod';
import { distinct } from '../distinct.js';
import { findObscene } from '../lexicon/find-obscene.js';
import { NAMES } from '../lexicon/obscene.js';
import { originalSpan } from '../normalise.js';
import { ownWords } from '../own-words.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'obscene',
  category: 'obscene',
  decision: 'delete',
  cites: 'POLITE',
  summary: 'reason-obscene',
  settings: z.strictObject({
    allow: ownWords(),
  }),

  check({ text, normal, readings, look }, { allow }) {
    const found = findObscene(readings, look);
    if (found.length === 0) return [];
    const spans = found.map(({ from, to, ...rest }) => ({ ...originalSpan(normal, from, to), ...rest }));
    const told = (words: string) => !allow.has(words.toLowerCase()) && !NAMES.test(words);
    return distinct(spans.filter(({ start, end }) => told(text.slice(start, end))));
  },

  examples: {
    flags: [
      ['Да пошёл ты на хуй', 'хуй'],
      ['вот это хуйня какая-то', 'хуйня'],
      ['Охуели совсем со своими сборами', 'Охуели'],
      ['полный пиздец', 'пиздец'],
      ['он спиздил мой пенал', 'спиздил'],
      ['Ёбаный дневник опять не открывается', 'Ёбаный'],
      ['заебали', 'заебали'],
      ['отъебитесь от ребёнка', 'отъебитесь'],
      ['бля, опять двойка', 'бля'],
      ['ну блять!', 'блять'],
      ['выблядок', 'выблядок'],
      ['долбоёб', 'долбоёб'],
      ['пидоры', 'пидоры'],
      ['мудак ты', 'мудак'],
      // Latin look-alikes, digits, other alphabets.
      ['вот xyйня', 'xyйня'],
      ['пизdец', 'пизdец'],
      ['п1здец', 'п1здец'],
      ['πιзδец', 'πιзδец'],
      ['хуѧрить', 'хуѧрить'],
      ['𝐩izdec', '𝐩izdec'],
      // By sound and in the other keyboard layout.
      ['idi nahuy', 'nahuy'],
      ['gbpltw rfrjq', 'gbpltw'],
      // Stretched, spaced, dotted, cut, glued, turned round.
      ['пиииииздец', 'пиииииздец'],
      ['ппииззддеецц', 'ппииззддеецц'],
      ['х у й вам', 'х у й'],
      ['п.и.з.д.е.ц', 'п.и.з.д'],
      ['п🔥и🔥з🔥д🔥а', 'п🔥и🔥з🔥д'],
      ['ху.йня', 'ху.йня'],
      ['пи здец', 'пи здец'],
      ['тыхуй', 'тыхуй'],
      ['цедзип', 'цедзип'],
      // Letters behind a mask, invisible marks inside.
      ['иди на х*й', 'х*й'],
      ['х** вам', 'х**'],
      ['п***ц', 'п***ц'],
      ['з@ебали', 'ебали'],
      ['бл*дь', 'бл*дь'],
      ['х\u200bу\u00adй', 'х\u200bу\u00adй'],
      ['х\u0336у\u0336й\u0336', 'х\u0336у\u0336й'],
    ],
    passes: [
      'Завтра педсовет, педагоги и педиатр в актовом зале',
      'Подстрахуйте детей на переходе',
      'Застрахуй велосипед, не психуй и заштрихуй рисунок',
      'Не забудьте потребление воды, рубля сдачи не надо',
      'Команда «Мандарин» победила!',
      'Сукно, барсук и посуда – словарный диктант',
      'Скипидар, хулиган, колебания, стебель, мебель, дебет',
      'употреблять, оскорблять, потреблять, корабля',
      'не бей ребёнка',
      'тебе, себе, небо, требует, учебник, хлеба, захудалый, себестоимость',
      'У нас сухую тряпку брали, плохую вернули',
      'Психолог и психотерапевт придут на собрание',
      'Е. Б. Иванова и Х. У. Яковлев, 5А',
      'Е.Б.Иванова, Е.Баранов',
      'с т е б е л ь',
      'т p е б y е т',
      '3Б класс, каб. 19',
      'ЕБРР и ЕГЭ',
      'ху и 2х: сложите',
      'Katya Huber and Phoebe, eBay, amoeba',
      'моё.будущее',
      'Пидорка и Петрусь – герои Гоголя',
      'Ответы: а е б а в, потом у е б',
      'Найдите х, у и z; оси х, у, я начертил',
      'print(х**2), **х** – переменная',
      'Ох...я забыла, не...уйду',
      'obuchenie, obut, rebyata, phoebe1',
      'Эбзеев и Ебзеева',
      'ПП изделий, п издания',
      'ней обратились, нее будут',
    ],
  },
});
