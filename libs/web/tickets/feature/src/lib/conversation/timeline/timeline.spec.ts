import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { FILED, NORA, aChange, aMessage, become, openConversation, timelineTexts } from '../../../testing/conversation';
import { findByText, pageText } from '../../../testing/elements';
import { EIGHT, THREE, openPage, requested, verifyRequests } from '../../../testing/tickets-page';

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  verifyRequests();
});

const TIMELINE = '/api/tickets/8/timeline';
const earlierLink = (before: number) => ({ Link: `<${TIMELINE}?before=${before}>; rel="next"` });

describe('the timeline', () => {
  it('starts with the description, and has replies, notes and changes, oldest first', async () => {
    await openConversation({
      entries: [
        FILED,
        aChange(2, { priority: ['high', 'critical'] }),
        aChange(3, { status: ['open', 'in_progress'] }),
        aMessage(4, 'Hello Nora'),
        aMessage(5, 'I have no codes', { actor: NORA }),
        aMessage(6, 'He called', { message: { id: 6, visibility: 'internal', body: 'He called' } }),
        aChange(7, { title: ['Seven', 'Eight'] }),
        aChange(8, { description: [] }),
      ],
    });

    await eventually(() =>
      expect(timelineTexts()).toEqual([
        expect.stringMatching(/^NL ?Nora Lindqvist opened · 12 Mar.* The code goes to my old number\.$/),
        expect.stringMatching(/^Ana Ruiz set priority High → Critical and status Open → In progress · 12 Mar/),
        expect.stringMatching(/^AR ?Ana Ruiz replied · 12 Mar.* Hello Nora$/),
        expect.stringMatching(/^NL ?Nora Lindqvist replied · 12 Mar.* I have no codes$/),
        expect.stringMatching(/^AR ?Ana Ruiz note · 12 Mar.* Only your team sees this ?He called$/),
        expect.stringMatching(/^Ana Ruiz changed the title Seven → Eight and edited the description · 12 Mar/),
      ]),
    );
  });

  it('lists changes with a comma right after each', async () => {
    const change = {
      assignee: [null, { id: 3, name: 'Ana Ruiz' }],
      requester: [null, { id: 9, name: 'Nora Lindqvist' }],
      team: [null, { id: 2, name: 'Billing desk' }],
    };
    await openConversation({ entries: [FILED, aChange(2, change)] });

    await eventually(() =>
      expect(timelineTexts()[1]).toMatch(/^Ana Ruiz took the ticket set requester Nora .* and team/),
    );
    const listed = [...document.querySelectorAll('docket-timeline-changes .listed')]; // followed by a comma
    expect(listed.map(({ textContent }) => textContent)).toEqual(['took the ticket']);
  });

  it('says only "Opened" if nobody knows who filed the ticket', async () => {
    await openConversation({ entries: [] });

    await eventually(() => expect(timelineTexts()[0]).toMatch(/^# ?Opened · 12 Mar/));
    expect(pageText()).toContain('No replies yet');
  });

  it('loads earlier entries on request', async () => {
    await openConversation({ entries: [aMessage(40, 'Later')], headers: earlierLink(40) });
    const button = await eventually(() => findByText('button', 'Show earlier'));

    button.click();
    (await requested(`${TIMELINE}?before=40`)).flush([aMessage(30, 'A first answer'), FILED]);

    await eventually(() => expect(timelineTexts()[1]).toContain('A first answer'));
    expect(timelineTexts()[0]).toContain('Nora Lindqvist opened');
    expect(pageText()).not.toContain('Show earlier');
  });

  it('reports earlier entries that could not be loaded, and keeps the rest', async () => {
    await openConversation({ entries: [aMessage(40, 'Later')], headers: earlierLink(40) });
    (await eventually(() => findByText('button', 'Show earlier'))).click();

    (await requested(`${TIMELINE}?before=40`)).error(new ProgressEvent('error'));

    await eventually(() => expect(pageText()).toContain('The earlier entries could not be loaded'));
    expect(pageText()).toContain('Later');
  });

  it('reports a conversation that could not be loaded, with the ticket still there, and tries again', async () => {
    await openPage('/tickets/8', []);
    await become(['tickets:read']);
    (await requested('/api/tickets')).flush(THREE);
    (await requested('/api/tickets/8')).flush(EIGHT);
    (await requested(TIMELINE)).flush({}, { status: 503, statusText: 'Unavailable' });

    await eventually(() => expect(pageText()).toContain('The conversation could not be loaded.'));
    expect(pageText()).toContain('The code goes to my old number.');
    findByText('docket-timeline-list button', 'Try again').click();
    (await requested(TIMELINE)).flush([aMessage(4, 'Here it is')]);
    await eventually(() => expect(pageText()).toContain('Here it is'));
    expect(pageText()).not.toContain('could not be loaded');
    expect(document.querySelector('docket-composer')).toBeNull(); // the person has read permission only
  });

  it('loads again after a change in any tab, and tells screen readers of a new message', async () => {
    await openConversation({ entries: [FILED] });
    await eventually(() => expect(timelineTexts()).toHaveLength(1));

    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: EIGHT });
    TestBed.tick();
    (await requested(TIMELINE)).flush([aMessage(9, 'Any news?', { actor: NORA }), FILED]);

    await eventually(() => expect(timelineTexts()[1]).toContain('Any news?'));
    await eventually(() => expect(pageText()).toContain('New reply: Nora Lindqvist'));
  });

  it('tells screen readers of each message, also of the same person', async () => {
    await openConversation({ entries: [FILED] });
    await eventually(() => expect(timelineTexts()).toHaveLength(1));
    const texts: string[] = [];
    const region = await eventually(() => document.querySelector('docket-ticket-panel > [role=status]')!);
    const observer = new MutationObserver(() => texts.push(region.textContent));
    observer.observe(region, { characterData: true, childList: true, subtree: true });
    const messages = [aMessage(9, 'Any news?', { actor: NORA }), aMessage(10, 'Hello?', { actor: NORA })];

    for (const count of [1, 2]) {
      TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: EIGHT });
      TestBed.tick();
      (await requested(TIMELINE)).flush([...messages.slice(0, count).reverse(), FILED]);
      await eventually(() => expect(timelineTexts()).toHaveLength(count + 1));
    }

    const news = 'New reply: Nora Lindqvist';
    await eventually(() => expect(texts).toEqual([news, '', news]));
    observer.disconnect();
  });

  it('tells screen readers what others have changed, and not what the person has', async () => {
    await openConversation({ entries: [FILED] });
    await eventually(() => expect(timelineTexts()).toHaveLength(1));
    const ben = { kind: 'human', id: 4, name: 'Ben', verified: true } as const;

    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: EIGHT });
    TestBed.tick();
    const own = aChange(10, { priority: ['low', 'high'] });
    const theirs = aChange(9, { status: ['open', 'resolved'] }, { actor: ben });
    (await requested(TIMELINE)).flush([own, theirs, FILED]);

    const news = () => [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent.trim());
    await eventually(() => expect(news()).toContain('Ben set status Open to Resolved'));
  });
});
