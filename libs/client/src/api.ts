/** The operations and schemas of the API. The build of the package writes them into it. */
export type { components, operations, paths } from '@docket/contract';
