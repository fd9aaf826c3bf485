/** Failures of single sign-on. The client has a message for each. */
export type SignOnProblem =
  /** The provider does not respond. */
  | 'provider-unavailable'
  /** The provider refused for a reason that the person cannot change. The log names it. */
  | 'provider-error'
  /** The response of the provider is invalid, for example its signature, nonce or times. */
  | 'response-invalid'
  /** The person cancelled at the provider. */
  | 'cancelled'
  /** Too old, used before, or started in another browser. */
  | 'attempt-unknown'
  | 'too-many-attempts'
  | 'email-missing'
  | 'email-not-verified'
  /** Another account has the email address. */
  | 'email-taken'
  /** The provider did not say in which groups the person is. */
  | 'groups-missing'
  | 'no-role'
  | 'deactivated'
  /** The identity belongs to another person, or the person has another identity. */
  | 'already-linked'
  /** The identity is not one of the signed-in person. */
  | 'other-person'
  /** The provider did not ask for the credentials again. */
  | 'not-recent'
  /** The session ended on the way. */
  | 'session-ended'
  /** The database is not available. */
  | 'unavailable';

/** Single sign-on failed. */
export class SignOnRefused extends Error {
  override readonly name = 'SignOnRefused';

  /** @param reason for the log; never a secret */
  constructor(
    readonly problem: SignOnProblem,
    reason: string = problem,
  ) {
    super(reason);
  }
}
