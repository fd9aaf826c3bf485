import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { DESCRIPTION_MAX_LENGTH } from '@docket/domain';
import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText } from '../../testing/elements';
import {
  TECHNICAL_CRITICAL,
  TEXT,
  expectNoRequest,
  openNewTicketPage,
  reopenNewTicketPage,
  requestedFiling,
  requestedSuggestion,
  verifyRequests,
} from '../../testing/new-ticket-page';

const BILLING_LOW = { suggested_category: 'billing', suggested_priority: 'low', used_fallback: false };
const FALLBACK = {
  suggested_category: 'general',
  suggested_priority: 'medium',
  used_fallback: true,
  fallback_reason: 'not_configured',
};
/** The text was looked at: the ledger has a row. */
const UNDECIDED = { ...FALLBACK, suggestion_id: '0192f3a4-0000-7000-8000-000000000001' };

afterEach(verifyRequests);

it('fills in the suggested values, and marks them', async () => {
  const { describe, category, priority } = await openNewTicketPage();

  await describe(TEXT, TECHNICAL_CRITICAL);

  expect(await category.getValueText()).toBe('Technical Suggested');
  expect(await priority.getValueText()).toBe('Critical Suggested');
  expect(pageText()).toContain(
    'Suggested by Gemini, which cannot say how sure it is. Change either one if it is wrong.',
  );
});

it('names nobody if an API of an earlier version does not say who suggests', async () => {
  const { describe } = await openNewTicketPage();

  await describe(TEXT, { ...TECHNICAL_CRITICAL, provider: undefined });

  expect(pageText()).toContain('Suggested from what you wrote. Change either one if it is wrong.');
});

it('sends the title too, if there is one', async () => {
  const { title, description } = await openNewTicketPage();
  await title.setValue('Checkout is down');
  await description.setValue(TEXT);
  await description.blur();

  const request = requestedSuggestion();
  request.flush(TECHNICAL_CRITICAL);

  expect(request.request.body).toEqual({ title: 'Checkout is down', description: TEXT });
});

it('fills in only properties that the user has not chosen', async () => {
  const { describe, category, priority } = await openNewTicketPage();
  await category.clickOptions({ text: 'Account' });

  await describe(TEXT, TECHNICAL_CRITICAL);

  expect(await category.getValueText()).toBe('Account');
  expect(await priority.getValueText()).toBe('Critical Suggested');
  expect(pageText()).toContain(
    'Priority suggested by Gemini, which cannot say how sure it is. Change it if it is wrong.',
  );
});

it('keeps a choice after later suggestions, even if it equals the first suggestion', async () => {
  const { describe, category, priority } = await openNewTicketPage();
  await describe(TEXT, TECHNICAL_CRITICAL);
  await category.clickOptions({ text: 'Technical' });
  expect(await category.getValueText()).toBe('Technical');

  await describe('Please send me a copy of the invoice.', BILLING_LOW);

  expect(await category.getValueText()).toBe('Technical');
  expect(await priority.getValueText()).toBe('Low Suggested');
});

it('aborts the request when the text changes', async () => {
  const { description, category } = await openNewTicketPage();
  await description.setValue(TEXT);
  await description.blur();
  const stale = requestedSuggestion();

  await description.setValue('Please send me a copy of the invoice.');

  expect(stale.cancelled).toBe(true);
  expect(await category.isEmpty()).toBe(true);
});

it('reports a pending request', async () => {
  const { description } = await openNewTicketPage();
  await description.setValue(TEXT);
  await description.blur();

  expect(pageText()).toContain('Suggesting…');

  requestedSuggestion().flush(TECHNICAL_CRITICAL);
});

it('does not speak of a failure if no model is set up, and forgets what it said with the draft', async () => {
  const { describe } = await openNewTicketPage();

  await describe(TEXT, UNDECIDED);

  expect(pageText()).toContain('The text suggests nothing. Please choose.');
  expect(pageText()).not.toContain('unavailable');
  await TestBed.inject(Router).navigateByUrl('/tickets');
  await reopenNewTicketPage();
  (await eventually(requestedSuggestion)).flush(UNDECIDED);
  await eventually(() => expect(pageText()).toContain('The text suggests nothing.'));
  findByText('button', 'Discard it').click();
  await eventually(() => expect(pageText()).not.toContain('The text suggests nothing.'));
});

it('says nothing of the text if suggestions are off, because nothing looked at it', async () => {
  const { describe, category, priority } = await openNewTicketPage();

  await describe(TEXT, FALLBACK);

  expect(pageText()).not.toMatch(/suggest/i);
  expect(pageText()).not.toContain('Please choose');
  expect(await category.isEmpty()).toBe(true);
  expect(await priority.isEmpty()).toBe(true);
});

