interface SignOn {
  /** The page of Docket to open afterwards. */
  readonly returnTo: string;
  /** Whether the signed-in person confirms their identity (step-up). */
  readonly isStepUp?: boolean;
}

/** URL that redirects to the identity provider. */
export function startUrl({ returnTo, isStepUp = false }: SignOn): string {
  return `/api/auth/oidc/start?${isStepUp ? 'step_up=true&' : ''}return_to=${encodeURIComponent(returnTo)}`;
}
