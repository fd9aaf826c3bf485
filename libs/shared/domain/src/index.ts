export * from './lib/labels';
export * from './lib/limits';
export * from './lib/one-of';
