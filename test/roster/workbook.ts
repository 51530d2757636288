import { strToU8, zipSync } from 'fflate';

/** Parts of a workbook as Excel writes them; more, or others, on top. */
export interface Sheet {
  readonly name: string;
  readonly hidden?: true;
  /** What stands inside `sheetData`. */
  readonly rows: string;
  /** What follows it. */
  readonly after?: string;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export const parts = (
  sheets: readonly Sheet[],
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  '[Content_Types].xml':
    '<?xml version="1.0" encoding="UTF-8"?><Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook ${MAIN} xmlns:r="r"><workbookPr/><sheets>${sheets
    .map(
      ({ name, hidden }, at) =>
        `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
    )
    .join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
    .map((_, at) => `<Relationship Id="rId${at + 1}" Type="t" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('')}</Relationships>`,
  ...Object.fromEntries(
    sheets.map(({ rows, after = '' }, at) => [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<?xml version="1.0" encoding="UTF-8"?><worksheet ${MAIN}><cols><col min="2" max="2" hidden="1"/></cols><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ]),
  ),
  ...more,
});

export const zipped = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, words]) => [name, typeof words === 'string' ? strToU8(words) : words]),
    ),
    { mtime: '1980-01-01T00:00:00' },
  );

const letter = (at: number): string => String.fromCharCode(65 + at);

/** A row of words written into the cells. */
export const row = (line: number, ...cells: readonly string[]): string =>
  `<row r="${line}">${cells
    .map((cell, at) => (cell === '' ? '' : `<c r="${letter(at)}${line}" t="inlineStr"><is><t>${cell}</t></is></c>`))
    .join('')}</row>`;

export const HEADINGS = ['id', 'роль', 'фамилия', 'имя', 'класс', 'основание'] as const;

/** A workbook of one sheet with our headings above these rows. */
export const book = (rows: string, more?: Readonly<Record<string, string>>): Uint8Array =>
  zipped(parts([{ name: 'Лист1', rows: row(1, ...HEADINGS) + rows }], more));
