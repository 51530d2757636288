import { z } from 'zod';
import { spanOf } from '../flat.js';
import { mayLink } from '../links/find.js';
import { invitation, mayInvite } from '../links/invitation.js';
import { byPupil, evidenceOf, faulty } from '../links/linked.js';
import { defineRule, type Evidence } from '../rule.js';

export default defineRule({
  id: 'messenger',
  category: 'messenger',
  decision: 'hold',
  cites: 'PLATFORM',
  summary: 'reason-messenger',
  settings: z.strictObject({
    /** Addresses in other messengers that the school itself has published: `t.me/school21`. */
    allow: z.array(z.string().trim().toLowerCase().min(4)).default([]).describe('rules-setting-messenger-allow'),
  }),

  gate: ({ hints }) => mayLink(hints) || mayInvite(hints),

  check(subject, { allow }, facts) {
    // Pupils use the closed study profile: a clause of its own.
    const pupil = byPupil(facts);
    const clause = pupil ? ({ cites: 'STUDY_PROFILE' } as const) : {};
    const published = (words: string): boolean => allow.some((one) => words.includes(one));
    const linked = faulty(subject, facts, [])
      .filter(({ link, fault }) => fault === 'messenger' && !published(`${link.host}${link.path}`))
      .map(({ link }): Evidence => evidenceOf(subject.flat, link, { confidence: 0.9, ...clause }));
    if (linked.length > 0) return linked;
    if (!mayInvite(subject.hints)) return linked;
    const said = invitation(subject.flat);
    if (said === null) return [];
    const confidence = said.sure ? 0.6 : 0.4;
    return [
      { ...spanOf(subject.flat, said.from, said.to), confidence, decision: pupil ? 'hold' : 'remind', ...clause },
    ];
  },

  examples: {
    flags: [
      ['го в телегу https://t.me/+abc', 'https://t.me/+abc'],
      ['Родители, чат теперь здесь: https://chat.whatsapp.com/AbCdEf', 'https://chat.whatsapp.com/AbCdEf'],
      ['discord.gg/5a', 'discord.gg/5a'],
      ['t точка me / klass5a', 't точка me / klass5a'],
      ['tg://join?invite=abc', 'tg://join?invite=abc'],
      ['Переходим всем классом в вайбер', 'Переходим всем классом в вайбер'],
    ],
    passes: [
      'Телеграмма – это короткое сообщение по телеграфу',
      'Вчера в новостях говорили про телеграм',
      'Общение только здесь, в Сферуме: https://vk.me/join/abc',
      'Скайп на уроках больше не используем',
      'Инструкция: https://sferum.ru/?p=start',
    ],
  },
});
