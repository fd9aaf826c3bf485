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
import type { QueryCompletion } from '@docket/ticket-query';
import { TeamsApi } from '@docket/web/people/data/teams';
import { TagsApi, type Ticket } from '@docket/web/tickets/data';
import type { KnownNames } from './query-options';

interface Names {
  hasValue(): boolean;
  value(): readonly { readonly name: string }[] | undefined;
}

/**
 * The names for the completion. People and teams are requested when a query first needs them, tags while one is typed; tags and email
 * addresses of the listed tickets are known without a request. Create in an injection context.
 *
 * @param completion the typed text, and the key whose names complete it
 */
export function knownNames(
  completion: Signal<QueryCompletion | undefined>,
  tickets: Signal<readonly Ticket[]>,
): Signal<KnownNames> {
  const api = inject(TeamsApi);
  const key = computed(() => completion()?.key);
  const tags = inject(TagsApi).completions(computed(() => (key() === 'tag' ? completion()?.typed : undefined)));
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
    tag: inOrder([...tickets().flatMap((ticket) => ticket.tags ?? []), ...tags()]),
    requester: inOrder(tickets().flatMap(({ requester }) => requester?.email ?? [])),
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

function inOrder(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort((one, other) => one.localeCompare(other));
}
