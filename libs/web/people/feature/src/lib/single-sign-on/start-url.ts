interface SignOn {
  /** The page of Docket to open afterwards. */
  readonly returnTo: string;
  /** Whether the signed-in person proves who they are. */
  readonly isStepUp?: boolean;
}

/** The address that leads to the page of the identity provider. */
export function startUrl({ returnTo, isStepUp = false }: SignOn): string {
  return `/api/auth/oidc/start?${isStepUp ? 'step_up=true&' : ''}return_to=${encodeURIComponent(returnTo)}`;
}
