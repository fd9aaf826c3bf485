export * from './lib/tickets-api';
