import { DestroyRef, Injector, effect, inject } from '@angular/core';
import type { Composer } from '../conversation/composer/composer';
import type { Step } from './neighbours';
import type { ResultFocus, ResultParts } from './result-focus';
import type { RowKeys } from './row-keys';
import type { StepParts, TicketSteps } from './ticket-steps';
import type { TypedAhead } from './typed-ahead';

/** Shortcuts for a ticket, as opposed to the list. */
const FOR_TICKET = 'aicnprstT';

interface TicketKeys {
  /**
   * Handles a shortcut for a ticket: in the focused row, if it is not the open ticket, or for a reply or a note while there is no composer.
   */
  readonly take: (key: string | undefined) => boolean;
  /** Opens the next or previous ticket. */
  readonly step: (by: Step) => void;
  /** Moves the focus from the list to a row of the results. */
  readonly focusResults: (...search: Parameters<ResultFocus['take']>) => void;
}

interface LoadedKeys {
  readonly results: ResultFocus;
  readonly rowKeys: RowKeys;
  readonly steps: TicketSteps;
  readonly typedAhead: TypedAhead;
}

/** Shortcuts for tickets. Their code loads after the list. Call in an injection context. */
export function loadTicketKeys(
  hasList: () => boolean,
  parts: ResultParts & StepParts,
  composer: () => Composer | undefined,
): TicketKeys {
  const injector = inject(Injector);
  const page = inject(DestroyRef);
  let loaded: LoadedKeys | undefined;
  const load = async () => {
    const keys = await import('./ticket-keys');
    // Ahead, so that a change that fails without a connection can be reported.
    void import('../ticket-editor/show-notice').catch(() => undefined);
    if (loaded || page.destroyed) return loaded; // the person may have left the page before the code arrived
    const typedAhead = new keys.TypedAhead(parts.openId, composer, injector);
    new keys.UnsentReminder(parts.openId, injector);
    new keys.ListKeys(parts, injector);
    const rowKeys = new keys.RowKeys(parts, typedAhead, injector);
    const results = new keys.ResultFocus(parts, injector);
    return (loaded = { results, rowKeys, steps: new keys.TicketSteps(parts, injector), typedAhead });
  };
  const run = (action: (keys: LoadedKeys) => void) =>
    loaded ? action(loaded) : void load().then((keys) => keys && action(keys));
  effect(() => {
    if (hasList()) void load();
  });
  return {
    take: (key) => {
      const rowId = parts.table()?.focusedId();
      const isForRow = rowId !== undefined && (rowId !== parts.openId() || !parts.panel()?.fields());
      if (!isForRow || !key || !FOR_TICKET.includes(key)) return loaded?.typedAhead.start(key) ?? false;
      run(({ rowKeys }) => void rowKeys.open(rowId, key));
      return true;
    },
    step: (by) => run(({ steps }) => void steps.take(by)),
    focusResults: (...search) => run(({ results }) => void results.take(...search)),
  };
}
