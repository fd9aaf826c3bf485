export * from './lib/quality-api';
export * from './lib/quality-filter';
export * from './lib/suggestion-filter';
export * from './lib/suggestions-api';
export * from './lib/text-filter';
