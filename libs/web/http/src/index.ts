export * from './lib/failure';
export * from './lib/problem';
