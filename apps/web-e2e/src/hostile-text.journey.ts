import { TicketsPage } from './pages/tickets-page';
import { expect, test } from './support/test';

test('shows markup and scripts as plain text', async ({ page, tickets, word }) => {
  const title = `<img src=x onerror="document.title='owned'"> <b>${word}</b>`;
  const description = `<script>document.title = 'owned'</script>\n{{ constructor.constructor('alert(1)')() }}\n<a href="javascript:alert(1)">here</a>`;
  page.on('dialog', () => expect(null, 'a script from a ticket ran').not.toBeNull());
  const { id } = await tickets.file({ title, description });
  const list = new TicketsPage(page);

  await list.open(`/tickets?search=${word}`);
  await expect(list.link(title)).toBeVisible();
  await list.link(title).click();

  await expect(list.panel.getByText(description)).toBeVisible();
  await expect(list.panel.getByRole('heading')).toHaveText(title);
  await expect(page.getByRole('link', { name: 'here' })).toHaveCount(0);
  await expect(page).toHaveTitle(`#${id} ${title} · Docket`);
});

test('stores, finds and shows right-to-left text and emoji unchanged', async ({ page, tickets, word }) => {
  const arabic = `لا أستطيع تسجيل الدخول ${word}`;
  const emoji = `${'👩‍👩‍👧‍👦'.repeat(20)} ${word}`;
  await tickets.fileAll([{ title: arabic, description: 'منذ هذا الصباح 🙈' }, { title: emoji }]);
  const list = new TicketsPage(page);

  await list.open();
  await list.search.fill(`الدخول ${word}`);
  await list.expectTitles([arabic]);
  const isAtLeft = await list.link(arabic).evaluate((title) => {
    const range = document.createRange();
    range.selectNodeContents(title);
    return range.getBoundingClientRect().left - title.getBoundingClientRect().left < 1;
  });
  expect(isAtLeft, 'the title begins where all titles begin').toBe(true);
  await list.link(arabic).click();
  const heading = list.panel.getByRole('heading', { name: arabic });
  await expect(heading).toBeVisible();
  expect(await heading.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');

  await page.keyboard.press('Escape');
  await list.search.fill(`👩‍👩‍👧‍👦 ${word}`);
  await list.expectTitles([emoji]);
});

test('wraps 100,000 characters without a space', async ({ page, tickets, word }) => {
  const description = `${'🗲abcdefghi'.repeat(9999)} ${word}`.slice(0, 100_000);
  const { id } = await tickets.file({ title: `${'W'.repeat(190)}${word}`, description });

  await page.goto(`/tickets/${id}`);
  const panel = new TicketsPage(page).panel;
  await panel.getByRole('button', { name: 'Show all (' }).click();
  await expect(panel.getByText(description)).toBeVisible();

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  const box = await panel.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
});
