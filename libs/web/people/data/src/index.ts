export * from './lib/account-api';
export * from './lib/forget-texts';
export * from './lib/needs';
export * from './lib/password-resets-api';
export * from './lib/requests-api';
export * from './lib/session';
export * from './lib/session-interceptor';
export * from './lib/tokens-api';
