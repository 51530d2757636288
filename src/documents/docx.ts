import { strToU8, zipSync } from 'fflate';

/** How a paragraph stands on the page. */
export type Stand = 'mark' | 'centre' | 'heading' | 'right' | 'plain' | 'text' | 'point' | 'signature';

export interface Paragraph {
  readonly as: Stand;
  /** Tabulators are kept. */
  readonly words: string;
}

/** Half-points: Times New Roman 14, as offices in Russia write. */
const SIZE = 28;
/** Twentieths of a point: 1.25 cm. */
const INDENT = 709;
/** Where a signature's blank and its name stand. */
const TABS = '<w:tabs><w:tab w:val="left" w:pos="5100"/><w:tab w:val="right" w:pos="9350"/></w:tabs>';

const LOOKS: Readonly<Record<Stand, { readonly paragraph: string; readonly run?: string }>> = {
  mark: { paragraph: '<w:spacing w:after="240"/><w:jc w:val="right"/>', run: '<w:i/>' },
  centre: { paragraph: '<w:spacing w:after="240"/><w:jc w:val="center"/>', run: '<w:b/>' },
  heading: { paragraph: '<w:keepNext/><w:spacing w:before="120" w:after="240"/>', run: '<w:b/>' },
  right: { paragraph: '<w:ind w:left="4820"/>' },
  plain: { paragraph: '<w:tabs><w:tab w:val="right" w:pos="9350"/></w:tabs><w:spacing w:before="120" w:after="120"/>' },
  text: { paragraph: `<w:spacing w:after="60"/><w:ind w:firstLine="${INDENT}"/><w:jc w:val="both"/>` },
  point: { paragraph: `<w:spacing w:after="60"/><w:ind w:left="${INDENT}"/><w:jc w:val="both"/>` },
  signature: { paragraph: `<w:keepLines/>${TABS}<w:spacing w:before="480"/>` },
};

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML has no way to write control characters, half pairs and non-characters: they are left out. */
const escaped = (words: string): string =>
  words
    .replace(/[^\t\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign: string) => ENTITIES[sign] ?? '');

const runs = (words: string, look = ''): string =>
  words
    .split('\t')
    .map((part) => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`)
    .join('<w:r><w:tab/></w:r>');

const paragraph = ({ as, words }: Paragraph): string => {
  const { paragraph: place, run } = LOOKS[as];
  return `<w:p><w:pPr>${place}</w:pPr>${runs(words, run)}</w:p>`;
};

/** Rows under a head that is repeated on every page; the first column takes half the width. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Twentieths of a point between the margins. */
const WIDTH = 9_350;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

const tableOf = ({ head, rows }: Table): string => {
  const widths = head.map((_, at) => Math.floor(at === 0 ? WIDTH / 2 : WIDTH / 2 / Math.max(1, head.length - 1)));
  const cells = (row: readonly string[], look: string) =>
    row
      .map(
        (words, at) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/></w:tcPr><w:p>${runs(words, look)}</w:p></w:tc>`,
      )
      .join('');
  const line = (row: readonly string[], repeated: boolean) =>
    `<w:tr><w:trPr><w:cantSplit/>${repeated ? '<w:tblHeader/>' : ''}</w:trPr>${cells(row, repeated ? '<w:b/>' : '')}</w:tr>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>` +
    `${line(head, true)}${rows.map((row) => line(row, false)).join('')}</w:tbl><w:p/>`
  );
};

/** A4 with the margins of Russian office work: 30, 10, 20 and 20 mm. */
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="1134" w:right="567" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';

const STYLES =
  `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>' +
  `<w:sz w:val="${SIZE}"/><w:szCs w:val="${SIZE}"/><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>';

const TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  ['document.main', 'styles']
    .map((part) => {
      const file = part === 'styles' ? 'styles' : 'document';
      return `<Override PartName="/word/${file}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${part}+xml"/>`;
    })
    .join('') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const relations = (...to: readonly (readonly [type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${to
    .map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const core = (title: string): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
  `<dc:title>${escaped(title)}</dc:title></cp:coreProperties>`;

/** No moment is told by the file: the same words make the same bytes. ZIP knows no year before 1980. */
const NO_TIME = new Date(1980, 0, 1);

/** A text document of Office Open XML: Word, LibreOffice and their Russian kin open it. */
export const docx = (title: string, paragraphs: readonly Paragraph[], table?: Table): Uint8Array => {
  const body = `${paragraphs.map(paragraph).join('')}${table ? tableOf(table) : ''}`;
  const parts = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations(
      [`${OFFICE}/officeDocument`, 'word/document.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ),
    'docProps/core.xml': core(title),
    'word/_rels/document.xml.rels': relations([`${OFFICE}/styles`, 'styles.xml']),
    'word/styles.xml': STYLES,
    'word/document.xml': `${HEAD}<w:document xmlns:w="${MAIN}"><w:body>${body}${PAGE}</w:body></w:document>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipSync(Object.fromEntries(files), { mtime: NO_TIME });
};
