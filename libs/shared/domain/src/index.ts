export * from './lib/properties';
export * from './lib/limits';
export * from './lib/one-of';
export * from './lib/printable';
export * from './lib/permissions';
export * from './lib/security-events';
