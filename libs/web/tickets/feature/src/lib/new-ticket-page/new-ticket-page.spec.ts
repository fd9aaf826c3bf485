import { pageText } from '../../testing/elements';
import { expectNoRequest, openNewTicketPage, verifyRequests } from '../../testing/new-ticket-page';

afterEach(verifyRequests);

it('reports a blank title, and sends nothing', async () => {
  const { title, file, errors } = await openNewTicketPage();
  await title.setValue('   ');

  await file();

  expectNoRequest('/api/tickets');
  expect(await errors()).toEqual([
    'Give the ticket a title of at most 200 characters.',
    'Describe what happened.',
    'Choose a category.',
    'Choose a priority.',
  ]);
});

it('counts the characters of the title by code points', async () => {
  const { title } = await openNewTicketPage();

  await title.setValue('🔥 Checkout');

  expect(pageText()).toContain('10 / 200');
});

it('offers priorities in the order of all other menus', async () => {
  const { priority } = await openNewTicketPage();
  await priority.open();

  const options = await priority.getOptions();

  expect(await Promise.all(options.map((option) => option.getText()))).toEqual(['Low', 'Medium', 'High', 'Critical']);
});
