/** The preference of a client for the media types of a response (RFC 9110, 12.5.1). */
interface MediaRange {
  /** Like `text/html`, or with a wildcard; in lower case, without parameters. */
  readonly range: string;
  /** From 0, not acceptable, to 1. */
  readonly quality: number;
}

/** Whether an Accept header lists a media type itself, not by a wildcard, as acceptable. */
export function namesMediaType(accept: string | undefined, type: string): boolean {
  return mediaRanges(accept ?? '').some(({ range, quality }) => range === type && quality > 0);
}

/** Whether an Accept header allows a media type. The most specific range decides. Without a header, all types are allowed. */
export function allowsMediaType(accept: string | undefined, type: string): boolean {
  if (!accept?.trim()) return true;
  const ranges = mediaRanges(accept);
  const [top] = type.split('/', 1);
  for (const pattern of [type, `${top}/*`, '*/*']) {
    const found = ranges.filter(({ range }) => range === pattern);
    if (found.length > 0) return found.some(({ quality }) => quality > 0);
  }
  return false;
}

function mediaRanges(accept: string): MediaRange[] {
  return accept
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { range, quality: quality === undefined ? 1 : Number(quality) || 0 };
    });
}
