import { acknowledgeForget } from './acknowledge-forget.js';
import { acknowledgeRemind } from './acknowledge-remind.js';
import { callAgain, crisisSilent, crisisTold, emergencyForget } from './calls.js';
import { caseCard, caseLate } from './case-card.js';
import { editionNews } from './edition-news.js';
import { forgetQuestions } from './forget-questions.js';
import { forgetRemoved } from './forget-removed.js';
import { forgetRequests } from './forget-requests.js';
import { greet, hangRules } from './greet.js';
import { inviteAnnul, inviteTold, inviteUnlink } from './invite-annul.js';
import { inviteWarn } from './invite-warn.js';
import type { Job } from './job.js';
import { measureEnd } from './measure-end.js';
import { movementBegin } from './movement-begin.js';
import { movementEnd } from './movement-end.js';
import { movementWords } from './movement-words.js';
import { purge, purgeTold } from './purge.js';
import { membershipCard, reconcileAll, reconcileChat } from './reconcile.js';
import { strikeEnd } from './strike-end.js';

/** Everything a timer can start. */
export const jobs: readonly Job[] = [
  forgetQuestions,
  forgetRequests,
  forgetRemoved,
  editionNews,
  acknowledgeRemind,
  acknowledgeForget,
  inviteWarn,
  inviteAnnul,
  inviteTold,
  inviteUnlink,
  greet,
  hangRules,
  reconcileAll,
  reconcileChat,
  membershipCard,
  movementBegin,
  movementEnd,
  movementWords,
  caseCard,
  caseLate,
  callAgain,
  crisisSilent,
  crisisTold,
  emergencyForget,
  measureEnd,
  strikeEnd,
  purge,
  purgeTold,
];
