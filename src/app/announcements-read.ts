import { acknowledged, chunkOf } from '../announcements/ledger.js';
import { meant } from '../announcements/reach.js';
import { type Announcement, recipientsId } from '../domain/announcement.js';
import { keep } from '../domain/records.js';
import { dialogOf, inChat } from '../domain/refs.js';
import { type Text, text } from '../domain/text.js';
import { mayManage } from './announcements-card.js';
import { rollOf } from './announcements-facts.js';
import { GET_FILE } from './announcements-frame.js';
import { titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { here } from './reply.js';

/** What somebody sees who pressed, and nobody else. The question stays open for the others. */
const snack = (said: Text, because: string, changes: Reply['changes'] = [], actions: Reply['actions'] = []): Reply => ({
  actions,
  changes,
  because,
  snack: said,
  stays: true,
});

/** Somebody says to have read it. Said twice, the first time counts. */
export const noteRead = async (id: string, version: number, call: Call): Promise<Reply> => {
  const { person } = call;
  if (person === undefined) return snack(text('announce-read-who'), 'nobody');
  const announcement = (await call.records.get('announcement', id))?.value;
  if (announcement === undefined || announcement.state === 'withdrawn')
    return snack(text('announce-read-gone'), 'gone');
  if (version !== announcement.version) return snack(text('announce-read-newer'), 'older');
  const part = await call.records.get('recipients', recipientsId(id, chunkOf(person.id, announcement.chunks)));
  const line = part?.value.lines[person.id];
  if (part === undefined || line === undefined) return snack(text('announce-read-not-yours'), 'not-meant');
  const read = acknowledged(line, version, call.now);
  if (read === undefined) return snack(text('announce-read-before'), 'before');
  const lines = { ...part.value.lines, [person.id]: read };
  return snack(text('announce-read'), 'read', [keep('recipients', part.id, { ...part.value, lines }, part)]);
};

/** The words of a button's press, said in the dialog. */
export const readInWords = async (id: string, call: Call): Promise<Reply> => {
  const announcement = (await call.records.get('announcement', id))?.value;
  if (announcement === undefined)
    return { actions: [here(call, text('announce-read-unknown'))], changes: [], because: 'unknown' };
  const { snack: said, changes, because } = await noteRead(id, announcement.version, call);
  const words = said?.key === 'announce-read' ? text('announce-read-named', titleVars(announcement)) : said;
  return { actions: words ? [here(call, words)] : [], changes, because };
};

/** Whoever stands where it was published, is meant by it or looks after it: a press can be sent without its button. */
const mayRead = async (id: string, announcement: Announcement, call: Call): Promise<boolean> => {
  const { chunks, audience } = announcement;
  const lineOf = async (key: string) =>
    (await call.records.get('recipients', recipientsId(id, chunkOf(key, chunks))))?.value.lines[key];
  if (inChat(call.place)) return (await lineOf(call.place)) !== undefined;
  if (call.person === undefined) return false;
  const roll = await rollOf(call);
  return (
    meant(audience, roll).some(({ person }) => person.id === call.person?.id) || (await mayManage(announcement, call))
  );
};

/** The file of an announcement, into the dialog of whoever asks for it. */
const sendFile = async (id: string, call: Call): Promise<Reply> => {
  const announcement = (await call.records.get('announcement', id))?.value;
  const kept = announcement?.file && (await call.records.get('enclosure', announcement.file.id));
  if (announcement === undefined || kept === undefined || announcement.state === 'withdrawn')
    return snack(text('announce-read-gone'), 'gone');
  if (!(await mayRead(id, announcement, call))) return snack(text('announce-file-not-yours'), 'not-meant');
  const { name, kind, base64 } = kept.value;
  const words = text('announce-file', titleVars(announcement));
  const send = { do: 'send', to: dialogOf(call.account), text: words, files: [{ name, kind, base64 }] } as const;
  return snack(text('announce-file-sent'), 'file', [], [send]);
};

/** A press on a button under an announcement. */
export const pressedUnder = (option: string | undefined, id: string, version: number, call: Call): Promise<Reply> =>
  option === GET_FILE ? sendFile(id, call) : noteRead(id, version, call);
