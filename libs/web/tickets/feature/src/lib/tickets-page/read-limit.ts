import { PAGE_SIZE_MAX } from '@docket/domain';

/** How many tickets the address wants on a page, which the API allows; else `undefined`, and the page is as long as usual. */
export function readLimit(value: unknown): number | undefined {
  const limit = typeof value === 'string' && /^[1-9]\d{0,2}$/.test(value) ? Number(value) : undefined;
  return limit !== undefined && limit <= PAGE_SIZE_MAX ? limit : undefined;
}
