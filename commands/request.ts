import { defineCommand } from '../src/app/command.js';
import { EnquiryTalk, enquire, hearEnquiry } from '../src/app/enquiries.js';

export default defineCommand<string, EnquiryTalk>({
  name: 'обращение',
  english: 'request',
  where: 'dialog',
  needs: 'ask-for-help',
  help: 'help-request',
  phrases: ['обращение', 'позовите человека', 'хочу спросить'],
  args: (tail) => ({
    ok: true,
    value: /^(?:обращение|позовите человека|хочу спросить)[.!]?$/iu.test(tail.trim()) ? '' : tail.trim(),
  }),
  run: enquire,
  conversation: { data: EnquiryTalk, hear: hearEnquiry },
  examples: [
    {
      say: '/обращение Можно ли прийти в среду?',
      by: 'parent',
      answers: 'enquiry-preview',
      puts: ['record', 'record'],
    },
    { say: '/request', by: 'student', answers: 'enquiry-what', puts: ['record', 'record'] },
    { say: 'Позовите человека', by: 'parent', answers: 'enquiry-what', puts: ['record', 'record'] },
    { say: `/обращение ${'а'.repeat(2_001)}`, by: 'parent', answers: 'enquiry-long', refused: true },
    { say: '/обращение', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
