import type { OperationProblem } from '../problems/api-problems';
import { ProblemException } from '../problems/problem.exception';
import type { ProblemKind } from '../problems/problem-kinds';
import type { SignedIn } from './authenticator';

/**
 * Time for which a proof of identity counts, in minutes. An unattended browser must not create people or
 * tokens.
 */
export const STEP_UP_MINUTES = 10;

const STEP_UP_REQUIRED: ProblemKind = { type: '/problems/step-up-required', title: 'Confirm who you are' };
const DETAIL = `This needs a sign-in within the last ${STEP_UP_MINUTES} minutes. Confirm your password and send it again`;

export const STEP_UP_PROBLEM: OperationProblem = {
  status: 403,
  name: 'StepUpRequired',
  description: `Not allowed, or the last proof of identity is older than ${STEP_UP_MINUTES} minutes (type \`/problems/step-up-required\`).`,
  detail: DETAIL,
};

/** @throws ProblemException if the person has not proved who they are lately */
export function requireStepUp({ authenticatedAt }: SignedIn): void {
  if (Date.now() - authenticatedAt.getTime() > STEP_UP_MINUTES * 60_000) {
    throw new ProblemException(403, STEP_UP_REQUIRED, DETAIL);
  }
}
