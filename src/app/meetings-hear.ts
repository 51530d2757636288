import type { Answer } from '../domain/question.js';
import { text } from '../domain/text.js';
import { cancelBoard, openBoard } from './appointments-board.js';
import { hearChild, hearOwnSlot, hearSlot, hearSlots } from './appointments-take.js';
import type { Call, Reply } from './command.js';
import { hearAnswer, hearQuestion, hearRead, hearThere, hearVote } from './meetings-answer.js';
import { cancel, hearMoveWhen, move } from './meetings-change.js';
import { hearDecisions } from './meetings-decisions.js';
import { startDraft } from './meetings-draft.js';
import { hearDraft } from './meetings-draft-hear.js';
import { hearMinutes, hearReady } from './meetings-minutes.js';
import { approve } from './meetings-publish.js';
import { type MeetingTalk, told } from './meetings-talk.js';
import { carryOutVerb } from './meetings-verbs.js';
import { passOn } from './meetings-wish.js';
import { dialogsOf } from './people-who.js';

/** The class teacher takes a wish up, or tells whoever had it. */
const hearWish = async (line: string, from: string, agreed: boolean, call: Call): Promise<Reply> => {
  if (agreed) return startDraft(line, call);
  const person = await call.people.find(from);
  const reached = person ? await dialogsOf([person], call) : [];
  const reply = told(call, text('meeting-declined'), 'declined');
  const words = text('meeting-wish-declined');
  return {
    ...reply,
    actions: [...reply.actions, ...reached.map(({ to }) => ({ do: 'send', to, text: words }) as const)],
  };
};

const which = async (talk: Extract<MeetingTalk, { step: 'which' }>, answer: Answer, call: Call): Promise<Reply> => {
  const id = talk.ids[Number(answer.option)];
  const held = id === undefined ? undefined : await call.records.get('meeting', id);
  if (held === undefined) return told(call, text('button-stale'), 'gone');
  return carryOutVerb(talk.verb, held, talk.words, call);
};

/** What follows from an answer about a meeting. */
export const hearMeeting = async (answer: Answer, talk: MeetingTalk, call: Call): Promise<Reply> => {
  const agreed = answer.option === 'yes';
  switch (talk.step) {
    case 'draft':
      return hearDraft(answer, talk, call);
    case 'pass':
      return agreed ? passOn(talk.class, talk.line, call) : told(call, text('meeting-left'), 'left');
    case 'wish':
      return hearWish(talk.line, talk.from, agreed, call);
    case 'approve':
      return approve(talk.draft, talk.from, agreed, call);
    case 'answer':
      return hearAnswer(answer, talk.meeting, talk.version, call);
    case 'question':
      return hearQuestion(answer, talk.meeting, call);
    case 'there':
      return hearThere(talk.meeting, call);
    case 'vote':
      return hearVote(answer, talk.meeting, talk.item, call);
    case 'which':
      return which(talk, answer, call);
    case 'move':
      return agreed ? move(talk.meeting, talk.at, talk.reason, call) : told(call, text('meeting-left'), 'left');
    case 'move-when':
      return hearMoveWhen(answer, talk, call);
    case 'cancel':
      return agreed || answer.option === 'all'
        ? cancel(talk.meeting, talk.reason, answer.option === 'all', call)
        : told(call, text('meeting-left'), 'left');
    case 'minutes':
      return hearMinutes(answer, talk, call);
    case 'minutes-ready':
      return hearReady(answer, talk.meeting, call);
    case 'decisions':
      return hearDecisions(answer, talk, call);
    case 'read':
      return hearRead(talk.meeting, call);
    case 'board':
      return agreed ? openBoard(talk, call) : told(call, text('meeting-left'), 'left');
    case 'slots':
      return hearSlots(talk.board, call);
    case 'slot-child':
      return hearChild(answer, talk, call);
    case 'slot':
      return hearSlot(answer, talk, call);
    case 'slot-own':
      return hearOwnSlot(answer, talk, call);
    case 'board-own':
      return agreed ? cancelBoard(talk.board, call) : told(call, text('meeting-left'), 'left');
  }
};
