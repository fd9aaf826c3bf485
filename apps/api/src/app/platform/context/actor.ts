/** Whoever causes a change. Docket has no sign-in yet, so requests act as `local`; imports and sample data act as `system`. */
export interface Actor {
  readonly kind: 'local' | 'system';
}

/** The person in front of an open Docket. */
export const LOCAL_ACTOR: Actor = { kind: 'local' };

/** Docket itself: commands, jobs and sample data. */
export const SYSTEM_ACTOR: Actor = { kind: 'system' };
