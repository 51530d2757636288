import { UNREAL } from './sentences.js';

const FORMS = [
  / \^?(?:прошу|просим|требую|требуем)(?: [а-я^]+){0,3} (?:ответить|ответ|разъяснить|разъяснения|пояснить|объяснить) /u,
  / \^?(?:жду|ждем)(?: [а-я^]+){0,3} (?:ответа|ответ|разъяснений) /u,
  / \^?(?:дайте|дать) (?:письменный |официальный )?ответ /u,
];

/**
 * Somebody asks the school in so many words to answer (`domain.md` SC-04, 9): nobody may overlook it in the flow of a chat.
 * @param sentence one of `sentencesOf`
 */
export const asksAnswer = (sentence: string): boolean =>
  !UNREAL.test(sentence) && FORMS.some((form) => form.test(sentence));

/** Samples for the class of `accusation.ts`. */
export const examples = {
  flags: [
    'Считаю, что сборы на шторы незаконны, прошу ответить письменно',
    'Прошу классного руководителя разъяснить порядок дежурства',
    'Третий раз пишу. Жду ответа!',
    'Требую официальный ответ школы',
    'Дайте письменный ответ про форму',
  ],
  passes: [
    'Просьба не отвечать всем сразу',
    'Кто знает ответ на третью задачу?',
    'Ответ в учебнике на странице 30',
    'Прошу прощения за опоздание',
    'В сочинении герой просит: дайте ответ',
    'Ждём вас в среду',
  ],
} as const;
