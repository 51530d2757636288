import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Text, Value } from '../domain/text.js';

export const LOCALES = ['ru', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
/** Its texts stand in for those another language lacks. */
const SOURCE: Locale = 'ru';

export type Say = (text: Text, locale?: Locale) => string;

/** The same from the sources and from the build. */
const projectRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new Error('no package.json above the program: its locales are not found');
  return projectRoot(dirname(from));
};

/** What is said everywhere, `locales/ru.ftl`, and a file a topic beside it, `locales/ru/*.ftl`. */
export const localeFiles = (locale: Locale): readonly string[] => {
  const folder = join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'locales');
  const topics = existsSync(join(folder, locale)) ? readdirSync(join(folder, locale)).sort() : [];
  return [`${locale}.ftl`, ...topics.map((topic) => join(locale, topic))].map((file) => join(folder, file));
};

const load = (locale: Locale): FluentBundle => {
  // Isolation marks (U+2068) would be seen in a messenger.
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const file of localeFiles(locale)) {
    const [error] = bundle.addResource(new FluentResource(readFileSync(file, 'utf8')));
    if (error) throw error;
  }
  return bundle;
};

/**
 * Puts texts into words. A missing text or variable throws; with `report` it is told there, never with its variables,
 * and the Russian words are said instead.
 */
export const createSay = (standard: Locale, report?: (defect: string) => void): Say => {
  const bundles = { ru: load('ru'), en: load('en') } as const;

  const complain = (defect: string): void => {
    if (report === undefined) throw new Error(defect);
    report(defect);
  };

  const wordsOf = (value: Value, locale: Locale): string | number => {
    if (typeof value !== 'object') return value;
    return 'key' in value ? say(value, locale) : value.map((line) => say(line, locale)).join('\n');
  };

  const say = ({ key, vars = {} }: Text, locale: Locale): string => {
    const pattern = bundles[locale].getMessage(key)?.value;
    if (!pattern) {
      complain(`no text ${key} in ${locale}`);
      return locale === SOURCE ? key : say({ key, vars }, SOURCE);
    }
    const words = Object.entries(vars).map(([name, value]) => [name, wordsOf(value, locale)] as const);
    const errors: Error[] = [];
    const said = bundles[locale].formatPattern(pattern, Object.fromEntries(words), errors);
    if (errors[0]) complain(`text ${key} in ${locale}: ${errors[0].message}`);
    return said;
  };

  return (text, locale = standard) => say(text, locale);
};
