export * from './lib/needs';
export * from './lib/session';
export * from './lib/session-interceptor';
