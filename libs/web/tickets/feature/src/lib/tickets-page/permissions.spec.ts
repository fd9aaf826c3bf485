import { pageText } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import { becomeViewer, openList, openTicket, verifyRequests } from '../../testing/tickets-page';

afterEach(verifyRequests);

const links = () =>
  [...document.querySelectorAll('header a')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

describe('without the permission to change tickets', () => {
  it('offers neither a new ticket nor an import', async () => {
    await openList();
    await eventually(() => expect(links()).toEqual(['Import', 'New ticket']));

    await becomeViewer();

    await eventually(() => expect(links()).toEqual([]));
  });

  it('offers neither in an empty list', async () => {
    await openList('/tickets', []);
    await becomeViewer();

    await eventually(() => expect(pageText()).toContain('No tickets yet'));
    expect(pageText()).not.toContain('File the first ticket');
    expect(pageText()).not.toContain('Import tickets');
  });

  it('shows the status in a row, without a menu', async () => {
    await openList();
    await becomeViewer();

    await eventually(() => expect(document.querySelector('docket-ticket-table button')).toBeNull());
    expect(document.querySelector('td.status')?.textContent).toContain('Open');
  });

  it('shows the properties of the open ticket, without menus', async () => {
    await openTicket();
    await becomeViewer();

    await eventually(() => expect(document.querySelector('docket-ticket-fields button')).toBeNull());
    const properties = [...document.querySelectorAll('docket-ticket-fields docket-field-button')].map(
      ({ textContent }) => textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(properties).toEqual([
      expect.stringContaining('Open'),
      expect.stringContaining('High'),
      expect.stringContaining('Account'),
      expect.stringContaining('Nobody'),
      expect.stringContaining('No team'),
      expect.stringContaining('No tags'),
    ]);
  });
});
