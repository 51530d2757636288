/** A post that one process of several holds at a time, told apart by names of their own. */
export interface Post {
  /** Takes it, or keeps it, for so many milliseconds from now. False: somebody else holds it. */
  hold(owner: string, ms: number): Promise<boolean>;
  /** Gives it up; what somebody else holds by now stays his. */
  leave(owner: string): Promise<void>;
}
