/** Every page of the client, by what it is called in the report. */
export const CLIENT_PAGES = ['list', 'filtered list', 'ticket', 'new ticket', 'dashboard', 'not found'] as const;
export type ClientPageName = (typeof CLIENT_PAGES)[number];

/** Where the pages are; the ticket is the newest one. */
export async function addressesOf(apiUrl: string): Promise<Record<ClientPageName, string>> {
  const answer = await fetch(`${apiUrl}/api/tickets/?limit=1`);
  const [newest] = (await answer.json()) as { id: number }[];
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
