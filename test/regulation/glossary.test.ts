import { editionAt } from '../../src/regulation/cite.js';
import { findTerms } from '../../src/regulation/glossary.js';
import { loadPolicy } from '../../src/storage/policy.js';
import { moscow, ZONE } from './documents.js';

const found = async (school: string, asked: string) => {
  const edition = editionAt(await loadPolicy(`policies/${school}`, ZONE), moscow('2026-09-09'));
  return edition && findTerms(edition, asked).map(({ term }) => term);
};

describe('the glossary', () => {
  it.each([
    ['школа говорит так же', 'учебный профиль', ['учебный профиль']],
    ['другая форма слова', 'учебного профиля', ['учебный профиль']],
    ['большие буквы и кавычки', '«СФЕРУМ»', ['ИКОП «Сферум»']],
    ['другое название', 'платформой', ['ИКОП «Сферум»']],
    ['начало слова', 'пользоват', ['пользователи']],
    ['множественное число', 'приглашения', ['ссылка-приглашение']],
    ['слово изнутри', 'мессенджера', ['VK-мессенджер']],
    ['точное слово сильнее начала', 'учительская', ['класс «Учительская»']],
    ['два понятия, если подходят оба', 'администратор платформы', ['администратор платформы']],
    ['ничего такого', 'кактус', []],
    ['пустой вопрос', ' – ', []],
  ])('oosh-19: %s', async (_, asked, terms) => expect(await found('oosh-19', asked)).toEqual(terms));

  it('knows the words of school 21 too', async () => {
    expect(await found('school-21', 'роли учитель')).toEqual(['роль «учитель»']);
    expect(await found('school-21', 'участников')).toEqual(['участники образовательных отношений']);
  });
});
