import { z } from 'zod';
import type { Change } from '../domain/change.js';
import { shortName } from '../domain/names.js';
import type { Answer, Option } from '../domain/question.js';
import { keep } from '../domain/records.js';
import { type Text, text } from '../domain/text.js';
import { DAY } from '../domain/time.js';
import { editionAt } from '../regulation/cite.js';
import type { Draft, Edition } from '../regulation/edition.js';
import { withRequisites } from '../regulation/life.js';
import type { Policy } from '../regulation/policy.js';
import { readRequisites } from '../regulation/read-requisites.js';
import { shownDate } from './acknowledging.js';
import type { Ask } from './ask.js';
import type { Call, Reply } from './command.js';
import { draftOf, policyNow } from './editions.js';
import { adopt, enactable } from './editions-adopt.js';
import { broughtEdition } from './editions-file.js';
import { previewOf } from './editions-words.js';
import { dialogsOf, whoMay } from './people-who.js';
import { here } from './reply.js';

/** Where the adoption of an edition stands; `edition` names the record of the draft. */
export const EnactData = z.discriminatedUnion('step', [
  z.object({ step: z.literal('file') }),
  z.object({ step: z.literal('requisites'), edition: z.string() }),
  z.object({ step: z.literal('confirm'), edition: z.string() }),
  z.object({ step: z.literal('decide'), edition: z.string() }),
]);
export type EnactData = z.output<typeof EnactData>;

/** A school needs days to fetch a signature. */
const KEPT = 14 * DAY;

const CANCEL: Option = { id: 'cancel', label: text('button-edition-cancel'), look: 'secondary' };

const ask = (words: Text, data: EnactData, options: readonly Option[], over: Partial<Ask> = {}): Ask => ({
  words,
  data,
  options,
  kept: KEPT,
  ...over,
});

const said = (call: Call, words: Text, because: string, over: Partial<Reply> = {}): Reply => ({
  actions: [here(call, words)],
  changes: [],
  because,
  ...over,
});

/** Asks for the file of an edition. */
export const askFile = async (call: Call): Promise<Reply> => {
  const permitted = await call.may('enact-edition', {});
  if (permitted.granted === 'no') return said(call, permitted.text, 'refused');
  if (call.message.attachments.some(({ file }) => file)) return hearFile(call);
  return {
    actions: [],
    changes: [],
    because: 'ask-file',
    asks: [ask(text('edition-send-file'), { step: 'file' }, [CANCEL], { free: true })],
  };
};

/** Whose protocol it is when nothing else is said. */
const councilOf = (policy: Policy, now: number): string =>
  editionAt(policy, now)?.requisites.accepted?.body ?? 'Педагогический совет';

const askConfirm = (id: string, policy: Policy, edition: Edition, warnings: readonly Text[]): Ask =>
  ask(previewOf(policy, edition, warnings), { step: 'confirm', edition: id }, [
    { id: 'yes', label: text('button-edition-go-on'), look: 'positive' },
    CANCEL,
  ]);

interface Looked {
  readonly id: string;
  readonly draft: Draft;
  readonly policy: Policy;
  readonly changes: readonly Change[];
}

/** What is asked next of a draft: what adopts it, or whether to go on. */
const next = ({ id, draft, policy, changes }: Looked, call: Call): Reply => {
  const { edition, refused, warnings } = enactable(policy, draft, call.now);
  if (refused) {
    const example = text('edition-send-requisites');
    const asks = [ask(example, { step: 'requisites', edition: id }, [CANCEL], { free: true })];
    return said(call, refused, 'edition-lacks', { changes, asks });
  }
  return { actions: [], changes, because: 'edition-preview', asks: [askConfirm(id, policy, edition, warnings)] };
};

const hearFile = async (call: Call): Promise<Reply> => {
  const policy = await policyNow(call);
  const brought = await broughtEdition(call, policy);
  if (brought === undefined) return said(call, text('edition-send-file'), 'no-file', { stays: true });
  if (brought.refused) return said(call, brought.refused, 'edition-defects', { stays: true });
  const { draft } = brought;
  const id = call.name('edition');
  const document = z.json().parse(draft);
  const record = { document, by: call.person?.id ?? '', at: call.now };
  return next({ id, draft, policy, changes: [keep('edition', id, record, undefined)] }, call);
};

