import { TestBed } from '@angular/core/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { Router } from '@angular/router';
import {
  TECHNICAL_CRITICAL,
  TEXT,
  expectNoRequest,
  openNewTicketPage,
  reopenNewTicketPage,
  requestedFiling,
  verifyRequests,
} from '../../testing/new-ticket-page';

afterEach(verifyRequests);

/** Opens the page with a valid ticket, and returns its fields for the requester, too. */
async function openFilledPage() {
  const page = await openNewTicketPage();
  await page.title.setValue('Checkout is down');
  await page.describe(TEXT, TECHNICAL_CRITICAL);
  return { ...page, ...(await requesterFields(page)) };
}

async function requesterFields({ root }: Pick<Awaited<ReturnType<typeof openNewTicketPage>>, 'root'>) {
  return {
    email: await root.getHarness(MatInputHarness.with({ selector: '#requester-email' })),
    name: await root.getHarness(MatInputHarness.with({ selector: '#requester-name' })),
  };
}

describe('the requester of a new ticket', () => {
  it('comes after the text: Tab leads from the title, which has the focus, to the description', async () => {
    await openNewTicketPage();

    const fields = [...document.querySelectorAll('form :is(input, textarea, mat-select)')].map(({ id }) => id);

    expect(fields.slice(0, 2)).toEqual(['ticket-title', 'ticket-description']);
    expect(fields.slice(-2)).toEqual(['requester-email', 'requester-name']);
  });

  it('is sent with the ticket, in one spelling', async () => {
    const { email, name, file } = await openFilledPage();
    await email.setValue(' Nora@Example.com ');
    await name.setValue(' Nora Lindqvist ');

    await file();

    const filing = requestedFiling();
    expect(filing.request.body).toMatchObject({ requester: { email: 'nora@example.com', name: 'Nora Lindqvist' } });
    filing.flush({ id: 123 });
  });

  it('needs no name', async () => {
    const { email, file } = await openFilledPage();
    await email.setValue('nora@example.com');

    await file();

    const filing = requestedFiling();
    expect(filing.request.body).toMatchObject({ requester: { email: 'nora@example.com' } });
    filing.flush({ id: 123 });
  });

  it.each([
    ['nora', 'Nora', 'Enter an e-mail address.'],
    ['', 'Nora', 'Enter the e-mail, too.'],
    ['nora@example.com', 'N'.repeat(101), 'Keep the name to 100 characters.'],
  ])('is not sent as %j, %j', async (address, words, error) => {
    const { email, name, file, errors } = await openFilledPage();
    await email.setValue(address);
    await name.setValue(words);

    await file();

    expectNoRequest('/api/tickets');
    expect(await errors()).toEqual([error]);
    expect(await (error.startsWith('Keep') ? name : email).isFocused()).toBe(true);
  });

  it('may be left out after all', async () => {
    const { email, name, file } = await openFilledPage();
    await name.setValue('Nora');
    await file();
    expectNoRequest('/api/tickets');
    await name.setValue('');
    await email.setValue('');

    await file();

    const filing = requestedFiling();
    expect(filing.request.body).not.toHaveProperty('requester');
    filing.flush({ id: 123 });
  });

  it("has the API's error at its field", async () => {
    const { email, file, errors } = await openFilledPage();
    await email.setValue('nora@example.invalid');
    await file();
    const rejection = { errors: [{ pointer: '/requester/email', detail: 'must be an email address' }] };
    requestedFiling().flush(rejection, { status: 400, statusText: 'Bad Request' });

    expect(await errors()).toEqual(['E-mail must be an email address.']);
    expect(await email.isFocused()).toBe(true);
    await email.setValue('nora@example.com');
    await file();
    requestedFiling().flush({ id: 123 });
  });

  it('is a part of the draft', async () => {
    const page = await openNewTicketPage();
    const { email, name } = await requesterFields(page);
    await email.setValue('nora@example.com');
    await name.setValue('Nora');

    await TestBed.inject(Router).navigateByUrl('/tickets');
    const reopened = await requesterFields(await reopenNewTicketPage());

    expect(await reopened.email.getValue()).toBe('nora@example.com');
    expect(await reopened.name.getValue()).toBe('Nora');
  });
});