it('fills in nothing on a fallback, and reports it', async () => {
  const { describe, category, priority } = await openNewTicketPage();
  await category.clickOptions({ text: 'Account' });

  await describe(TEXT, { ...FALLBACK, fallback_reason: 'timeout' });

  expect(pageText()).toContain('Suggestions are unavailable right now. Please choose.');
  expect(await category.getValueText()).toBe('Account');
  expect(await priority.isEmpty()).toBe(true);
});

it('fills in what the words of the text suggest, and names them', async () => {
  const { describe, category, priority } = await openNewTicketPage();
  const because = ['is down', 'for all users'];

  await describe(TEXT, {
    ...FALLBACK,
    local: { category: 'technical', priority: 'critical', because, model: 'words' },
  });

  expect(await category.getValueText()).toBe('Technical Suggested');
  expect(await priority.getValueText()).toBe('Critical Suggested');
  expect(pageText()).toContain(
    'Suggested by the words “is down” and “for all users”. Change either one if it is wrong.',
  );
});

it('fills in the only property that the words suggest, and takes the mark off the other', async () => {
  const { describe, category, priority } = await openNewTicketPage();
  await describe(TEXT, TECHNICAL_CRITICAL);

  const local = { category: 'billing', because: ['refund'], model: 'words' };
  await describe('Please send me a refund.', { ...FALLBACK, local });

  expect(await category.getValueText()).toBe('Billing Suggested');
  expect(await priority.getValueText()).toBe('Critical');
  expect(pageText()).toContain('Category suggested by the word “refund”. Change it if it is wrong.');
});

describe('the own model of the desk', () => {
  const LOCAL = { category: 'technical', because: [], model: 'learned', confidence: 0.8712 };

  it.each([
    [{}, 'fairly sure', 'Category suggested by this desk’s own model, which is fairly sure. Change it if it is wrong.'],
    [
      { confidence: 0.95 },
      'very sure',
      'Category suggested by this desk’s own model, which is very sure. Change it if it is wrong.',
    ],
    [
      { confidence: 0.799 },
      'please check',
      'Category suggested by this desk’s own model, which is not sure. Change it if it is wrong.',
    ],
    [
      { priority: 'critical', because: ['is down', 'for all users'] },
      'fairly sure',
      'Category suggested by this desk’s own model, which is fairly sure; priority by the words “is down” and “for all users”. Change either one if it is wrong.',
    ],
  ])('says in words how sure it is: %p', async (more, sureness, sentence) => {
    const { describe, category } = await openNewTicketPage();

    await describe(TEXT, { ...FALLBACK, provider: 'local', local: { ...LOCAL, ...more } });

    expect(await category.getValueText()).toBe(`Technical Suggested, ${sureness}`);
    expect(pageText()).toContain(sentence);
    expect(pageText()).toContain(`Suggested category: Technical, ${sureness}.`);
    expect(pageText()).not.toContain('How often is it right?');
  });

  it('says how often it was right when it was so sure, if asked', async () => {
    const { describe, category } = await openNewTicketPage();
    const local = { ...LOCAL, confidence: 0.96, calibration: { from: 0.95, right: 396, n: 412 } };
    await describe(TEXT, { ...FALLBACK, provider: 'local', local });
    const figure = 'When it said “very sure”, it was right in 96 of 100 tickets (n\u00a0=\u00a0412).';
    const ask = findByText('button', 'How often is it right?');
    expect(document.body.textContent).not.toContain(figure);

    ask.click();

    await eventually(() => expect(document.body.textContent).toContain(figure));
    expect(ask.getAttribute('aria-expanded')).toBe('true');

    ask.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));

    await eventually(() => expect(document.body.textContent).not.toContain(figure));
    await category.clickOptions({ text: 'Account' });
    expect(pageText()).not.toContain('How often is it right?');
  });
});

it('names only the words once the person has chosen the category of the own model', async () => {
  const { describe, category } = await openNewTicketPage();
  const local = {
    category: 'technical',
    priority: 'critical',
    because: ['is down'],
    model: 'learned',
    confidence: 0.9,
  };
  await describe(TEXT, { ...FALLBACK, local });

  await category.clickOptions({ text: /Billing/ });

  expect(pageText()).toContain('Priority suggested by the words “is down”. Change it if it is wrong.');
});

it('removes the marks of an earlier text when a later request fails, and keeps the values', async () => {
  const { describe, category, priority } = await openNewTicketPage();
  await describe(TEXT, TECHNICAL_CRITICAL);

  await describe('Please send me a copy of the invoice.', FALLBACK);

  expect(await category.getValueText()).toBe('Technical');
  expect(await priority.getValueText()).toBe('Critical');
});

