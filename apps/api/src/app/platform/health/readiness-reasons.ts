import type { UnavailableReason } from '../database/database-unavailable';

/** Stable codes for programs: the reasons for which the API is not ready, or serves reads only. */
export const READINESS_REASONS = [
  'no-connection',
  'pool-busy',
  'too-slow',
  'read-only',
  'disk-low',
  'out-of-resources',
  'no-rights',
  'migrations-pending',
  'stopping',
] as const;
export type ReadinessReason = (typeof READINESS_REASONS)[number];

/** The reasons of a failed statement. */
export const REASONS_OF_DATABASE: Readonly<Record<UnavailableReason, ReadinessReason>> = {
  no_connection: 'no-connection',
  pool_exhausted: 'pool-busy',
  too_slow: 'too-slow',
  read_only: 'read-only',
  disk_full: 'disk-low',
  out_of_resources: 'out-of-resources',
  no_rights: 'no-rights',
};
