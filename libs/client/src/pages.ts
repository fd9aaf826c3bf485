import { type Answer, dataOf } from './docket-error.js';

/** Query of the next page in a Link header (RFC 8288); undefined on the last page. */
function nextQuery({ headers }: Response): Record<string, string> | undefined {
  const [, url] = /<([^<>]*)>;\s*rel="next"/.exec(headers.get('Link') ?? '') ?? [];
  if (url === undefined) return undefined;
  return Object.fromEntries(new URL(url, 'http://docket').searchParams);
}

/**
 * Yields all items of a list, page by page.
 * @param read reads the page of a query; the first query is `{}`
 * @throws DocketError for an error response
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
