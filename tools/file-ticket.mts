/**
 * Files a ticket through the API, for drills and benchmarks.
 * @param url URL of an API in the open mode
 * @param title also the description
 * @returns the response, which is 201 if the ticket was filed
 */
export function fileTicket(
  { url }: { readonly url: string },
  title: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${url}/api/tickets/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ title, description: title, category: 'general', priority: 'low' }),
  });
}
