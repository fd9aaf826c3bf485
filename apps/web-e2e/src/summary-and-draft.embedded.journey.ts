import { Conversation } from './pages/conversation';
import { TicketsPage } from './pages/tickets-page';
import { expectNoViolation } from './support/axe';
import { expect, test } from './support/test';

test.afterEach(({ stack }) => stack.gemini.setMode('keywords'));

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 390 },
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test('summarises a ticket and drafts a reply, with the words that each sentence rests on', async ({
      page,
      tickets,
      word,
    }) => {
      const { id } = await tickets.file({
        title: `Invoice ${word}`,
        description: `We were charged twice for invoice ${word}.`,
      });
      const conversation = new Conversation(page);
      await conversation.open(id);
      const { panel } = new TicketsPage(page);

      await panel.getByRole('button', { name: 'Summary' }).click();
      await expect(panel.getByText('Written by Gemini from the conversation. Check it.')).toBeVisible();
      await expect(panel.getByText('The requester wrote part 0.')).toBeVisible();
      await expect(panel.locator('q')).toHaveText(
        `Invoice ${word} We were charged twice for invoice ${word}.`.slice(0, 59),
      );
      await expect(panel.getByText('We have refunded everything.')).toBeHidden(); // its quote is not in the conversation
      await expectNoViolation(page);

      await panel.getByRole('button', { name: 'Draft reply' }).click();
      await expect(conversation.reply).toHaveValue('The requester wrote part 0.');
      await expect(panel.getByText('Drafted by Gemini. Check it before you send it.')).toBeVisible();
      await panel.getByRole('button', { name: 'Quotes' }).click();
      await expect(panel.locator('docket-composer q')).toBeVisible();
      await expectNoViolation(page);
      await panel
        .locator('docket-composer')
        .getByRole('button', { name: /description,/ })
        .click();
      await expect(conversation.entries.first()).toBeFocused();

      await panel.getByRole('button', { name: 'Discard' }).click();
      await expect(conversation.reply).toHaveValue('');
      await expect(conversation.reply).toBeFocused();
      await panel.getByRole('button', { name: 'Draft reply' }).click();
      await expect(conversation.reply).toHaveValue('The requester wrote part 0.');

      await conversation.reply.fill('We look into the second charge.');
      await expect(panel.getByText('Drafted by Gemini.')).toBeHidden();
      await conversation.send.click();
      await expect(conversation.entries.filter({ hasText: 'We look into the second charge.' })).toBeVisible();
    });
  });
}

test('warns before a reply is sent that has a placeholder of the draft', async ({ page, stack, tickets, word }) => {
  const { id } = await tickets.file({
    title: `Address ${word}`,
    description: 'Please write to nora@mail.example from now on.',
  });
  const conversation = new Conversation(page);
  await conversation.open(id);
  await stack.gemini.setMode('repeats-quotes');
  await page.getByRole('button', { name: 'Draft reply' }).click();
  await expect(conversation.reply).toHaveValue(/Please write to \[email\]/);

  await conversation.send.click();

  const warning = page.getByRole('alert').filter({ hasText: '[email] stands for details that the model did not see.' });
  await expect(warning).toBeVisible();
  await expect(conversation.send).toBeDisabled();
  await expectNoViolation(page);
  await warning.getByRole('button', { name: 'Show' }).click();
  await expect(conversation.reply).toBeFocused();
  await page.keyboard.type('your new address'); // replaces the selected placeholder
  await expect(warning).toBeHidden();
  await conversation.send.click();
  await expect(conversation.entries.filter({ hasText: 'Please write to your new address' })).toBeVisible();
});

test('says why there is no draft', async ({ page, stack, tickets, word }) => {
  const { id } = await tickets.file({ title: `Parking ${word}`, description: `The garage ${word} keeps my card.` });
  const conversation = new Conversation(page);
  await conversation.open(id);
  await stack.gemini.setMode('blocked-prompt');

  await page.getByRole('button', { name: 'Draft reply' }).click();

  await expect(page.getByText('The model declined this conversation.')).toBeVisible();
  await expect(conversation.reply).toHaveValue('');
});

test('stops drafting, and keeps what is typed meanwhile', async ({ page, stack, tickets, word }) => {
  const { id } = await tickets.file({ title: `Ferry ${word}`, description: `The ferry ${word} left without me.` });
  const conversation = new Conversation(page);
  await conversation.open(id);
  await stack.gemini.setMode('keywords', 8000);

  await page.getByRole('button', { name: 'Draft reply' }).click();
  await conversation.reply.fill('Which ferry was it?');
  await page.getByRole('button', { name: 'Stop drafting' }).click();

  await expect(page.getByRole('button', { name: 'Stop drafting' })).toBeHidden();
  await expect(conversation.reply).toBeFocused();
  await expect(conversation.reply).toHaveValue('Which ferry was it?');
  await expect(page.getByText('Drafted by Gemini.')).toBeHidden();
});
