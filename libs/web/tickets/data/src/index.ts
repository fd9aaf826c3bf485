export * from './lib/by-property';
export * from './lib/suggestions-api';
export * from './lib/ticket';
export * from './lib/ticket-changes';
export * from './lib/ticket-filter';
export * from './lib/ticket-list';
export * from './lib/ticket-page';
export * from './lib/tickets-api';
