import { type Answer, dataOf } from './docket-error.js';

/** The query of the page that a Link header names as the next one (RFC 8288); undefined on the last page. */
function nextQuery({ headers }: Response): Record<string, string> | undefined {
  const [, url] = /<([^<>]*)>;\s*rel="next"/.exec(headers.get('Link') ?? '') ?? [];
  if (url === undefined) return undefined;
  return Object.fromEntries(new URL(url, 'http://docket').searchParams);
}

/**
 * All items of a list, page by page.
 * @param read reads the page of a query, the first one with `{}`
 * @throws DocketError if a page is an error
 */
export async function* pages<Item>(
  read: (query: Record<string, string>) => Promise<Answer<readonly Item[]>>,
): AsyncGenerator<Item> {
  for (let query: Record<string, string> | undefined = {}; query;) {
    const answer: Answer<readonly Item[]> = await read(query);
    yield* await dataOf(answer);
    query = nextQuery(answer.response);
  }
}
