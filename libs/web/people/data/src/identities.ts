export * from './lib/identities-api';
