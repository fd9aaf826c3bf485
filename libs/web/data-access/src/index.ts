export * from './lib/problem';
export * from './lib/ticket-changes';
export * from './lib/tickets-api';
