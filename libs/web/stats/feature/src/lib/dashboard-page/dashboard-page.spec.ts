import { openPage, startPage, STATS, verifyRequests } from '../../testing/dashboard-page';

afterEach(verifyRequests);

it('shows four figures, each with a link to its list', async () => {
  const { links } = await openPage();

  expect(links('docket-figure-card')).toEqual([
    ['Total 1,284 all time', '/tickets'],
    ['Open 67 5% of all', '/tickets?status=open'],
    ['In progress 38 3% of all', '/tickets?status=in_progress'],
    ['Average per day 22.4 on active days', '/tickets'],
  ]);
});

it('links each property value to its tickets, with count and share', async () => {
  const { links } = await openPage();

  expect(links('docket-breakdown-card')).toEqual([
    ['Critical 71 6%', '/tickets?priority=critical'],
    ['High 312 24%', '/tickets?priority=high'],
    ['Medium 540 42%', '/tickets?priority=medium'],
    ['Low 361 28%', '/tickets?priority=low'],
    ['Technical 548 43%', '/tickets?category=technical'],
    ['Billing 301 23%', '/tickets?category=billing'],
    ['Account 243 19%', '/tickets?category=account'],
    ['General 192 15%', '/tickets?category=general'],
    ['Open 67 5%', '/tickets?status=open'],
    ['In progress 38 3%', '/tickets?status=in_progress'],
    ['Resolved 477 37%', '/tickets?status=resolved'],
    ['Closed 702 55%', '/tickets?status=closed'],
  ]);
});

it('links each day to the tickets of that day', async () => {
  const { links } = await openPage();

  const days = links('docket-days-chart').map(([, href]) => href);

  expect(days).toHaveLength(30);
  expect(days[0]).toBe('/tickets?created_from=2026-10-25&created_to=2026-10-25');
  expect(days[29]).toBe('/tickets?created_from=2026-11-23&created_to=2026-11-23');
});

it('summarizes the chart in words', async () => {
  const { text } = await openPage();

  expect(text()).toContain('435 tickets were filed in this period. The busiest day was Mon, 23 Nov 2026: 29.');
});

it('shows the days as a table, newest first, and as bars again', async () => {
  const { click, links, element } = await openPage();

  await click(/^Table: Filed/);

  expect(element.querySelector('docket-days-chart')).toBeNull();
  expect(element.querySelector('docket-days-card tbody tr')?.textContent).toMatch(/Mon, 23 Nov 2026\s+· today\s+29/);
  expect(links('docket-days-card')[1]).toEqual([
    'Sun, 22 Nov 2026',
    '/tickets?created_from=2026-11-22&created_to=2026-11-22',
  ]);
  await click(/^Table: Filed/);
  expect(element.querySelector('docket-days-chart')).not.toBeNull();
});

it('shows a breakdown as a table', async () => {
  const { click, element, links } = await openPage();

  await click(/^Table: Status/);

  const rows = [...element.querySelectorAll('docket-breakdown-card table tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  );
  expect(rows).toEqual([
    ['Status', 'Tickets', 'Share'],
    ['Open', '67', '5%'],
    ['In progress', '38', '3%'],
    ['Resolved', '477', '37%'],
    ['Closed', '702', '55%'],
  ]);
  expect(links('table')[1]).toEqual(['In progress', '/tickets?status=in_progress']);
});

it('shows no figures without tickets', async () => {
  const { text } = await openPage({ ...STATS, total_tickets: 0 });

  expect(text()).toContain('No tickets yet');
  expect(text()).not.toContain('NaN');
});

it('reports that the figures could not be loaded, and tries again', async () => {
  const { press, fail, respond, text } = startPage();
  await fail(503);
  expect(text()).toContain('The figures could not be loaded');

  press('Try again');
  await respond();

  expect(text()).toContain('1,284');
});
