/** What an administrator can do about a user. */
export type UserAction = 'rename' | 'change-role' | 'create-link' | UserStep;

/** Actions that a yes is enough for. */
export type UserStep = 'end-sessions' | 'deactivate' | 'reactivate';
