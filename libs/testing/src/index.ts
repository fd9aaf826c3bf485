export * from './lib/built-training';
export * from './lib/eventually';
export * from './lib/free-port';
export * from './lib/identity-provider';
export * from './lib/node-process';
export * from './lib/stream-reader';
export * from './lib/test-database';
