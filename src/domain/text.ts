/** What the bot says, before it is put into words: a key of `locales/ru.ftl` and its variables. */
export interface Text {
  readonly key: string;
  readonly vars?: Readonly<Record<string, Value>>;
}

/** A text inside a text is put into words first; a list of them makes a line each. */
export type Value = string | number | Text | readonly Text[];

export const text = (key: string, vars?: Readonly<Record<string, Value>>): Text =>
  vars === undefined ? { key } : { key, vars };
