import { eventually } from '@docket/web/ui/testing';
import { become, composerText, openConversation, textField, write } from '../../testing/conversation';
import { findByText } from '../../testing/elements';
import { requested, verifyRequests } from '../../testing/tickets-page';

const DRAFT = '/api/tickets/8/draft';
const SENTENCES = [
  { text: 'The second charge is open.', quote: 'charged twice for invoice 2041', message_id: null },
  { text: 'Please send the statement.', quote: 'the statement of May', message_id: 71 },
];
const MARK = 'Drafted by Gemini. Check it before you send it.';
const SESSION = { mode: 'open', permissions: ['tickets:read', 'tickets:write'], methods: [], needs_set_up: false };

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

const button = (name: string) => findByText('docket-draft-reply button', name) as HTMLButtonElement;

/** Opens the ticket, and asks for a draft. */
async function ask() {
  await openConversation();
  await become([], { ...SESSION, has_model: true });
  await eventually(() => button('Draft reply').click());
  return requested(DRAFT, 'POST');
}

describe('a drafted reply', () => {
  it('goes into the reply, marked until somebody edits it', async () => {
    (await ask()).flush({ sentences: SENTENCES });

    await eventually(() => expect(composerText()).toContain(MARK));
    expect((await textField()).value).toBe('The second charge is open. Please send the statement.');
    await write('The second charge is open. Send the statement.');

    await eventually(() => expect(composerText()).not.toContain(MARK));
  });

  it('shows its quotes', async () => {
    (await ask()).flush({ sentences: SENTENCES });
    await eventually(() => button('Quotes').click());

    await eventually(() => expect(composerText()).toContain('the statement of May'));
    expect(button('Quotes').getAttribute('aria-expanded')).toBe('true');
  });

  it('does not replace what the person has written meanwhile', async () => {
    const request = await ask();
    await write('Hello Nora');

    request.flush({ sentences: SENTENCES });

    await eventually(() => expect(composerText()).toContain('You have started to write, so the draft was left out.'));
    expect((await textField()).value).toBe('Hello Nora');
  });

  it('can be stopped', async () => {
    const request = await ask();
    await eventually(() => button('Stop drafting').click());

    expect(request.cancelled).toBe(true);
    await eventually(() => expect(button('Draft reply')).toBeTruthy());
  });

  it.each([
    [{ reason: 'budget' }, 200, 'The budget of the model is used up.'],
    [{}, 503, 'The draft could not be loaded.'],
  ])('says why there is none: %j', async (body, status, text) => {
    (await ask()).flush(body, { status, statusText: 'Status' });

    await eventually(() => expect(composerText()).toContain(text));
    expect((await textField()).value).toBe('');
  });

  it('is not offered while there is a reply', async () => {
    await openConversation({ draft: 'Hello' });
    await become([], { ...SESSION, has_model: true });
    await eventually(() => expect(document.querySelector('docket-draft-reply')).not.toBeNull());

    expect(composerText()).not.toContain('Draft reply');
  });
});
