export * from './lib/row-splitter';
