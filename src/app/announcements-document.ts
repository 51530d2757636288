import { readForm } from '../announcements/form.js';
import { meant } from '../announcements/reach.js';
import type { Option } from '../domain/question.js';
import type { Held } from '../domain/records.js';
import { dialogOf } from '../domain/refs.js';
import { text } from '../domain/text.js';
import { complete, defectWords } from './announcements-ask.js';
import { mayManage } from './announcements-card.js';
import { currentDocuments, type Document, isDocument } from './announcements-current.js';
import { namedIn, rollOf } from './announcements-facts.js';
import { brought, withBrought } from './announcements-file.js';
import type { Part } from './announcements-talk.js';
import { told } from './announcements-talk.js';
import { audienceWords } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { dateOf } from './people-when.js';

/** Buttons of one message. */
const MOST = 8;
const NAME = 80;
/** Characters of a label beside the number. */
const LABEL = 36;

/** How many have gone before it under its name. */
const versionOf = (document: Document, all: readonly Held<'announcement'>[]): number =>
  all.filter(
    (one) =>
      isDocument(one) &&
      one.value.document.toLowerCase() === document.value.document.toLowerCase() &&
      one.value.number <= document.value.number &&
      one.value.published !== undefined,
  ).length;

/** Those that are for whoever calls, or that he looks after. */
const visible = async (call: Call): Promise<readonly Document[]> => {
  const roll = await rollOf(call);
  const found: Document[] = [];
  for (const document of currentDocuments(await call.records.all('announcement'), call.now)) {
    const own = meant(document.value.audience, roll).some(({ person }) => person.id === call.person?.id);
    if (own || (await mayManage(document.value, call))) found.push(document);
  }
  return found;
};

export const DOCUMENTS = 'документ';

/** What is current, with a button for each file. */
export const listDocuments = async (call: Call): Promise<Reply> => {
  const [found, all] = await Promise.all([visible(call), call.records.all('announcement')]);
  if (found.length === 0) return told(call, text('documents-none'), 'none');
  const shown = found.slice(0, MOST);
  const lines = shown.map((document, at) =>
    text('documents-line', {
      number: at + 1,
      name: document.value.document,
      version: versionOf(document, all),
      date: dateOf(document.value.published ?? document.value.created, call.zone),
      audience: audienceWords(document.value.audience),
    }),
  );
  const options = shown.map(
    ({ value, id }, at): Option => ({
      id,
      label: text('button-document', { number: at + 1, name: value.document.slice(0, LABEL - 4) }),
    }),
  );
  return {
    actions: [],
    changes: [],
    because: 'list',
    asks: [{ words: text('documents-current', { lines }), options, data: { step: 'documents' }, asks: DOCUMENTS }],
  };
};

/** The file behind a button of the list; the list stays. */
export const hearDocument = async (id: string | undefined, call: Call): Promise<Reply> => {
  const found = (await visible(call)).find((one) => one.id === id);
  const kept = found?.value.file && (await call.records.get('enclosure', found.value.file.id));
  if (found === undefined || kept === undefined) return { ...told(call, text('documents-gone'), 'gone'), stays: true };
  const { name, kind, base64 } = kept.value;
  const words = text('document-here', { name: found.value.document });
  return {
    actions: [{ do: 'send', to: dialogOf(call.account), text: words, files: [{ name, kind, base64 }] }],
    changes: [],
    because: 'file',
    snack: text('announce-file-sent'),
    stays: true,
  };
};

/** «родители 5А до 20.09: План экскурсии» with a file, or the file afterwards. */
export const publishDocument = async (tail: string, call: Call): Promise<Reply> => {
  const read = readForm(tail, await namedIn(call), call);
  if ('defect' in read) return told(call, text('document-form', { defect: defectWords(read.defect) }), 'usage');
  const { urgent: _never, words: name, ...form } = read.form;
  if (name === '' || name.length > NAME)
    return told(call, text('document-form', { defect: text('document-name') }), 'usage');
  const file = await brought(call);
  if (file?.defect) return told(call, file.defect, 'file');
  const words = call.say(text('document-words', { name }));
  const part: Part = {
    ...(form as Omit<Part, 'words'>),
    words,
    document: name,
    ...(file?.file ? { file: file.file } : {}),
  };
  const reply = await complete(part, call);
  return withBrought(reply, file, call);
};
