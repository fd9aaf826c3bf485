/** Pages of the client, by their names in the report. */
export const CLIENT_PAGES = ['list', 'filtered list', 'ticket', 'new ticket', 'dashboard', 'not found'] as const;
export type ClientPageName = (typeof CLIENT_PAGES)[number];

/** Returns the URLs of the pages. The ticket is the newest one. */
export async function clientPageUrls(apiUrl: string): Promise<Record<ClientPageName, string>> {
  const response = await fetch(`${apiUrl}/api/tickets/?limit=1`);
  const [newest] = (await response.json()) as { id: number }[];
  if (!newest) throw new Error('There is no ticket to open');
  return {
    list: `${apiUrl}/tickets`,
    'filtered list': `${apiUrl}/tickets?search=error&status=open,closed&priority=high`,
    ticket: `${apiUrl}/tickets/${newest.id}`,
    'new ticket': `${apiUrl}/tickets/new`,
    dashboard: `${apiUrl}/dashboard`,
    'not found': `${apiUrl}/no-such-page`,
  };
}
