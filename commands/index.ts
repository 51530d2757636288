import type { Command } from '../src/app/command.js';
import acknowledged from './acknowledged.js';
import announce from './announce.js';
import appoint from './appoint.js';
import call from './call.js';
import cases from './cases.js';
import chat from './chat.js';
import clause from './clause.js';
import code from './code.js';
import complain from './complain.js';
import data from './data.js';
import diary from './diary.js';
import document from './document.js';
import find from './find.js';
import glossary from './glossary.js';
import hacked from './hacked.js';
import help from './help.js';
import invites from './invites.js';
import lift from './lift.js';
import me from './me.js';
import meeting from './meeting.js';
import migrate from './migrate.js';
import movement from './movement.js';
import objection from './objection.js';
import observe from './observe.js';
import pause from './pause.js';
import photo from './photo.js';
import poll from './poll.js';
import privacy from './privacy.js';
import promote from './promote.js';
import quiet from './quiet.js';
import regulation from './regulation.js';
import reminders from './reminders.js';
import request from './request.js';
import requests from './requests.js';
import roster from './roster.js';
import rules from './rules.js';
import setup from './setup.js';
import warn from './warn.js';

/** Everything people can type; the order is that of the help. */
export const commands: readonly Command[] = [
  help,
  code,
  me,
  data,
  regulation,
  clause,
  rules,
  glossary,
  acknowledged,
  privacy,
  diary,
  reminders,
  meeting,
  chat,
  observe,
  objection,
  complain,
  photo,
  invites,
  request,
  announce,
  document,
  poll,
  pause,
  requests,
  cases,
  warn,
  quiet,
  lift,
  hacked,
  call,
  movement,
  promote,
  migrate,
  find,
  appoint,
  setup,
  roster,
];
