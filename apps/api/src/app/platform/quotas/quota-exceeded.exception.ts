import { QUOTA_EXCEEDED } from '../problems/problem-kinds';
import { TooManyRequestsException } from '../problems/too-many-requests.exception';
import type { QuotaPolicyName } from './quota-policy';
import type { TakenQuota } from './request-quotas';

const SENT: Readonly<Record<QuotaPolicyName, string>> = {
  token: 'This token has sent',
  session: 'You have sent',
  export: 'You have started',
  import: 'You have started',
};
const WHAT: Readonly<Record<QuotaPolicyName, string>> = {
  token: 'requests',
  session: 'requests',
  export: 'exports',
  import: 'imports',
};

/** A sender has used up a quota. */
export class QuotaExceededException extends TooManyRequestsException {
  constructor({ policy, limit, reset }: TakenQuota) {
    const seconds = reset === 1 ? 'a second' : `${reset} seconds`;
    super(`${SENT[policy]} ${limit} ${WHAT[policy]} this minute. Try again in ${seconds}`, reset, QUOTA_EXCEEDED);
  }
}
