import { acknowledgeForget } from './acknowledge-forget.js';
import { acknowledgeRemind } from './acknowledge-remind.js';
import {
  announcementBegin,
  announcementDigest,
  announcementDue,
  announcementForget,
  announcementMended,
  announcementProgress,
  announcementRemind,
  announcementSend,
  announcementTold,
} from './announcement.js';
import { appealCard, appealLate, appealsPass } from './appeal-card.js';
import { appointmentRemind } from './appointment-remind.js';
import { bullyingTold } from './bullying.js';
import { callAgain, callHidden, callReturn, callUnclosed, crisisSilent, crisisTold, emergencyForget } from './calls.js';
import { caseCard, caseLate } from './case-card.js';
import { caseByHand, caseUndeleted } from './case-undeleted.js';
import { casesForget } from './cases-forget.js';
import { checkEnd } from './check-end.js';
import { editionNews } from './edition-news.js';
import { editionUnread } from './edition-unread.js';
import { enquiryPass } from './enquiry.js';
import { everydayTold } from './everyday.js';
import { evidenceForget } from './evidence-forget.js';
import { evidenceTrim } from './evidence-trim.js';
import { forecast } from './forecast.js';
import { forgetAlbums } from './forget-albums.js';
import { forgetQuestions } from './forget-questions.js';
import { forgetRemoved } from './forget-removed.js';
import { forgetRequests } from './forget-requests.js';
import { greet, hangRules } from './greet.js';
import { inviteAnnul, inviteTold, inviteUnlink } from './invite-annul.js';
import { inviteWarn } from './invite-warn.js';
import type { Job } from './job.js';
import { measureEnd } from './measure-end.js';
import { meetingClose, meetingInvite, meetingStart } from './meeting-course.js';
import { meetingDecisions } from './meeting-decisions.js';
import { meetingForget } from './meeting-forget.js';
import { meetingRemind } from './meeting-remind.js';
import { messageReturn } from './message-return.js';
import { migrationRemind, migrationShut } from './migration.js';
import { movementBegin } from './movement-begin.js';
import { movementEnd } from './movement-end.js';
import { movementWords } from './movement-words.js';
import { noteAway, noteGone } from './note-away.js';
import { pollBegin, pollClose, pollCount, pollResult, pollTold } from './poll.js';
import { promotionForget, promotionOut, promotionRenamed, promotionTitles } from './promotion.js';
import { purge, purgeTold } from './purge.js';
import { membershipCard, reconcileAll, reconcileChat } from './reconcile.js';
import { strikeEnd } from './strike-end.js';

/** Everything a timer can start. */
export const jobs: readonly Job[] = [
  forgetQuestions,
  forgetRequests,
  forgetAlbums,
  forgetRemoved,
  editionNews,
  editionUnread,
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
  appointmentRemind,
  meetingRemind,
  meetingInvite,
  meetingStart,
  meetingClose,
  meetingDecisions,
  meetingForget,
  movementBegin,
  movementEnd,
  movementWords,
  caseCard,
  caseLate,
  caseUndeleted,
  caseByHand,
  bullyingTold,
  everydayTold,
  callAgain,
  callHidden,
  callReturn,
  callUnclosed,
  crisisSilent,
  crisisTold,
  emergencyForget,
  checkEnd,
  measureEnd,
  casesForget,
  forecast,
  noteAway,
  noteGone,
  strikeEnd,
  appealCard,
  appealLate,
  appealsPass,
  messageReturn,
  evidenceTrim,
  evidenceForget,
  purge,
  purgeTold,
  announcementBegin,
  announcementSend,
  announcementTold,
  announcementProgress,
  announcementMended,
  announcementRemind,
  announcementDue,
  announcementForget,
  announcementDigest,
  pollTold,
  pollCount,
  pollBegin,
  pollClose,
  pollResult,
  enquiryPass,
  migrationRemind,
  migrationShut,
  promotionOut,
  promotionTitles,
  promotionRenamed,
  promotionForget,
];
