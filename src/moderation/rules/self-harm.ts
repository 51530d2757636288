import type { ChatKind } from '../../domain/chat.js';
import type { Facts } from '../facts.js';
import { evidenceOf, sparedOf } from '../phrases/evidence.js';
import { OwnPhrases } from '../phrases/own.js';
import { FIGURATIVE } from '../phrases/topics/self-harm.js';
import { defineRule } from '../rule.js';

const PUPILS: readonly ChatKind[] = ['class_students', 'subject', 'edu_other'];
const ofPupils = ({ chat, role }: Facts): boolean => role === 'student' || PUPILS.includes(chat);

export default defineRule({
  id: 'self-harm',
  category: 'self-harm',
  decision: 'alert',
  cites: 'RIGHTS',
  calls: true,
  summary: 'reason-self-harm',
  settings: OwnPhrases,

  check(subject, own, facts) {
    const found = evidenceOf('self-harm', subject, own);
    if (found.length === 0 || ofPupils(facts)) return found;
    return found.map((one) => (one.confidence <= FIGURATIVE ? { ...one, decision: 'keep' } : one));
  },

  spared: (subject) => sparedOf('self-harm', subject),

  examples: {
    flags: [
      ['Не хочу больше жить, всем пока', 'Не хочу больше жить'],
      ['я хочу умереть', 'хочу умереть'],
      ['лучше бы я не рождалась', 'лучше бы я не рождалась'],
      ['покончу с собой', 'покончу с собой'],
      ['Сегодня спрыгну с крыши', 'спрыгну с крыши'],
      ['вскрою себе вены', 'вскрою себе вены'],
      ['всем будет лучше без меня', 'всем будет лучше без меня'],
      ['не вижу смысла жить', 'вижу смысла жить'],
      ['Маша говорит, что хочет покончить с собой', 'покончить с собой'],
      ['нe xoчy жить', 'нe xoчy жить'],
      ['повешусь из-за этой контрольной', 'повешусь'],
      ['жить незачем', 'жить незачем', { role: 'student' }],
    ],
    passes: [
      'Не хочу жить в общежитии',
      'Хочу умереть со смеху',
      'чуть не умерла от стыда',
      'Не хотел жить по-старому',
      'Катерина в «Грозе» бросается в Волгу',
      'Жить в согласии с природой – тема урока',
      'Кто сказал «лучше погибнуть стоя, чем жить на коленях»?',
      'Порезала палец на труде, дайте пластырь',
      'Прыгну с вышки в бассейне',
      'Хотим жить дружно',
      'Тихий дом у реки, картина Левитана',
      'Вены и артерии, параграф 18',
      'Как нам жить дальше без столовой?',
    ],
  },
});
