import type { Facts } from '../facts.js';
import { type Flat, spanOf } from '../flat.js';
import type { Evidence } from '../rule.js';
import type { Subject } from '../subject.js';
import type { Link } from './find.js';
import { type Fault, faultOf } from './judge.js';

/** More of them in one message prove nothing more. */
const ENOUGH = 20;

export interface Linked {
  readonly link: Link;
  readonly fault: Fault;
}

const NONE: readonly Linked[] = [];

/** The addresses of a text with which something is the matter. */
export const faulty = (subject: Subject, { school }: Facts, allow: readonly string[]): readonly Linked[] => {
  if (subject.links.length === 0) return NONE;
  const allowed = new Set([...allow, ...(school?.hosts ?? [])]);
  return subject.links.slice(0, ENOUGH).flatMap((link) => {
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