const gone = (call: Call): Reply => said(call, text('edition-gone'), 'edition-gone');

const hearRequisites = async (id: string, words: string, call: Call): Promise<Reply> => {
  const [policy, found] = await Promise.all([policyNow(call), draftOf(call.records, id)]);
  if (found === undefined) return gone(call);
  const given = readRequisites(words, councilOf(policy, call.now));
  if (Object.keys(given).length === 0)
    return said(call, text('edition-send-requisites'), 'no-requisites', { stays: true });
  const draft = withRequisites(found.draft, given);
  const change = keep('edition', id, { ...found.held.value, document: z.json().parse(draft) }, found.held);
  return next({ id, draft, policy, changes: [change] }, call);
};

/** A card for each who may enact it outright, with everything that whoever brought it has seen. */
const passOn = async (id: string, call: Call): Promise<Reply> => {
  const [policy, found] = await Promise.all([policyNow(call), draftOf(call.records, id)]);
  if (found === undefined) return gone(call);
  const { edition, refused, warnings } = enactable(policy, found.draft, call.now);
  if (refused) return said(call, refused, 'edition-refused');
  const deciders = await dialogsOf(await whoMay('enact-edition', {}, call), call);
  if (deciders.length === 0) return said(call, text('edition-nobody-decides'), 'nobody-decides', { stays: true });
  const { order } = edition.requisites;
  const words = text('edition-decide', {
    who: call.person ? shortName(call.person) : '',
    number: order.number,
    ordered: shownDate(order.date),
    preview: previewOf(policy, edition, warnings),
  });
  const options: readonly Option[] = [
    { id: 'yes', label: text('button-edition-enact'), look: 'positive' },
    { id: 'no', label: text('button-edition-refuse'), look: 'negative' },
  ];
  return said(call, text('edition-passed-on'), 'passed-on', {
    asks: deciders.map(({ person, to }) =>
      ask(words, { step: 'decide', edition: id }, options, { to, whom: person.id }),
    ),
  });
};

const hearConfirm = async (id: string, call: Call): Promise<Reply> => {
  const permitted = await call.may('enact-edition', {});
  if (permitted.granted === 'no') return said(call, permitted.text, 'refused');
  return permitted.granted === 'yes' ? adopt(id, call) : passOn(id, call);
};

/** Takes the draft away, and tells whoever brought it. */
const drop = async (id: string, call: Call): Promise<Reply> => {
  const found = await draftOf(call.records, id);
  if (found === undefined || found.held.value.adopted) return gone(call);
  const { by } = found.held.value;
  const bringer = by === call.person?.id ? undefined : await call.people.find(by);
  const told = await dialogsOf(bringer ? [bringer] : [], call);
  return {
    actions: [
      here(call, text('edition-dropped')),
      ...told.map(({ to }) => ({ do: 'send' as const, to, text: text('edition-declined') })),
    ],
    changes: [keep('edition', id, null, found.held)],
    because: 'edition-dropped',
  };
};

const hearDecision = async (id: string, option: string | undefined, call: Call): Promise<Reply> => {
  const permitted = await call.may('enact-edition', {});
  if (permitted.granted !== 'yes') return said(call, permitted.text, 'refused', { stays: true });
  return option === 'yes' ? adopt(id, call) : drop(id, call);
};

/** The way of an edition from its file to its adoption. */
export const hearEnact = async (answer: Answer, data: EnactData, call: Call): Promise<Reply> => {
  if (data.step === 'decide') return hearDecision(data.edition, answer.option, call);
  const permitted = await call.may('enact-edition', {});
  if (permitted.granted === 'no') return said(call, permitted.text, 'refused');
  if (answer.option === 'cancel')
    return data.step === 'file' ? said(call, text('edition-dropped'), 'cancelled') : drop(data.edition, call);
  if (data.step === 'file') return hearFile(call);
  return data.step === 'requisites'
    ? hearRequisites(data.edition, answer.words ?? '', call)
    : hearConfirm(data.edition, call);
};
