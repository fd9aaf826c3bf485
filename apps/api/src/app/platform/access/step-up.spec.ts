import { STEP_UP_MINUTES, requireStepUp } from './step-up';

const signedInAgo = (minutes: number) => ({
  userId: 1,
  tokenHash: Buffer.alloc(32),
  authenticatedAt: new Date(Date.now() - minutes * 60_000),
});

it('accepts a recent proof of identity', () => {
  expect(() => requireStepUp(signedInAgo(STEP_UP_MINUTES - 1))).not.toThrow();
});

it('refuses an old proof of identity', () => {
  expect(() => requireStepUp(signedInAgo(STEP_UP_MINUTES + 1))).toThrow(/10 minutes/);
});
