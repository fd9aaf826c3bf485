/** Actions of an administrator on a user. */
export type UserAction = 'rename' | 'change-role' | 'create-link' | UserStep;

/** Actions that need only a confirmation. */
export type UserStep = 'end-sessions' | 'deactivate' | 'reactivate';
