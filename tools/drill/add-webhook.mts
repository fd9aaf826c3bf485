import type { ApiProcess } from './api-processes.mts';

/**
 * Adds a webhook for filed tickets.
 * @throws Error if the API rejects it
 */
export async function addWebhook(api: ApiProcess, url: string): Promise<void> {
  const { status } = await fetch(`${api.url}/api/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Drill', url, types: ['ticket.created'] }),
  });
  if (status !== 201) throw new Error(`The webhook got ${status}`);
}
