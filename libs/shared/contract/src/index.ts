export type * from './openapi';
