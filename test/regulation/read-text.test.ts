import { join } from 'node:path';
import { projectRoot } from '../../src/project-root.js';
import { editionAt } from '../../src/regulation/cite.js';
import type { Edition } from '../../src/regulation/edition.js';
import { fullText } from '../../src/regulation/full-text.js';
import { differenceOf } from '../../src/regulation/life.js';
import { readBrought, readEditionText } from '../../src/regulation/read-text.js';
import { loadPolicy } from '../../src/storage/policy.js';

const of = async (school: string): Promise<Edition> => {
  const edition = editionAt(
    await loadPolicy(join(projectRoot(), 'policies', school), 'Europe/Moscow'),
    Date.UTC(2026, 9, 19),
  );
  if (edition === null) throw new Error(`${school} has no edition`);
  return edition;
};

describe.each(['school-21', 'oosh-19'])('the text of %s', (school) => {
  it('is read back as it was printed', async () => {
    const edition = await of(school);

    const { draft } = readEditionText(fullText(edition), edition);

    expect(draft && differenceOf(edition, draft)).toEqual({ changed: [], added: [], removed: [] });
    expect(draft?.citations).toEqual(edition.citations);
    expect(draft?.sections).toEqual(edition.sections);
  });

  it('is understood when a clause is changed, added and left out', async () => {
    const edition = await of(school);
    const { id } = edition.clauses.at(-1) ?? { id: '' };
    const words = fullText(edition)
      .replace(/^2\.2\. .*/mu, '2.2. Платформа служит школе.')
      .replace(new RegExp(`^${id.replaceAll('.', '\\.')}\\. [^]*$`, 'mu'), '9.9. Новый пункт:\n– первое;\n– второе.');

    const { draft } = readEditionText(words, edition);

    expect(draft && differenceOf(edition, draft)).toEqual({ changed: ['2.2'], added: ['9.9'], removed: [id] });
    expect(draft?.clauses.at(-1)?.bullets.map((one) => one.id)).toEqual(['a', 'b']);
  });
});

describe('a text somebody brings', () => {
  it('of which a cited clause is gone cites nothing there', async () => {
    const edition = await of('school-21');
    const { draft } = readEditionText('1.1. Всё разрешено всем вежливым людям.', edition);
    expect(draft?.citations.POLITE).toBeNull();
    expect(draft?.citations.ADS).toEqual({ document: 'chat-rules', clause: '5' });
  });

  it('loses the marks that nobody sees', async () => {
    const { draft } = readBrought('1.1. \u202EУче\u00ADники\u202C пишут\u200B вежливо.', await of('school-21'));
    expect(draft?.clauses[0]?.text).toBe('Ученики пишут вежливо.');
  });

  it.each([
    ['', 'defect-no-clause', 1],
    ['1.1. Слова.\n'.repeat(90_000), 'defect-too-long', 1],
    [Array.from({ length: 40_000 }, (_, at) => `1.${at % 999}.${at % 998}. Слово.`).join('\n'), 'defect-many', 1],
    [`1.1. Слова:\n${'- и\n'.repeat(100_000)}`, 'defect-many', 1],
    ['Уважаемые коллеги! Высылаю приказ.', 'defect-no-clause', 1],
    ['1.1. Раз.\n1.2. Два.\n1.1. Снова.', 'defect-clause-twice', 3],
  ])('%.60j is refused', async (words, what, line) => {
    const { defects } = readEditionText(words, await of('school-21'));
    expect(defects?.map((one) => [one.what.key, one.line])).toEqual([[what, line]]);
  });

  it('is told from a document of the program', async () => {
    const edition = await of('school-21');
    const { defects } = readBrought('school: МКОУ\nclauses:\n  - id: "1.1"\n    txt: x\n', edition);
    expect(defects?.some(({ line }) => line === 3)).toBe(true);
  });
});
