import { lists } from './searches.mts';

/** Paths of lists with every combination of properties and days, from the start and from three cursors, shuffled. */
export async function mixedLists(url: string): Promise<string[]> {
  return lists(
    [`created_from=${daysAgo(7)}`, `created_from=${daysAgo(400)}&created_to=${daysAgo(30)}`],
    await Promise.all([30, 200, 600].map((days) => cursorAt(url, daysAgo(days)))),
  );
}

/** The cursor after the newest ticket filed on or before a day. It is valid for any combination of filters. */
async function cursorAt(url: string, day: string): Promise<string> {
  const response = await fetch(`${url}/api/tickets/?limit=1&created_to=${day}`);
  await response.arrayBuffer();
  const next = /<([^<>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
  if (!response.ok || !next) throw new Error(`The list until ${day} has no next page`);
  return new URL(next, url).searchParams.get('cursor') ?? '';
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
