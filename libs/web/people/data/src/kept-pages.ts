export * from './lib/kept-pages';
