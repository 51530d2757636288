/** How fast texts are judged: school talk with one obscene message in ten, and the texts that cost most for their length. */
import { rules } from '../src/moderation/rules/index.js';
import { subjectOf } from '../src/moderation/subject.js';

const TALK = [
  'Уважаемые родители! Завтра педсовет, уроки сокращённые, забираем детей в 12:30. Подстрахуйте первоклассников на переходе.',
  'Подскажите, что задали по математике? Сын не записал',
  'Спасибо!',
  'Кто едет в музей в субботу? Автобус от школы в 10:00, сдача со ста рублей – у Ирины Львовны',
  'Ребёнок заболел, сегодня не придём',
  'Сменка, форма, учебник, тетрадь в клетку – всё в рюкзаке)))',
  'А где посмотреть расписание звонков?',
  'https://resh.edu.ru/subject/ урок 14',
  '👍👍👍',
  'Вы там совсем о х у е л и со своими сборами?',
];
const WORST = [
  'а',
  'по',
  'х у ',
  'х*',
  'х...',
  'ебал ',
  'п.и.з.д.',
  '🔥',
  '\ud800',
  'т.е.',
  'x3',
  'и\u0306',
  'q;',
  '!',
  '*',
];
const LENGTH = 100_000;
const ROUNDS = 5_000;

const judge = (text: string): number =>
  rules.reduce((found, rule) => found + rule.check(subjectOf(text), undefined, { chat: 'class_parents' }).length, 0);

const millisecondsOf = (work: () => void): number => {
  const { user, system } = process.cpuUsage();
  work();
  const spent = process.cpuUsage({ user, system });
  return (spent.user + spent.system) / 1_000;
};

const talk = () => TALK.forEach(judge);
for (let i = 0; i < 500; i++) talk();
const spent = millisecondsOf(() => {
  for (let i = 0; i < ROUNDS; i++) talk();
});
console.log(`moderation: ${Math.round((ROUNDS * TALK.length * 1_000) / spent)} messages/s a core`);

for (const piece of WORST) {
  const [half, full] = [LENGTH / 2, LENGTH].map((length) => piece.repeat(length / piece.length));
  const [once, twice] = [half, full].map((text) => millisecondsOf(() => judge(text ?? '')));
  console.log(
    `${JSON.stringify(piece).padEnd(12)} × ${LENGTH}: ${twice?.toFixed(0)} ms (half as long: ${once?.toFixed(0)})`,
  );
}
