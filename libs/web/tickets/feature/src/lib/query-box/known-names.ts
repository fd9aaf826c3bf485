import {
  Injector,
  type Signal,
  computed,
  effect,
  inject,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import type { QueryCompletion, QueryKey } from '@docket/ticket-query';
import { TeamsApi } from '@docket/web/people/data/teams';
import { RequestersApi, TagsApi, type Ticket } from '@docket/web/tickets/data';
import type { KnownNames, KnownRequester } from './query-options';

interface Names {
  hasValue(): boolean;
  value(): readonly { readonly name: string }[] | undefined;
}

/**
 * Names for the completion. People and teams are requested when a query first needs them, tags and requesters while one is typed. Names in
 * the listed tickets need no request. Create in an injection context.
 *
 * @param completion the typed text, and the key whose names complete it
 */
export function knownNames(
  completion: Signal<QueryCompletion | undefined>,
  tickets: Signal<readonly Ticket[]>,
): Signal<KnownNames> {
  const api = inject(TeamsApi);
  const key = computed(() => completion()?.key);
  const typedFor = (wanted: QueryKey) => computed(() => (key() === wanted ? completion()?.typed : undefined));
  const tags = inject(TagsApi).completions(typedFor('tag'));
  const requesters = inject(RequestersApi).completions(typedFor('requester'));
  const assignee = whenNeeded(
    () => key() === 'assignee',
    () => api.assigneesResource(),
  );
  const team = whenNeeded(
    () => key() === 'team',
    () => api.teamsResource(),
  );
  return computed(() => ({
    assignee: assignee(),
    team: team(),
    tag: inOrder([...tickets().flatMap((ticket) => ticket.tags ?? []), ...(tags()?.found ?? [])]),
    requester: withoutTwins([...tickets().flatMap(({ requester }) => requester ?? []), ...(requesters()?.found ?? [])]),
    answered: { tag: tags()?.typed, requester: requesters()?.typed },
  }));
}

function whenNeeded(isNeeded: () => boolean, request: () => Names): Signal<readonly string[]> {
  const injector = inject(Injector);
  const names = signal<Names | undefined>(undefined);
  const waiting = effect(() => {
    if (!isNeeded()) return;
    waiting.destroy();
    names.set(untracked(() => runInInjectionContext(injector, request)));
  });
  return computed(() => {
    const known = names();
    return known?.hasValue() ? (known.value() ?? []).map(({ name }) => name) : [];
  });
}

function withoutTwins(requesters: readonly KnownRequester[]): KnownRequester[] {
  const byEmail = new Map(requesters.map((requester) => [requester.email, requester]));
  return [...byEmail.values()].sort((one, other) => one.email.localeCompare(other.email));
}

function inOrder(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((one, other) => one.localeCompare(other));
}
