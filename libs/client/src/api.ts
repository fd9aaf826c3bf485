/** Operations and schemas of the API. The package's build inlines them. */
export type { components, operations, paths } from '@docket/contract';
