import { defineCommand } from '../src/app/command.js';
import { hidePhoto } from '../src/app/photo.js';
import { hearPointed, PointingTalk, pointed } from '../src/app/pointing.js';
import { text } from '../src/domain/text.js';

const SENTENCE =
  /^(?:прошу\s+)?(?:убрать|уберите|удалите)(?:\s+(?:это\s+)?фото(?:графию)?)?[\s,:–-]*(?:на\s+фото\s+(?:я|мой|моя|мо[йя]\s+(?:ребёнок|ребенок|сын|дочь)))[.!]?$/iu;

/** «Прошу убрать: на фото я»: clause 4.2-e of school-21; art. 152.1 of the Civil Code. */
export default defineCommand({
  name: 'убрать_фото',
  english: 'photo',
  where: 'both',
  needs: 'hide-own-photo',
  help: 'help-photo',
  phrases: ['уберите фото', 'уберите фотографию', 'на фото я'],
  recognises: (message) => SENTENCE.test(message.trim()),
  args: () => ({ ok: true, value: undefined }),
  run: (_, call) => pointed(hidePhoto, text('photo-how'), call),
  conversation: { data: PointingTalk, hear: (answer, data, call) => hearPointed(hidePhoto, answer, data, call) },

  examples: [
    { say: '/убрать_фото', by: 'parent', answers: 'photo-how' },
    { say: 'Прошу убрать: на фото я', by: 'student', answers: 'photo-how' },
    { say: '/photo', by: 'stranger', answers: 'refuse-unlinked', refused: true },
  ],
});
