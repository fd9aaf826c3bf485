import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { TimelineEntry } from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { eventually } from '@docket/web/ui/testing';
import { EIGHT, THREE, openPage, requested } from './tickets-page';

const ANA = { kind: 'human', id: 3, name: 'Ana Ruiz', verified: true } as const;
export const NORA = { kind: 'requester', id: 9, name: 'Nora Lindqvist', verified: true } as const;

export const FILED: TimelineEntry = { id: 1, at: '2026-03-12T14:05:00.000Z', kind: 'ticket.created', actor: NORA };

export function aMessage(id: number, body: string, entry: Partial<TimelineEntry> = {}): TimelineEntry {
  return {
    id,
    at: '2026-03-12T15:05:00.000Z',
    kind: 'message.added',
    actor: ANA,
    message: { id, visibility: 'public', body },
    ...entry,
  };
}

export function aChange(
  id: number,
  change: TimelineEntry['change'],
  entry: Partial<TimelineEntry> = {},
): TimelineEntry {
  return { id, at: '2026-03-12T15:05:00.000Z', kind: 'ticket.changed', actor: ANA, change, ...entry };
}

export interface Conversation {
  /** Oldest first. */
  readonly entries?: readonly TimelineEntry[];
  readonly draft?: string;
  readonly headers?: Record<string, string>;
}

/** Opens ticket 8 with its conversation, for the signed-in Ana. */
export async function openConversation({ entries = [FILED], draft, headers }: Conversation = {}) {
  const page = await openPage('/tickets/8', []);
  await become(['tickets:read', 'tickets:write']);
  (await requested('/api/tickets')).flush(THREE);
  (await requested('/api/tickets/8')).flush(EIGHT, { headers: { ETag: '"8-1"' } });
  (await requested('/api/tickets/8/timeline')).flush(entries.toReversed(), { headers });
  await respondToDraft('public', draft);
  await page.opened;
  return page;
}

/** Sets the session. By default, Ana is signed in. */
export async function become(permissions: readonly string[], session: object = ofAna(permissions)): Promise<void> {
  const loaded = TestBed.inject(Session).load();
  TestBed.inject(HttpTestingController).expectOne('/api/session').flush(session);
  await loaded;
}

function ofAna(permissions: readonly string[]): object {
  const user = { id: 3, name: 'Ana Ruiz', email: 'ana@desk.example', role: 'agent' };
  return { mode: 'closed', user, permissions, methods: ['password'], needs_set_up: false };
}

export async function respondToDraft(visibility: string, draft?: string): Promise<void> {
  const request = await requested(`/api/tickets/8/draft/${visibility}`);
  if (draft === undefined) request.flush(null, { status: 204, statusText: 'No Content' });
  else request.flush({ body: draft, updated_at: '2026-03-12T15:00:00.000Z' });
}

/** Texts of the timeline, without those for screen readers only. */
export function timelineTexts(): string[] {
  return [...document.querySelectorAll('docket-timeline-list > ol > li')].map((item) => {
    const visible = item.cloneNode(true) as HTMLElement;
    for (const hidden of visible.querySelectorAll('.cdk-visually-hidden')) hidden.remove();
    return visible.textContent.replace(/\s+/g, ' ').trim();
  });
}

/** The text field of the composer, once it has loaded. */
export function textField(): Promise<HTMLTextAreaElement> {
  return eventually(() => {
    const field = document.querySelector<HTMLTextAreaElement>('docket-composer textarea');
    if (!field) throw new Error('There is no composer');
    return field;
  });
}

/** Types into the text field of the composer. The server has no draft when the first text is typed. */
export async function write(text: string): Promise<void> {
  const field = await textField();
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  TestBed.tick();
  const drafts = TestBed.inject(HttpTestingController).match(
    ({ method, url }) => method === 'GET' && url.includes('/draft/'),
  );
  for (const draft of drafts) draft.flush(null, { status: 204, statusText: 'No Content' });
}

/** The text of the composer, with single spaces. */
export function composerText(): string {
  return document.querySelector('docket-composer')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
