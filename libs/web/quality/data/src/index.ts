export * from './lib/quality-api';
export * from './lib/quality-filter';
