import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { TestBed } from '@angular/core/testing';
import type { Ticket } from '@docket/web/tickets/data';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { become } from '../../testing/conversation';
import { findByText, pageText, press } from '../../testing/elements';
import { openAsAna, openDialog, requestedChange, respondToOthers, setRequester } from '../../testing/requester-dialog';
import { EIGHT, openTicket, requested, verifyRequests } from '../../testing/tickets-page';

const NORA = { id: 3, email: 'nora@example.com', name: 'Nora Lindqvist' };
const OMAR = { id: 4, email: 'omar@example.com', name: 'Omar Haddad' };
const MIA = { id: 5, email: 'mia@example.com', name: 'Mia Tan' };
const OF_NORA: Ticket = { ...EIGHT, requester: NORA };

afterEach(() => {
  jest.restoreAllMocks();
  verifyRequests();
});

describe('the requester of the open ticket', () => {
  it('is added, and the notice can undo it', async () => {
    const { root } = await openAsAna(EIGHT);
    const { email, name, save } = await openDialog(root, 'Add requester');
    await email.setValue('Nora@example.com');
    await name.setValue('Nora Lindqvist');

    await save();

    const change = await requestedChange();
    expect([change.body, change.ifMatch]).toEqual([
      { requester: { email: 'nora@example.com', name: 'Nora Lindqvist' } },
      '"8-1"',
    ]);
    change.flush(OF_NORA, 2);
    await respondToOthers(OF_NORA);
    await eventually(() => expect(pageText()).toContain('Requester of #8 set to Nora Lindqvist'));
    expect(document.activeElement?.textContent.trim()).toBe('Edit requester');

    const undone = (await root.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
    const undo = await requestedChange();
    expect([undo.body, undo.ifMatch]).toEqual([{ requester: null }, '"8-2"']);
    undo.flush(EIGHT, 3);
    await undone;
  });

  it.each([
    ['another address', 'omar@example.com', 'Omar Haddad', { email: 'omar@example.com', name: 'Omar Haddad' }],
    ['the known name of another address', 'omar@example.com', '', { email: 'omar@example.com' }],
    ['another name', NORA.email, 'Nora L.', { email: NORA.email, name: 'Nora L.' }],
    ['no name', NORA.email, '', { email: NORA.email, name: null }],
    ['nobody', '', '', null],
  ])('gets %s', async (_what, address, words, requester) => {
    const { root } = await openAsAna(OF_NORA);
    const { email, name, save } = await openDialog(root, 'Edit requester');
    expect([await email.getValue(), await name.getValue()]).toEqual([NORA.email, NORA.name]);
    await email.setValue(address);
    await name.setValue(words);

    await save();

    const change = await requestedChange();
    expect(change.body).toEqual({ requester });
    change.flush(EIGHT, 2);
    await eventually(() => expect(pageText()).toContain('Requester of #8 set to'));
  });

  it('gets the keys pressed while the dialog opens by Enter', async () => {
    await openAsAna(EIGHT);
    const button = await eventually(() => findByText('docket-ticket-panel button', 'Add requester'));
    const received: string[] = [];
    document.addEventListener('keydown', ({ key, target }) => {
      if ((target as Element).closest('mat-dialog-container')) received.push(key);
    });

    button.click();
    expect(['i', 'v', 'y'].map((key) => press(key, button))).not.toContain(true); // i would assign the ticket

    await eventually(() => expect(received).toEqual(['i', 'v', 'y']));
  });

  it('gets a Tab among these keys, too, which moves between its fields', async () => {
    // The dialog focuses its first visible field, and jsdom has no layout.
    jest.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
    await openAsAna(OF_NORA);
    const button = await eventually(() => findByText('docket-edit-requester button', 'Edit requester'));
    button.focus();

    button.click(); // like Enter
    expect(['Tab', 'J', 'o'].map((key) => press(key, button))).not.toContain(true);

    const field = (id: string) => document.querySelector<HTMLInputElement>(`#requester-${id}`);
    await eventually(() => expect(field('name')?.value).toBe('Jo'));
    expect(field('email')?.value).toBe(NORA.email);
    findByText('mat-dialog-container button', 'Cancel').click();
  });

  it('shows errors at their fields, and saves nothing without a change', async () => {
    const { root } = await openAsAna(OF_NORA);
    const { email, errors, save } = await openDialog(root, 'Edit requester');
    await email.setValue('');
    await save();
    expect(await errors()).toEqual(['Enter the e-mail, too.']);
    expect(await email.isFocused()).toBe(true);
    await email.setValue('nora');
    await save();
    expect(await errors()).toEqual(['Enter an e-mail address.']);

    await email.setValue(NORA.email);
    await save();

    await eventually(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
  });

  it('stays when the dialog is cancelled', async () => {
    const { root } = await openAsAna(OF_NORA);
    const { name, cancel } = await openDialog(root, 'Edit requester');
    await name.setValue('Somebody else');

    await cancel();

    await eventually(() => expect(document.querySelector('mat-dialog-container')).toBeNull());
    expect(document.activeElement?.textContent.trim()).toBe('Edit requester');
  });

  it('asks when somebody else has set another requester while the dialog was open', async () => {
    const { root } = await openAsAna(OF_NORA);
    const { email, name, save } = await openDialog(root, 'Edit requester');
    TestBed.inject(TicketChanges).announceElsewhere({ kind: 'elsewhere', ids: new Set([8]), hasNew: false });
    (await requested('/api/tickets?ids=8')).flush([{ ...EIGHT, requester: OMAR }]); // for the list
    (await requested('/api/tickets/8')).flush({ ...EIGHT, requester: OMAR }, { headers: { ETag: '"8-2"' } });
    await respondToOthers({ ...EIGHT, requester: OMAR });
    await email.setValue('mia@example.com');
    await name.setValue('Mia Tan');
    await save();

    (await requested('/api/tickets/8')).flush({ ...EIGHT, requester: OMAR }, { headers: { ETag: '"8-2"' } });
    const question = await eventually(async () => {
      const dialog = (await root.getAllHarnesses(MatDialogHarness)).at(-1);
      expect(await dialog?.getTitleText()).toMatch(/Someone else/);
      return dialog!;
    });
    expect((await question.getText()).replace(/\s+/g, ' ')).toMatch(
      /Theirs ?Omar Haddad ?omar@example.com ?Yours ?Mia Tan ?mia@example.com/,
    );
    const answered = (await question.getHarness(MatButtonHarness.with({ text: 'Use mine' }))).click();

    const change = await requestedChange();
    expect(change.ifMatch).toBe('"8-2"');
    change.flush({ ...EIGHT, requester: MIA }, 3);
    await respondToOthers({ ...EIGHT, requester: MIA });
    await answered;
    await eventually(() => expect(pageText()).toContain('Requester of #8 set to Mia Tan'));
  });

  it.each(['before', 'after'])(
    'may be edited again at once, and saved %s the response to the first edit',
    async (when) => {
      const { root } = await openAsAna(OF_NORA);
      await setRequester(OMAR);
      const first = await requestedChange();
      const ofOmar = { ...EIGHT, requester: OMAR, updated_at: '2026-03-13T14:05:00.000Z' };
      const respondToFirst = () => first.flush(ofOmar, 2);

      await setRequester(MIA, when === 'after' ? respondToFirst : undefined);
      if (when === 'before') respondToFirst();
      else (await requested('/api/tickets/8')).flush(ofOmar, { headers: { ETag: '"8-2"' } }); // no conflict dialog
      await respondToOthers(ofOmar);

      const second = await requestedChange();
      expect([second.body, second.ifMatch]).toEqual([{ requester: { email: MIA.email, name: MIA.name } }, '"8-2"']);
      second.flush({ ...EIGHT, requester: MIA, updated_at: '2026-03-13T14:06:00.000Z' }, 3);
      await respondToOthers({ ...EIGHT, requester: MIA });
      await eventually(() => expect(pageText()).toContain('Requester of #8 set to Mia Tan'));
      const undone = (await root.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
      const undo = await requestedChange();
      expect([undo.body, undo.ifMatch]).toEqual([{ requester: { email: OMAR.email, name: OMAR.name } }, '"8-3"']);
      undo.flush({ ...ofOmar, updated_at: '2026-03-13T14:07:00.000Z' }, 4);
      await respondToOthers(ofOmar);
      await undone;
    },
  );

  it('is not offered to whoever may not change tickets', async () => {
    await openTicket(EIGHT);
    await become(['tickets:read']);

    await eventually(() => expect(document.querySelector('docket-edit-requester')).toBeNull());
  });
});
