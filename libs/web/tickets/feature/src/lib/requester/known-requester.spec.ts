import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText, press } from '../../testing/elements';
import {
  askedAddresses,
  failAnswers,
  forgetRequesters,
  holdAnswers,
  knowRequesters,
} from '../../testing/known-requesters';
import {
  openAsAna,
  openDialog,
  requestedChange,
  respondToOthers,
  setRequester,
  type,
} from '../../testing/requester-dialog';
import { EIGHT, verifyRequests } from '../../testing/tickets-page';

const JO = { id: 3, email: 'jo@example.com', name: 'Jo Petersen' };
const AMIRA = { id: 4, email: 'amira@example.com', name: 'Amira Haddad' };
const OF_JO = { ...EIGHT, requester: JO };
const OF_AMIRA = { ...EIGHT, requester: AMIRA };
const WARNING = 'Known as Amira Haddad. All their tickets get this name.';

beforeEach(() => knowRequesters(JO, AMIRA));
afterEach(() => {
  forgetRequesters();
  verifyRequests();
});

function options(): string[] {
  return [...document.querySelectorAll('mat-option')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
}

function nameInField(): string {
  return (document.getElementById('requester-name') as HTMLInputElement).value;
}

/** Opens the dialog without its harnesses, which wait for responses. */
async function openField(): Promise<void> {
  (await eventually(() => findByText('docket-edit-requester button', 'Edit requester'))).click();
  await eventually(() => expect(document.getElementById('requester-email')).not.toBeNull());
}

describe('the field for the address', () => {
  it('offers known people by address or name, and takes the chosen one', async () => {
    const { root } = await openAsAna(EIGHT);
    const { email } = await openDialog(root, 'Add requester');
    await email.setValue('hadd');
    await eventually(() => expect(options()).toEqual(['Amira Haddad amira@example.com']));

    findByText('mat-option', 'Amira').click();

    expect(await email.getValue()).toBe(AMIRA.email);
    await eventually(() => expect(nameInField()).toBe(AMIRA.name));
  });

  it('offers nobody once the address is complete', async () => {
    const { root } = await openAsAna(EIGHT);
    const { email } = await openDialog(root, 'Add requester');
    await email.setValue('amira@example');
    await eventually(() => expect(options()).toHaveLength(1));

    await email.setValue(AMIRA.email);

    await eventually(() => expect(options()).toEqual([]));
  });

  it('says that an address is incomplete only once the field is left', async () => {
    const { root } = await openAsAna(EIGHT);
    const { email, errors } = await openDialog(root, 'Add requester');

    await email.setValue('amir');
    expect(await errors()).toEqual([]);
    await email.blur();

    expect(await errors()).toEqual(['Enter an e-mail address.']);
  });
});

describe('the dialog, after the address of somebody else', () => {
  it('has their name, and says whom another name renames', async () => {
    const { root } = await openAsAna(OF_JO);
    const { email, name, save } = await openDialog(root, 'Edit requester');
    await email.setValue('Amira@example.com');
    await eventually(() => expect(nameInField()).toBe(AMIRA.name));
    expect(pageText()).not.toContain('Known as');

    await name.setValue('Amira H.');

    await eventually(() => expect(pageText()).toContain(WARNING));
    const described = document.getElementById('requester-name')?.getAttribute('aria-describedby');
    expect(described?.split(' ')).toContain('requester-known');
    await save();
    const change = await requestedChange();
    expect(change.body).toEqual({ requester: { email: AMIRA.email, name: 'Amira H.' } });
    change.flush(OF_AMIRA, 2);
    await respondToOthers(OF_AMIRA);
    await eventually(() => expect(pageText()).toContain('Requester of #8 set to'));
  });

  it('keeps a name that was typed after the address', async () => {
    await openAsAna(OF_JO);
    const respond = holdAnswers();
    await openField();
    type('requester-email', AMIRA.email);
    await eventually(() => expect(askedAddresses()).toEqual([AMIRA.email]));
    type('requester-name', 'Amira H.');

    respond();

    await eventually(() => expect(pageText()).toContain(WARNING));
    expect(nameInField()).toBe('Amira H.');
  });

  it('has the first name again after the address of nobody, and drops an answer for an earlier address', async () => {
    await openAsAna(OF_JO);
    await openField();
    type('requester-email', AMIRA.email);
    await eventually(() => expect(nameInField()).toBe(AMIRA.name));
    type('requester-email', 'jo@example.org');
    await eventually(() => expect(nameInField()).toBe(JO.name));
    askedAddresses(); // drops earlier ones
    const respond = holdAnswers();
    type('requester-email', AMIRA.email);
    await eventually(() => expect(askedAddresses()).toEqual([AMIRA.email]));
    type('requester-email', 'jo@example');

    respond();

    await eventually(() => expect(nameInField()).toBe(JO.name));
  });

  it('corrects the address of nobody, with the name', async () => {
    await openAsAna(OF_JO);

    await setRequester({ email: 'jo@example.org' });

    const change = await requestedChange();
    expect(change.body).toEqual({ requester: { email: 'jo@example.org', name: JO.name } });
    const corrected = { ...EIGHT, requester: { ...JO, email: 'jo@example.org' } };
    change.flush(corrected, 2);
    await respondToOthers(corrected);
  });

  it('sends the known name if it is saved at once', async () => {
    await openAsAna(OF_JO);

    await setRequester({ email: AMIRA.email });

    const change = await requestedChange();
    expect(change.body).toEqual({ requester: { email: AMIRA.email, name: AMIRA.name } });
    change.flush(OF_AMIRA, 2);
    await respondToOthers(OF_AMIRA);
    await eventually(() => expect(pageText()).toContain('Requester of #8 set to Amira Haddad'));
  });

  it('sends no name that nobody typed if the API does not say whose it is', async () => {
    failAnswers();
    await openAsAna(OF_JO);

    await setRequester({ email: AMIRA.email });

    const change = await requestedChange();
    expect(change.body).toEqual({ requester: { email: AMIRA.email } });
    change.flush(OF_AMIRA, 2);
    await respondToOthers(OF_AMIRA);
    await eventually(() => expect(pageText()).toContain('Requester of #8 set to Amira Haddad'));
  });

  it('sends a typed name without an answer', async () => {
    failAnswers();
    await openAsAna(OF_JO);

    await setRequester({ email: 'mia@example.com', name: 'Mia Tan' });

    const change = await requestedChange();
    expect(change.body).toEqual({ requester: { email: 'mia@example.com', name: 'Mia Tan' } });
    change.flush(EIGHT, 2);
  });
});

it('undo gives a renamed person their name back, and repeating renames them again', async () => {
  const renamed = { ...AMIRA, name: 'Amira H.' };
  await openAsAna(OF_JO);
  await setRequester({ email: AMIRA.email, name: renamed.name });
  (await requestedChange()).flush({ ...EIGHT, requester: renamed }, 2);
  await respondToOthers(OF_AMIRA);
  await eventually(() => expect(pageText()).toContain('Requester of #8 set to Amira H.'));

  press('z', document.body);

  const restoring = await requestedChange();
  expect([restoring.body, restoring.ifMatch]).toEqual([
    { requester: { email: AMIRA.email, name: AMIRA.name } },
    '"8-2"',
  ]);
  restoring.flush(OF_AMIRA, 3);
  const undo = await requestedChange();
  expect([undo.body, undo.ifMatch]).toEqual([{ requester: { email: JO.email, name: JO.name } }, '"8-3"']);
  undo.flush(OF_JO, 4);
  await respondToOthers(OF_JO);
  await eventually(() => expect(pageText()).toContain('Undone: requester of #8 is again Jo Petersen'));
  press('Z', document.body);
  const again = await requestedChange();
  expect(again.body).toEqual({ requester: { email: AMIRA.email, name: 'Amira H.' } });
  again.flush({ ...EIGHT, requester: renamed }, 5);
  await respondToOthers(OF_AMIRA);
  await eventually(() => expect(pageText()).toContain('Requester of #8 set to Amira H.'));
});
