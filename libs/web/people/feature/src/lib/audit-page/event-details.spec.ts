import type { AuditEvent } from '@docket/web/people/data/audit';
import { describeDetails } from './event-details';

function describeEvent(event: string, details?: Record<string, unknown>): string {
  return describeDetails({ event, details } as unknown as AuditEvent);
}

it.each([
  ['user_invited', { role: 'viewer' }, 'As Viewer'],
  ['user_renamed', { from: 'Ellen', to: 'Ellen Park' }, 'From “Ellen” to “Ellen Park”'],
  ['role_changed', { from: 'agent', to: 'admin' }, 'From Agent to Administrator'],
  [
    'role_changed',
    { from: 'agent', to: 'viewer', by: 'groups' },
    'From Agent to Viewer, by the groups of single sign-on',
  ],
  ['sign_in_limited', { limit: 'account_and_address' }, 'With the password, from one address'],
  ['limit_reached', { limit: 'new_password' }, 'To choose a new password'],
  ['sign_in', { method: 'oidc' }, 'With single sign-on'],
  ['sign_in_failed', { method: 'oidc', problem: 'email-missing' }, 'With single sign-on, email missing'],
  ['link_created', { kind: 'reset', from: 'command' }, 'For a new password, by a command on the server'],
  ['sessions_ended', { sessions: 1, tokens: 0 }, '1 session, 0 tokens'],
  [
    'token_created',
    { token_id: 7, name: 'Nightly', scopes: 'tickets:read import', days: 30 },
    '“Nightly”, for 30 days, read tickets, import tickets',
  ],
  [
    'token_created',
    { token_id: 7, name: 'Nightly', scopes: 'import', days: null },
    '“Nightly”, never expires, import tickets',
  ],
  ['audit_exported', { event: 'sign_in', from: '2026-11-01' }, 'Only sign in, from 2026-11-01'],
  ['tickets_exported', { format: 'csv', filtered: true, after: 4711 }, 'As CSV, only some, after ticket 4711'],
  [
    'webhook_created',
    { webhook: 3, name: 'ERP', host: 'erp.example', types: 'message.added ticket.created' },
    '“ERP”, erp.example, message.added, ticket.created',
  ],
  [
    'webhook_changed',
    { webhook: 3, name: 'ERP', from: 'CRM', host: 'erp.example' },
    '“ERP”, before “CRM”, now to erp.example',
  ],
  ['webhook_turned_off', { webhook: 3, name: 'ERP', reason: 'gone' }, '“ERP”, because its receiver answered 410'],
  ['webhook_replayed', { webhook: 3, name: 'ERP', since: '2026-11-28' }, '“ERP”, all events since 2026-11-28'],
  ['requester_erased', { requester: 12, from: 'command' }, 'Requester 12, by a command on the server'],
  ['backup_started', { name: 'docket-20261129T030000Z' }, 'docket-20261129T030000Z'],
])('says the details of %s in words', (event, details, words) => {
  expect(describeEvent(event, details)).toBe(words);
});

it.each([
  ['user_deactivated', { from: 'active', to: 'deactivated' }],
  ['limit_reached', { limit: 'a_new_limit' }],
  ['sign_out', undefined],
])('leaves out what the sentence about %s says already', (event, details) => {
  expect(describeEvent(event, details)).toBe('');
});

it('shows the details of an event that it does not know', () => {
  expect(describeEvent('a_new_event', { role: 'agent', old_days: null })).toBe('role: agent');
});
