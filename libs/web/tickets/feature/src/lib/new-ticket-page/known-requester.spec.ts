import { eventually } from '@docket/web/ui/testing';
import { pageText } from '../../testing/elements';
import { failAnswers, forgetRequesters, knowRequesters } from '../../testing/known-requesters';
import {
  TECHNICAL_CRITICAL,
  TEXT,
  openNewTicketPage,
  requestedFiling,
  verifyRequests,
} from '../../testing/new-ticket-page';
import { type } from '../../testing/requester-dialog';

const AMIRA = { email: 'amira@example.com', name: 'Amira Haddad' };

beforeEach(() => knowRequesters(AMIRA));
afterEach(() => {
  forgetRequesters();
  verifyRequests();
});

/** Opens the page with a valid ticket. */
async function openFilledPage() {
  const page = await openNewTicketPage();
  await page.title.setValue('Checkout is down');
  await page.describe(TEXT, TECHNICAL_CRITICAL);
  return page;
}

function nameInField(): string {
  return (document.getElementById('requester-name') as HTMLInputElement).value;
}

/** Files the ticket, and returns the requester that was sent. */
async function filedFor({ file }: Awaited<ReturnType<typeof openFilledPage>>): Promise<unknown> {
  await file();
  const filing = requestedFiling();
  filing.flush({ id: 123 });
  return (filing.request.body as { requester?: unknown }).requester;
}

describe('the address of a known requester in a new ticket', () => {
  it('enters their name', async () => {
    const page = await openFilledPage();

    type('requester-email', AMIRA.email);

    await eventually(() => expect(nameInField()).toBe('Amira Haddad'));
    expect(pageText()).not.toContain('Known as');
    expect(await filedFor(page)).toEqual(AMIRA);
  });

  it('says that another name renames them', async () => {
    const page = await openFilledPage();
    type('requester-email', AMIRA.email);
    await eventually(() => expect(nameInField()).toBe('Amira Haddad'));

    type('requester-name', 'Amira H.');

    await eventually(() => expect(pageText()).toContain('Known as Amira Haddad. All their tickets get this name.'));
    expect(await filedFor(page)).toEqual({ email: AMIRA.email, name: 'Amira H.' });
  });

  it('replaces a name that was typed for another address', async () => {
    const page = await openFilledPage();
    type('requester-email', 'mia@example.com');
    type('requester-name', 'Mia Tan');

    type('requester-email', AMIRA.email);

    await eventually(() => expect(nameInField()).toBe('Amira Haddad'));
    expect(await filedFor(page)).toEqual(AMIRA);
  });

  it('is sent without a name for an earlier address if the API does not answer', async () => {
    const page = await openFilledPage();
    type('requester-email', AMIRA.email);
    await eventually(() => expect(nameInField()).toBe('Amira Haddad'));
    failAnswers();

    type('requester-email', 'amina@example.com');

    expect(await filedFor(page)).toEqual({ email: 'amina@example.com' });
  });
});
