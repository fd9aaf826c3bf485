import { eventually } from '@docket/web/ui/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { findByText, pageText, press } from '../../testing/elements';
import { EIGHT, aTicket, openTicket, pickInPanel, requested, verifyRequests } from '../../testing/tickets-page';
import { TicketEditor } from './ticket-editor';

afterEach(verifyRequests);

let version = 1;

/** Responds to the next change and returns its body. */
async function saved(): Promise<unknown> {
  const request = await requested('/api/tickets/8', 'PATCH');
  version++;
  request.flush({ ...EIGHT, ...(request.request.body as object) }, { headers: { ETag: `"8-${version}"` } });
  return request.request.body;
}

it('undoes one change after the other on z, and repeats them on Z', async () => {
  await openTicket();
  for (const [name, value] of [
    ['Status', 'Closed'],
    ['Priority', 'Critical'],
  ] as const) {
    const picked = pickInPanel(name, value);
    await saved();
    await picked;
    await eventually(() => expect(pageText()).toContain(`of #8 set to ${value}`));
  }

  press('z', document.body);
  expect(await saved()).toEqual({ priority: 'high' });
  press('z', document.body);
  expect(await saved()).toEqual({ status: 'open' });
  press('z', document.body); // nothing more to undo

  await eventually(() => expect(pageText()).toContain('Undone: status of #8 is again Open'));
  expect(findByText('.docket-notice button', 'Repeat').getAttribute('aria-keyshortcuts')).toBe('Shift+Z');
  press('Z', document.body);
  expect(await saved()).toEqual({ status: 'closed' });
  await eventually(() => expect(pageText()).toContain('Status of #8 set to Closed'));
  press('z', document.body);
  expect(await saved()).toEqual({ status: 'open' });
});

it('names the value from before in a conflict', async () => {
  const { root } = await openTicket();
  const picked = pickInPanel('Priority', 'Critical');
  await saved();
  await picked;
  await eventually(() => expect(pageText()).toContain('Priority of #8 set to Critical'));

  press('z', document.body);
  (await requested('/api/tickets/8', 'PATCH')).flush(null, { status: 412, statusText: 'Precondition Failed' });
  (await requested('/api/tickets/8')).flush({ ...EIGHT, priority: 'low' }, { headers: { ETag: '"8-9"' } });

  const dialog = await root.getHarness(MatDialogHarness);
  expect((await dialog.getText()).replace(/\s+/g, ' ')).toMatch(/Theirs ?Low ?Before ?High/);
  const answered = (await dialog.getHarness(MatButtonHarness.with({ text: 'Undo anyway' }))).click();
  expect(await saved()).toEqual({ priority: 'high' });
  await answered;
});

describe('undo stops', () => {
  const NOTHING = 'Nothing to undo. Filed tickets and sent messages stay';

  async function close(): Promise<void> {
    const picked = pickInPanel('Status', 'Closed');
    await saved();
    await picked;
    await eventually(() => expect(pageText()).toContain('Status of #8 set to Closed'));
  }

  it('at a ticket that was filed in this tab', async () => {
    await openTicket();
    await close();
    TestBed.inject(TicketChanges).announce({ kind: 'filed', ticket: aTicket({ id: 62 }) });
    (await requested('/api/tickets')).flush([EIGHT]);

    press('z', document.body);

    await eventually(() => expect(pageText()).toContain(NOTHING));
  });

  it('at a message that changed nothing', async () => {
    await openTicket();
    await close();
    TestBed.inject(TicketEditor).noteSent(EIGHT);
    await eventually(() => expect(pageText()).not.toContain('Status of #8 set to Closed'));

    press('z', document.body);

    await eventually(() => expect(pageText()).toContain(NOTHING));
  });
});

it('says that there is nothing to repeat', async () => {
  await openTicket();

  press('Z', document.body);

  await eventually(() => expect(pageText()).toContain('Nothing to repeat'));
});
