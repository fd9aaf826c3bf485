import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { TimelineEntry } from '@docket/web/conversation/data';
import { eventually } from '@docket/web/ui/testing';
import {
  FILED,
  aMessage,
  become,
  composerText,
  openConversation,
  respondToDraft,
  textField,
  write,
} from '../../testing/conversation';
import { findByText } from '../../testing/elements';
import { EIGHT, requested, verifyRequests } from '../../testing/tickets-page';

const DRAFT = '/api/tickets/8/draft';
const SENTENCES = [
  { text: 'The second charge is open.', quote: 'charged twice for invoice 2041', message_id: null },
  { text: 'Please send the statement.', quote: 'the statement of May', message_id: 71 },
];
const WRITTEN = { id: '019ac9b2-6f54-7e0c-9d6a-3f1c55d0a7e2', sentences: SENTENCES };
const MARK = 'Drafted by Gemini. Check it before you send it.';
const SESSION = { mode: 'open', permissions: ['tickets:read', 'tickets:write'], methods: [], needs_set_up: false };

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

const button = (name: string) => findByText('docket-draft-reply button', name) as HTMLButtonElement;

/** Opens the ticket and requests a draft. */
async function ask(entries: readonly TimelineEntry[] = [FILED], headers?: Record<string, string>) {
  await openConversation({ entries, headers });
  await become([], { ...SESSION, has_model: true });
  await eventually(() => button('Draft reply').click());
  return requested(DRAFT, 'POST');
}

