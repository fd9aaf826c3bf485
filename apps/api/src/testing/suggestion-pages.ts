import type { SuggestionDto } from '../app/suggestions/api/suggestion.dto';
import type { WrittenTextDto } from '../app/suggestions/api/written-text.dto';
import type { TestApp } from './test-app';

/** The JSON of a successful response. */
export async function getJson<T>(api: TestApp, path: string): Promise<T> {
  const response = await api.inject({ method: 'GET', url: path });
  expect(response.statusCode).toBe(200);
  return response.json();
}

/** All pages of the list of suggestions. */
export const listSuggestions = (api: TestApp, query: string) =>
  listAll<SuggestionDto>(api, `/api/suggestions/?${query}`);

/** All pages of the list of summaries and drafts. */
export const listTexts = (api: TestApp, query: string) => listAll<WrittenTextDto>(api, `/api/texts/?${query}`);

async function listAll<T>(api: TestApp, firstPage: string): Promise<T[]> {
  const all: T[] = [];
  for (let path: string | undefined = firstPage; path !== undefined;) {
    const response = await api.inject({ method: 'GET', url: path });
    expect(response.statusCode).toBe(200);
    all.push(...response.json<T[]>());
    path = nextOf(response.headers['link']);
  }
  return all;
}

/** The URL in a Link header; undefined without one. */
export function nextOf(link: string | number | string[] | undefined): string | undefined {
  return link === undefined ? undefined : String(link).slice(1).split('>; rel="next"')[0];
}
