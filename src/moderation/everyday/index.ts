import { accuses } from './accusation.js';
import { tellsOfIllness } from './illness.js';
import { quarrels } from './quarrel.js';
import { asksAnswer } from './question.js';
import { type Names, namesOf, sentencesOf, type Who } from './sentences.js';

/** What breaks nothing and is better spoken of elsewhere: about a teacher, about somebody else's child, about an illness; and what waits for an answer of the school. */
export const SIGNS = ['accusation', 'quarrel', 'illness', 'question'] as const;
export type Sign = (typeof SIGNS)[number];

/** What somebody is said to have done to somebody: it may hang on a name alone. */
const DEEDS =
  /крич|ор[её]т|орут|орал|срыва|сорвал|бь[её]т|бьют|бил|удари|толк|шл[её]п|душил|руку|таска|униж|униз|оскорб|обзыва|обозва|высме|запуг|трав|третир|издева|вымог|взятк|пина|пнул|обиж|обид|дразн|доста[её]т|щипл|куса|укус|плю|угрож|отобра|отбира|отнял|отнима|украл|вору|порва|слома|дер[её]тся|подрал/iu;
/** Told in words of its own, whoever is named. */
const TOLD =
  /температур|жар|ветрянк|ангин|отит|грипп|орви|рвот|кашель|бронх|пневмон|ковид|понос|сып|скарлат|коклюш|корь|краснух|аппенд|перелом|сотряс|ротав|конъюн|тонзил|болел|болеет|слег|больниц|ответ|разъясн|поясн|объясн/iu;

/** False when a closer look is certainly in vain. Cheap: it is asked of every message of a parents' chat. */
export const maySign = (text: string): boolean => DEEDS.test(text) || TOLD.test(text);

const holds = (sign: Sign, sentences: readonly string[]): boolean =>
  sentences.some({ accusation: accuses, quarrel: quarrels, illness: tellsOfIllness, question: asksAnswer }[sign]);

/** What is meant outright is said soon: of a longer text no more is read, characters. */
const MOST = 2000;

const among = (text: string, names: Names): Sign | undefined => {
  const sentences = sentencesOf(text.slice(0, MOST), names);
  return SIGNS.find((sign) => holds(sign, sentences));
};

const NOBODY: Who = { staff: [], pupils: [], parents: [] };

/** False when the names of the school's people make no difference: they are not read for nothing. */
export const needsNames = (text: string): boolean =>
  DEEDS.test(text) || (TOLD.test(text) && among(text, namesOf(NOBODY)) !== undefined);

/** The gravest of the signs in a message; only what is said outright, since a quiet word to the wrong person does harm. */
export const signIn = (text: string, who: Who): Sign | undefined =>
  maySign(text) ? among(text, namesOf(who)) : undefined;
