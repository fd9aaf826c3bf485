import { PAGE_SIZE_MAX } from '@docket/domain';

/** Parses a query parameter as the page size; undefined if invalid, so that the API's default applies. */
export function readLimit(value: unknown): number | undefined {
  const limit = typeof value === 'string' && /^[1-9]\d{0,2}$/.test(value) ? Number(value) : undefined;
  return limit !== undefined && limit <= PAGE_SIZE_MAX ? limit : undefined;
}
