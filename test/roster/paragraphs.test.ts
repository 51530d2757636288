import { strToU8, zipSync } from 'fflate';
import { docx } from '../../src/documents/docx.js';
import { readParagraphs } from '../../src/roster/xlsx/paragraphs.js';

const document = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });

describe('the paragraphs of a text document', () => {
  it('are lines, however an office program cut them to pieces', () => {
    const bytes = docx('Положение', [
      { as: 'centre', words: 'Положение' },
      { as: 'text', words: '4.2. Участники обязаны:\tвсе' },
      { as: 'point', words: '– быть <вежливыми> & добрыми' },
    ]);
    expect(readParagraphs(bytes)).toBe('Положение\n4.2. Участники обязаны:\tвсе\n– быть <вежливыми> & добрыми');
  });

  it('hold what was typed, and neither instructions nor what was struck out', () => {
    const xml =
      '<w:document xmlns:w="x"><w:p><w:r><w:t>4.</w:t></w:r><w:r><w:t>2. Раз</w:t></w:r>' +
      '<w:del><w:r><w:delText>два</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:document>';
    expect(readParagraphs(document(xml))).toBe('4.2. Раз');
  });

  it.each([
    ['no archive', strToU8('PK, но не архив')],
    ['another kind of document', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
    ['damaged', document('<w:document><w:p>').subarray(0, 60)],
    ['with entities of its own', document('<!DOCTYPE a [<!ENTITY b "в">]><w:document><w:p>&b;</w:p></w:document>')],
  ])('are none when it is %s', (_words, bytes) => expect(readParagraphs(bytes)).toBeUndefined());
});
