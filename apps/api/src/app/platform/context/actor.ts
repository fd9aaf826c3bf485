/** The author of a change. */
export type Actor =
  /** Everyone who reaches an open API without a sign-in, and the jobs and sample data of the system. */
  | { readonly kind: 'local' | 'system' }
  /** Someone who is not signed in, on a route that needs no sign-in. */
  | { readonly kind: 'anonymous' }
  /** A person without an account who wrote, as the public form or a mail names them. The identity is not verified. */
  | { readonly kind: 'requester'; readonly requesterId: number }
  /** A signed-in person. */
  | { readonly kind: 'person'; readonly userId: number }
  /** A program with a token of a person or a service. */
  | { readonly kind: 'token'; readonly userId: number; readonly tokenId: number };

/** The actor of every request to an open API. */
export const LOCAL_ACTOR: Actor = { kind: 'local' };

/** The actor of a request without a sign-in to a closed API. */
export const ANONYMOUS_ACTOR: Actor = { kind: 'anonymous' };

/** The actor of jobs and sample data. */
export const SYSTEM_ACTOR: Actor = { kind: 'system' };
