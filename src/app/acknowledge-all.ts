import { chunkOf, hasAcknowledged } from '../announcements/ledger.js';
import { acknowledgementId } from '../domain/acknowledgement.js';
import { recipientsId } from '../domain/announcement.js';
import type { Option } from '../domain/question.js';
import type { Held } from '../domain/records.js';
import { text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { acknowledge } from './acknowledged.js';
import { shownDate } from './acknowledging.js';
import { readInWords } from './announcements-read.js';
import { titleVars } from './announcements-words.js';
import type { Call, Reply } from './command.js';
import { currentChapter } from './editions-archive.js';
import { here } from './reply.js';

/** Long after the deadline nobody asks any more. */
const ASKED = 30 * DAY;
/** Buttons of one message. */
const MOST = 8;
/** Characters of a label beside the number. */
const LABEL = 34;

/** Announcements that ask whoever calls and were not acknowledged yet, the latest first. */
const waiting = async (call: Call): Promise<readonly Held<'announcement'>[]> => {
  const { person, records, now } = call;
  if (person === undefined) return [];
  const asking = (await records.all('announcement'))
    .filter(
      ({ value }) =>
        (value.state === 'sending' || value.state === 'sent') &&
        value.acknowledge !== undefined &&
        value.acknowledge + ASKED > now,
    )
    .toSorted((one, other) => other.value.number - one.value.number);
  const partOf = ({ id, value }: Held<'announcement'>): string => recipientsId(id, chunkOf(person.id, value.chunks));
  const parts = new Map((await records.some('recipients', asking.map(partOf))).map((part) => [part.id, part.value]));
  return asking.filter((held) => {
    const line = parts.get(partOf(held))?.lines[person.id];
    return line !== undefined && !hasAcknowledged(line, held.value.version);
  });
};

/** Whether whoever calls has still to read the edition in force. */
const editionWaits = async (call: Call): Promise<boolean> => {
  const current = currentChapter(call)?.edition.requisites.inForceFrom;
  if (current === undefined || call.person === undefined) return false;
  const held = await call.records.get('acknowledgement', acknowledgementId(current, call.person.id));
  return held?.value.at === undefined;
};

const ofEdition = async (call: Call): Promise<Reply> => {
  const { said, changes, because } = await acknowledge(call);
  return { actions: [here(call, said)], changes, because };
};

export const EDITION = 'edition';

const optionOf = ({ id, value }: Held<'announcement'>): Option => ({
  id,
  label: text('button-acknowledge-this', {
    number: value.number,
    title: titleVars(value).title.slice(0, LABEL),
  }),
});

/** Of several it is asked which: by buttons, or for those who see none by number. */
const which = (announcements: readonly Held<'announcement'>[], edition: boolean, call: Call): Reply => {
  const shown = announcements.slice(0, MOST);
  const date = currentChapter(call)?.edition.requisites.inForceFrom;
  const lines = [
    ...(edition && date ? [text('acknowledge-line-edition', { date: shownDate(date) })] : []),
    ...shown.map(({ value }) => text('acknowledge-line', { number: value.number, ...titleVars(value) })),
  ];
  const options: readonly Option[] = [
    ...(edition ? [{ id: EDITION, label: text('button-acknowledge-edition') }] : []),
    ...shown.map(optionOf),
  ];
  return {
    actions: [],
    changes: [],
    because: 'which',
    asks: [{ words: text('acknowledge-which', { lines }), options, data: { which: true }, asks: 'ознакомлен' }],
  };
};

/** What was chosen of several. */
export const acknowledgeChosen = (chosen: string | undefined, call: Call): Promise<Reply> =>
  chosen === undefined || chosen === EDITION ? ofEdition(call) : readInWords(chosen, call);

/**
 * Notes what whoever calls has read: the announcement of this number; without one what waits for it, the edition in force
 * when nothing does.
 */
export const acknowledgeInWords = async (number: string | undefined, call: Call): Promise<Reply> => {
  if (number === EDITION) return ofEdition(call);
  if (number !== undefined) return readInWords(number, call);
  const [announcements, edition] = await Promise.all([waiting(call), editionWaits(call)]);
  const [only] = announcements;
  if (only === undefined) return ofEdition(call);
  return announcements.length === 1 && !edition ? readInWords(only.id, call) : which(announcements, edition, call);
};
