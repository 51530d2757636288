import { defineCommand } from '../src/app/command.js';
import { Appointing, askAppointment, hearAppointment, readAppointment } from '../src/app/people-appointing.js';
import { text } from '../src/domain/text.js';

export default defineCommand({
  name: 'назначить',
  english: 'appoint',
  where: 'dialog',
  // Who deals with the rights of the staff; whether there is such a post at all the school's regulation says.
  needs: 'confirm-role',
  help: 'help-appoint',
  perishable: true,
  recognises: (message) => /^назнач/iu.test(message.trim()) && readAppointment(message) !== undefined,
  args: (tail) => {
    const value = readAppointment(tail);
    return value ? { ok: true, value } : { ok: false, text: text('appoint-form') };
  },

  run: askAppointment,

  conversation: { data: Appointing, hear: ({ option }, asked, call) => hearAppointment(option, asked, call) },

  examples: [
    {
      say: 'Назначить дополнительным администратором p02',
      by: 'administrator',
      answers: 'rights-unregulated',
      puts: ['record', 'record'],
    },
    { say: '/appoint', by: 'administrator', answers: 'usage', refused: true },
    { say: '/назначить дополнительным администратором u01', by: 'teacher', answers: 'rights-role', refused: true },
  ],
});
