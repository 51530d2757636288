import { SaxesParser } from 'saxes';
import { damaged } from './unfit.js';
import { type Part, unpack } from './zip.js';

/** No part of a spreadsheet nests deeper or has more attributes. */
const DEEPEST = 40;
const MOST_ATTRIBUTES = 60;

export interface Element {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Visitor {
  readonly open?: (element: Element) => void;
  readonly close?: (name: string) => void;
  readonly text?: (words: string) => void;
}

/** Ends the reading of a part early. */
class Enough extends Error {}
export const enough = (): never => {
  throw new Enough();
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const parserOf = ({ open, close, text }: Visitor): SaxesParser => {
  const parser = new SaxesParser();
  let [depth, attributes] = [0, 0];
  parser.on('error', () => {
    throw damaged();
  });
  // Entities of one's own are for bombs only.
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw damaged();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > DEEPEST) throw damaged();
    open?.({ name: local(tag.name), attributes: tag.attributes as Readonly<Record<string, string>> });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    close?.(local(tag.name));
  });
  if (text) parser.on('text', text);
  return parser;
};

/** Reads a part as it is unpacked: the whole of it is never in memory. @throws Unfit */
export const visit = (part: Part | undefined, visitor: Visitor): void => {
  if (part === undefined) return;
  const parser = parserOf(visitor);
  const decoder = new TextDecoder();
  try {
    unpack(part, (bytes) => void parser.write(decoder.decode(bytes, { stream: true })));
    parser.close();
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
};
