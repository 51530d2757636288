import { readFileSync } from 'node:fs';
import { createSay } from '../../src/app/say.js';
import { rulesPage } from '../../src/cli/rules-page.js';
import { rules } from '../../src/moderation/rules/index.js';

describe('docs/rules.md', () => {
  it('is what `npx dezhurny check --rules` prints', () =>
    expect(readFileSync('docs/rules.md', 'utf8')).toBe(rulesPage(rules, createSay('ru'))));

  it.each(['ru', 'en'] as const)('can be printed in %s', (locale) =>
    expect(rulesPage(rules, createSay(locale)).split('\n## ')).toHaveLength(rules.length + 1),
  );
});

describe('docs/moderation.md', () => {
  const page = readFileSync('docs/moderation.md', 'utf8');

  it.each([...new Set(rules.map(({ category }) => category))])('speaks of %s', (category) =>
    expect(page).toContain(`\`${category}\``),
  );
});
