import { defineCommand } from '../src/app/command.js';
import { type InviteWish, readWish } from '../src/app/invites-form.js';
import { hearInvites } from '../src/app/invites-hear.js';
import { annulment, list } from '../src/app/invites-list.js';
import { InviteTalk } from '../src/app/invites-talk.js';
import { wish } from '../src/app/invites-wish.js';

export default defineCommand<InviteWish, InviteTalk>({
  name: 'приглашения',
  english: 'invites',
  where: 'dialog',
  // What it takes depends on whom one invites where: looked at when that is known.
  needs: 'read-own-record',
  offered: ['invite-parent', 'invite-student', 'invite-staff'],
  help: 'help-invites',
  perishable: true,
  recognises: (message) => /^(?:как\s+)?(?:мне\s+)?(?:добавить|пригласить)\s/iu.test(message.trim()),
  args: (tail) => ({ ok: true, value: readWish(tail) }),
  run: ({ verb, words }, call) => {
    if (verb === 'list') return list(call);
    return verb === 'annul' ? annulment(words, call) : wish(words, verb === 'again', call);
  },
  conversation: { data: InviteTalk, hear: hearInvites },
  examples: [
    { say: '/приглашения', answers: 'invites-none' },
    { say: '/invites 5A parents', answers: 'invites-preview', puts: ['record', 'record'] },
    { say: '/приглашения родителям 5А', answers: 'invites-preview', puts: ['record', 'record'] },
    { say: '/приглашения Сидорова', answers: 'invites-preview', puts: ['record', 'record'] },
    { say: '/приглашения аннулировать', answers: 'invites-none-open' },
    { say: '/приглашения 5А ученики', answers: 'invites-no-chat' },
    { say: '/приглашения кухня', answers: 'invites-form', refused: true },
    { say: '/приглашения 5А родители', by: 'parent', answers: 'rights-role', refused: true },
    {
      say: 'Как добавить Кирилла из 5Б?',
      by: 'student',
      answers: 'rights-student-invite-offer',
      puts: ['record', 'record'],
    },
    { say: '/приглашения', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