describe('a drafted reply', () => {
  it('goes into the reply, marked until somebody edits it', async () => {
    (await ask()).flush(WRITTEN);

    await eventually(() => expect(composerText()).toContain(MARK));
    expect((await textField()).value).toBe('The second charge is open. Please send the statement.');
    await write('The second charge is open. Send the statement.');

    await eventually(() => expect(composerText()).not.toContain(MARK));
  });

  it('is named by the reply that it becomes, with the number of words that changed', async () => {
    (await ask()).flush(WRITTEN);
    await eventually(() => expect(composerText()).toContain(MARK));
    await write('The second charge is open. Send us the statement.');

    findByText('docket-composer button', 'Send').click();

    const request = await requested('/api/tickets/8/messages', 'POST');
    expect(request.request.body).toMatchObject({ draft_id: WRITTEN.id, draft_edit_distance: 2 });
    request.flush({ entry: aMessage(9, 'The second charge is open. Send us the statement.'), ticket: EIGHT });
    (await requested('/api/tickets/8/timeline')).flush([FILED]);
    await eventually(() => expect(document.querySelector('textarea')?.value).toBe(''));

    await write('Another reply');
    findByText('docket-composer button', 'Send').click();
    const next = await requested('/api/tickets/8/messages', 'POST');
    expect(next.request.body).not.toHaveProperty('draft_id');
    next.flush({}, { status: 503, statusText: 'Unavailable' });
  });

  it('is none any more once its text is removed', async () => {
    (await ask()).flush(WRITTEN);
    await eventually(() => expect(composerText()).toContain(MARK));
    await write('');
    await write('My own words');

    findByText('docket-composer button', 'Send').click();

    const request = await requested('/api/tickets/8/messages', 'POST');
    expect(request.request.body).not.toHaveProperty('draft_id');
    request.flush({}, { status: 503, statusText: 'Unavailable' });
  });

  it('shows its quotes', async () => {
    (await ask()).flush(WRITTEN);
    await respondToDraft('public'); // another tab may have saved a reply
    await eventually(() => button('Quotes').click());

    await eventually(() => expect(composerText()).toContain('the statement of May'));
    expect(button('Quotes').getAttribute('aria-expanded')).toBe('true');
  });

  it('says who wrote the quoted words and when, and leads to the message', async () => {
    const scrolled = jest.fn<void, []>();
    Element.prototype.scrollIntoView = scrolled; // jsdom does not implement it
    const reply = aMessage(6, 'Here is the statement of May', { message: { id: 71, visibility: 'public', body: 'x' } });
    (await ask([FILED, reply])).flush({
      ...WRITTEN,
      sentences: [...SENTENCES, { ...SENTENCES[0], message_id: 12 }],
    });
    await respondToDraft('public'); // another tab may have saved a reply
    await eventually(() => button('Quotes').click());
    const sources = await eventually(() => {
      const found = [...document.querySelectorAll<HTMLButtonElement>('docket-composer .source')];
      expect(found).toHaveLength(3);
      return found;
    });
    const texts = sources.map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(texts[0]).toMatch(/^Nora Lindqvist, description, .*12 Mar/);
    expect(texts[1]).toMatch(/^Ana Ruiz, reply, .*12 Mar/);
    expect(texts[2]).toBe('Earlier message');

    sources[1]?.click();

    await eventually(() => expect(document.activeElement?.getAttribute('data-entry')).toBe('6'));
    expect(scrolled).toHaveBeenCalled();
    sources[0]?.click();
    await eventually(() => expect(document.activeElement?.textContent).toContain(EIGHT.description));
  });

  it('loads earlier entries until the quoted message is there', async () => {
    Element.prototype.scrollIntoView = jest.fn(); // jsdom does not implement it
    const headers = { Link: '</api/tickets/8/timeline?before=6>; rel="next"' };
    (await ask([aMessage(6, 'The newest')], headers)).flush({ ...WRITTEN, sentences: [SENTENCES[1]] });
    await respondToDraft('public'); // another tab may have saved a reply
    await eventually(() => button('Quotes').click());
    await eventually(() => findByText('docket-composer .source', 'Earlier message').click());

    const earlier = aMessage(3, 'the statement of May', { message: { id: 71, visibility: 'public', body: 'x' } });
    (await requested('/api/tickets/8/timeline?before=6')).flush([earlier, FILED]);

    await eventually(() => expect(document.activeElement?.getAttribute('data-entry')).toBe('3'));
  });

  it('is cleared by Discard, with the focus back in the reply', async () => {
    (await ask()).flush(WRITTEN);
    await eventually(() => button('Discard').click());

    const field = await textField();
    await eventually(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe('');
    await eventually(() => expect(button('Draft reply')).toBeTruthy());
    await write('My own words');
    findByText('docket-composer button', 'Send').click();
    const request = await requested('/api/tickets/8/messages', 'POST');
    expect(request.request.body).not.toHaveProperty('draft_id');
    request.flush({}, { status: 503, statusText: 'Unavailable' });
  });

  it('does not replace what the person has written meanwhile', async () => {
    const request = await ask();
    await write('Hello Nora');

    request.flush(WRITTEN);

    await eventually(() => expect(composerText()).toContain('You have started to write, so the draft was left out.'));
    expect((await textField()).value).toBe('Hello Nora');
  });

  it('can be stopped', async () => {
    const request = await ask();
    await eventually(() => button('Stop drafting').click());

    expect(request.cancelled).toBe(true);
    await eventually(() => expect(button('Draft reply')).toBeTruthy());
  });

  it('gives the focus to the reply when it is stopped while one is written', async () => {
    const request = await ask();
    await write('Hello Nora');
    await eventually(() => button('Stop drafting').click());

    expect(request.cancelled).toBe(true);
    const field = await textField();
    await eventually(() => expect(document.activeElement).toBe(field));
    expect(field.value).toBe('Hello Nora');
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

describe('a placeholder of the draft', () => {
  const MASKED = {
    ...WRITTEN,
    sentences: [
      { text: 'We write to [email] and call [phone].', quote: 'charged twice for invoice 2041', message_id: null },
    ],
  };
  const WARNING = '[email] and [phone] stand for details that the model did not see. Replace them first.';
  const MESSAGES = '/api/tickets/8/messages';
  const send = () => findByText('docket-composer button', 'Send and resolve') as HTMLButtonElement;

  const http = () => TestBed.inject(HttpTestingController);

  /** Waits, and answers what loads and saves drafts meanwhile, because sending waits for it. */
  const soon = <T>(attempt: () => T) =>
    eventually(() => {
      for (const request of http().match(({ url }) => url.includes('/draft/'))) request.flush(null);
      return attempt();
    });
  const posted = () => soon(() => http().expectOne({ method: 'POST', url: MESSAGES }));

  async function takeDraft(written: object): Promise<void> {
    (await ask()).flush(written);
    await soon(() => expect(composerText()).toContain(MARK));
  }

  /** Takes the draft and presses Send. */
  async function trySending(): Promise<HTMLTextAreaElement> {
    await takeDraft(MASKED);
    send().click();
    await soon(() => expect(composerText()).toContain(WARNING));
    expect(send().disabled).toBe(true);
    return textField();
  }

  it('stops the reply, and is sent only on request', async () => {
    await trySending();

    findByText('docket-composer button', 'Send anyway').click();

    const request = await posted();
    expect(request.request.body).toMatchObject({ body: 'We write to [email] and call [phone].', status: 'resolved' });
    request.error(new ProgressEvent('error'));
    await soon(() => expect(composerText()).toContain('Not sent, no connection.'));
    findByText('docket-composer button', 'Try again').click(); // does not ask again
    (await posted()).flush({}, { status: 503, statusText: 'Unavailable' });
  });

  it('is selected by Show, so that typing replaces it', async () => {
    const field = await trySending();

    findByText('docket-composer button', 'Show').click();

    expect(document.activeElement).toBe(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('[email]');
  });

  it('stops the reply again while another one is left, and not once none is', async () => {
    await trySending();
    await write('We write to you and call [phone].');
    expect(composerText()).not.toContain('stand');
    send().click();
    await soon(() => expect(composerText()).toContain('[phone] stands for details that the model did not see.'));

    await write('We write to you.');
    await soon(() => expect(send().disabled).toBe(false));
    send().click();

    (await posted()).flush({}, { status: 503, statusText: 'Unavailable' });
  });

  it('from the keyboard, gives the focus to the button that shows it', async () => {
    await takeDraft(MASKED);
    const field = await textField();
    field.focus();

    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));

    await soon(() => expect(document.activeElement?.textContent).toContain('Show'));
  });

  it('does not stop words that only the person has written', async () => {
    await takeDraft(WRITTEN);
    await write('The second charge is open. Write [email] in the subject.');

    send().click();

    (await posted()).flush({}, { status: 503, statusText: 'Unavailable' });
  });

  it('does not stop a note', async () => {
    await trySending();
    (findByText('docket-composer button', 'Note') as HTMLButtonElement).click();
    await write('The model left out [email].');

    findByText('docket-composer button', 'Add note').click();

    const request = await posted();
    expect(request.request.body).toMatchObject({ visibility: 'internal', body: 'The model left out [email].' });
    request.flush({}, { status: 503, statusText: 'Unavailable' });
  });
});
