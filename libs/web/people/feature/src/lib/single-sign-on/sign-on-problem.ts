/** Values for the texts about single sign-on problems. */
interface Names {
  /** Display name of the identity provider. */
  readonly provider: string;
  readonly canUsePassword: boolean;
}

const ASK = 'Ask an administrator.';

/** Texts for the `problem` codes of the API's redirects. For a provider that does not respond, the button has the text. */
const TEXTS: Readonly<Record<string, (names: Names) => string>> = {
  'provider-error': ({ provider }) =>
    `${provider} did not accept the request of Docket. Tell an administrator: the log of Docket has the reason.`,
  'response-invalid': ({ provider }) =>
    `The response of ${provider} could not be verified. Try again. If it fails again, tell an administrator.`,
  cancelled: ({ provider }) => `The sign-in at ${provider} was cancelled.`,
  'attempt-unknown': () =>
    'The sign-in took longer than 10 minutes, or began in another browser or at another address. Try again.',
  'too-many-attempts': () => 'There were too many attempts. Wait a few minutes and try again.',
  'email-missing': ({ provider }) => `${provider} did not name your e-mail address. ${ASK}`,
  'email-not-verified': ({ provider }) =>
    `${provider} has not verified your e-mail address. Verify it there and try again.`,
  'email-taken': ({ provider, canUsePassword }) =>
    `An account with your e-mail address exists already. ${
      canUsePassword ? `Sign in with its password, then link ${provider} in your profile.` : ASK
    }`,
  'groups-missing': ({ provider }) => `${provider} did not say which groups you are in. ${ASK}`,
  'no-role': ({ provider }) => `None of your groups at ${provider} may use Docket. ${ASK}`,
  deactivated: () => `Your account is deactivated. ${ASK}`,
  'already-linked': ({ provider }) =>
    `This account at ${provider} belongs to somebody else in Docket, or you have linked another one. ${ASK}`,
  'other-person': ({ provider }) => `You signed in at ${provider} as somebody else. Use the account that you linked.`,
  'not-recent': ({ provider }) => `${provider} did not ask for your password again, so Docket cannot be sure. ${ASK}`,
  'session-ended': () => 'You were signed out in the meantime. Sign in again.',
  unavailable: () => 'Docket is unavailable at the moment. Try again in a minute.',
};

/** The text for a problem code. Undefined for unknown codes, because anybody can put text into a URL. */
export function signOnProblem(code: string | null, names: Names): string | undefined {
  return code !== null && Object.hasOwn(TEXTS, code) ? TEXTS[code]?.(names) : undefined;
}
