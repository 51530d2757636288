import type { Facts } from '../facts.js';
import { type Flat, spanOf } from '../flat.js';
import type { Evidence } from '../rule.js';
import type { Subject } from '../subject.js';
import { findLinks, type Link, mayLink } from './find.js';
import { type Fault, faultOf } from './judge.js';

/** More of them in one message prove nothing more. */
const ENOUGH = 20;

export interface Linked {
  readonly link: Link;
  readonly fault: Fault;
}

const NONE: readonly Linked[] = [];
const known = new WeakMap<Subject, readonly Link[]>();
const linksOf = (subject: Subject): readonly Link[] => {
  const before = known.get(subject);
  if (before !== undefined) return before;
  const made = findLinks(subject.flat).slice(0, ENOUGH);
  known.set(subject, made);
  return made;
};

/** The addresses of a text with which something is the matter; found once for all rules that speak of them. */
export const faulty = (subject: Subject, { school }: Facts, allow: readonly string[]): readonly Linked[] => {
  if (!mayLink(subject.hints)) return NONE;
  const links = linksOf(subject);
  if (links.length === 0) return [];
  const allowed = new Set([...allow, ...(school?.hosts ?? [])]);
  return links.flatMap((link) => {
    const fault = faultOf(link, allowed);
    return fault === undefined ? [] : [{ link, fault }];
  });
};

export const evidenceOf = (flat: Flat, { from, to }: Link, rest: Omit<Evidence, 'start' | 'end'>): Evidence => ({
  ...spanOf(flat, from, to),
  ...rest,
});

/** Whether a pupil writes, or somebody unknown where pupils do. */
export const byPupil = ({ role, chat }: Facts): boolean =>
  role === 'student' || (role === undefined && (chat === 'class_students' || chat === 'subject'));
