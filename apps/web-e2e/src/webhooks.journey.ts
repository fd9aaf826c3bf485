import { expectAccessible } from './support/axe';
import { test as base, expect } from './support/test';
import { WebhookReceiver } from './support/webhook-receiver';

/** Extends the test by a receiver on this machine. */
const test = base.extend<object, { receiver: WebhookReceiver }>({
  receiver: [
    async ({}, use) => {
      const receiver = await WebhookReceiver.start();
      await use(receiver);
      await receiver.stop();
    },
    { scope: 'worker' },
  ],
  settings: [
    ({ receiver }, use) => use({ WEBHOOK_PRIVATE: receiver.host, SECRET_KEY: 'a-key-for-the-journey-of-the-webhooks' }),
    { scope: 'worker' },
  ],
});

test('tells a receiver about tickets, shows when it fails, and sends again', async ({
  page,
  receiver,
  tickets,
  word,
}) => {
  receiver.answer = { status: 204 }; // the receiver is shared by the worker's tests
  const dialog = page.getByRole('dialog');
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /Ticket filed|Test/ }) });
  const refresh = () => page.getByRole('button', { name: 'Refresh' }).click();
  await page.goto('/settings/webhooks');
  await page
    .getByRole('button', { name: /^(New webhook|Add the first webhook)$/ })
    .first()
    .click();
  await dialog.getByRole('textbox', { name: 'What it is for' }).fill(`ERP ${word}`);
  await dialog.getByRole('textbox', { name: 'Address of the receiver' }).fill('http://erp.example.com/');
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(dialog.getByText('The address must begin with https://')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Address of the receiver' }).fill(receiver.url);
  await dialog.getByRole('checkbox', { name: 'Ticket changed' }).uncheck();
  await dialog.getByRole('button', { name: 'Add webhook' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Secret' })).toHaveValue(/^whsec_/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Done' }).click();

  await expect(page).toHaveURL(/\/settings\/webhooks\/\d+$/);
  await expect(page.getByRole('heading', { name: `ERP ${word}` })).toBeVisible();
  await expect(page.getByText('No deliveries yet')).toBeVisible();
  await page.getByRole('button', { name: 'Send test' }).click();
  await expect(page.getByText('Delivered. The receiver answered 204')).toBeVisible();
  await expect(rows).toHaveCount(1);

  receiver.answer = { status: 500, body: '<b>out of order</b>' };
  const { id } = await tickets.file({ title: `Told to the ERP ${word}` });
  const filed = rows.filter({ has: page.getByRole('link', { name: `Ticket ${id}` }) });
  await expect(async () => {
    await refresh();
    await expect(filed).toContainText('1 try', { timeout: 500 });
  }).toPass();
  await filed.getByRole('button', { name: 'Ticket filed' }).click();
  await expect(async () => {
    await refresh();
    await expect(filed).toContainText('The receiver answered 500', { timeout: 500 });
  }).toPass();
  await expect(filed.getByText('<b>out of order</b>')).toBeVisible();
  await expect(filed.getByText(`"ticket_id": ${id}`)).toBeVisible();
  await expect(page.getByText(/^Failing since/)).toBeVisible();
  await expectAccessible(page);

  receiver.answer = { status: 200 };
  await filed.getByRole('button', { name: 'Send again' }).click();
  await expect(filed.getByText('Delivered. The receiver answered 200')).toBeVisible();
  await expect(filed.getByRole('button', { name: /Delivered/ })).toBeVisible();
  await page.getByRole('link', { name: 'Given up' }).click();
  await expect(page.getByText('No such deliveries')).toBeVisible();

  await page.getByRole('link', { name: 'Webhooks' }).last().click();
  const listed = page.getByRole('listitem').filter({ hasText: `ERP ${word}` });
  await expect(listed).toContainText(receiver.host);
  await expect(listed).toContainText('On');
  await expectAccessible(page);
  await page.getByRole('button', { name: `Actions for ERP ${word}` }).click();
  await expectAccessible(page, { hasOpenMenu: true });
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(listed).toBeHidden();
});
