/** The author of a change. Without a sign-in, every request acts as `local`; sample data acts as `system`. */
export interface Actor {
  readonly kind: 'local' | 'system';
}

/** The actor of every HTTP request. */
export const LOCAL_ACTOR: Actor = { kind: 'local' };

/** The actor of jobs and sample data. */
export const SYSTEM_ACTOR: Actor = { kind: 'system' };