it.each(['Checkout is down', ' '.repeat(33), '🔥'.repeat(19)])('requests no suggestion for %p', async (text) => {
  const { description } = await openNewTicketPage();

  await description.setValue(text);
  await description.blur();

  expectNoRequest('/api/tickets/classify');
});

it('removes the marks when too little of the text is left for a suggestion', async () => {
  const { description, describe, category, priority } = await openNewTicketPage();
  await describe(TEXT, TECHNICAL_CRITICAL);

  await description.setValue('Invoice');
  await description.blur();

  expectNoRequest('/api/tickets/classify');
  expect(await category.getValueText()).toBe('Technical');
  expect(await priority.getValueText()).toBe('Critical');
});

it('sends no text that is too long', async () => {
  const { description, describe, category } = await openNewTicketPage();
  await describe(TEXT, TECHNICAL_CRITICAL);

  const field = document.querySelector<HTMLTextAreaElement>('#ticket-description')!; // without a harness, which would type each character
  field.value = 'd'.repeat(DESCRIPTION_MAX_LENGTH + 1);
  field.dispatchEvent(new Event('input'));
  await description.blur();

  expectNoRequest('/api/tickets/classify');
  expect(await category.getValueText()).toBe('Technical');
});

it('requests no suggestion once both properties are chosen', async () => {
  const { description, category, priority } = await openNewTicketPage();
  await category.clickOptions({ text: 'Account' });
  await priority.clickOptions({ text: 'Low' });

  await description.setValue(TEXT);
  await description.blur();

  expectNoRequest('/api/tickets/classify');
});

it('requests no suggestion for an earlier text once both properties are chosen', async () => {
  const { description, category, priority } = await openNewTicketPage();
  await description.setValue(TEXT);
  await description.blur();
  const aborted = requestedSuggestion();
  await category.clickOptions({ text: 'Account' });
  await priority.clickOptions({ text: 'Low' });
  await description.setValue('Please send me a copy of the invoice.');

  await description.blur();

  expect(aborted.cancelled).toBe(true);
  expectNoRequest('/api/tickets/classify');
});

describe('the ledger of suggestions', () => {
  const ASKED = { ...TECHNICAL_CRITICAL, suggestion_id: '019ac9b2-6f54-7e0c-9d6a-3f1c55d0a7e2' };

  it('learns which suggestion the user had', async () => {
    const { title, describe, file } = await openNewTicketPage();
    await title.setValue('Checkout is down');
    await describe(TEXT, ASKED);
    await file();

    const request = requestedFiling();
    request.flush({ id: 1 });

    expect(request.request.body).toMatchObject({
      suggestion_id: ASKED.suggestion_id,
      suggestion_shown: expect.stringMatching(/^20.*Z$/) as unknown,
    });
  });

  it('learns that the user chose a property before its suggestion came', async () => {
    const { title, describe, category, file } = await openNewTicketPage();
    await category.clickOptions({ text: 'Account' });
    await title.setValue('Checkout is down');
    await describe(TEXT, ASKED);
    await file();

    const request = requestedFiling();
    request.flush({ id: 1 });

    expect(request.request.body).toMatchObject({ suggestion_id: ASKED.suggestion_id });
    expect(request.request.body).not.toHaveProperty('suggestion_shown');
  });

  it('gets nothing if a value belongs to the suggestion for an earlier text: nobody chose it', async () => {
    const { title, describe, category, file } = await openNewTicketPage();
    await title.setValue('An invoice');
    await describe(TEXT, TECHNICAL_CRITICAL);
    await describe('Please send me a copy of the invoice.', { ...FALLBACK, suggestion_id: ASKED.suggestion_id });
    await category.clickOptions({ text: 'Billing' });
    await file();

    const request = requestedFiling();
    request.flush({ id: 1 });

    expect(request.request.body).toMatchObject({ category: 'billing', priority: 'critical' });
    expect(request.request.body).not.toHaveProperty('suggestion_id');
  });

  it('gets a choice that the user makes alone', async () => {
    const { title, describe, category, priority, file } = await openNewTicketPage();
    await title.setValue('Checkout is down');
    await describe(TEXT, { ...ASKED, blind: true });

    expect(await category.getValueText()).toBe('Choose a category');
    expect(pageText()).not.toMatch(/suggest/i); // people who know about the measurement choose differently

    await category.clickOptions({ text: 'Billing' });
    await priority.clickOptions({ text: 'High' });
    await file();
    const request = requestedFiling();
    request.flush({ id: 1 });
    expect(request.request.body).toEqual({
      title: 'Checkout is down',
      description: TEXT,
      category: 'billing',
      priority: 'high',
      suggestion_id: ASKED.suggestion_id,
    });
  });
});
