import { ID_MAX } from '@docket/domain';

/** Parses an id: a positive 32-bit integer without leading zeros. Returns undefined for any other text. */
export function parseId(text: string): number | undefined {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
  return id <= ID_MAX ? id : undefined;
}
