/** What the bot says, before it is put into words: a key of `locales/ru.ftl` and its variables. */
export interface Text {
  readonly key: string;
  readonly vars?: Readonly<Record<string, string | number>>;
}

export const text = (key: string, vars?: Readonly<Record<string, string | number>>): Text =>
  vars === undefined ? { key } : { key, vars };
