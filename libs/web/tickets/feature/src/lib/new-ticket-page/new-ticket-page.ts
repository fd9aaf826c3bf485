import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  ErrorHandler,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { ErrorStateMatcher, ShowOnDirtyErrorStateMatcher } from '@angular/material/core';
import { MatError, MatFormField } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import { TITLE_MAX_LENGTH, surenessOf } from '@docket/domain';
import { type Problem, toProblem } from '@docket/web/http';
import { Session } from '@docket/web/people/data';
import { type NewTicket, type Suggestion, type Ticket, TicketChanges, TicketsApi } from '@docket/web/tickets/data';
import { PropertyValuePipe } from '@docket/web/tickets/ui';
import { Icon, NumberPipe, isComposing } from '@docket/web/ui';
import { Notices } from '@docket/web/ui/notices';
import { debounceTime, firstValueFrom } from 'rxjs';
import { FOCUS_TICKET } from '../focus-ticket';
import { ListMemory } from '../list-memory';
import { RequesterFields } from '../requester/requester-fields';
import { SimilarToDraft } from '../similar/similar-to-draft';
import { TextNotice } from '../text-notice/text-notice';
import { AssignmentFields } from './assignment-fields';
import { DraftStore } from './draft-store';
import { FiledMessage } from './filed-message';
import { FilingKey } from './filing-key';
import { HowOftenRight } from './how-often-right';
import { PropertyField } from './property-field';
import { PropertySuggester } from './property-suggester';
import { SaveFailure } from './save-failure';
import { showFieldErrors } from './show-field-errors';
import { TicketDraft } from './ticket-draft';
import type { SavingPage } from './wait-for-save';
import { SURENESS_TEXTS, suggestionReason } from './suggestion-reason';

/** Pause in typing before the draft is saved, in ms. */
const SAVE_PAUSE_MS = 800;

/** The form that files a ticket. Suggests a category and a priority from the text. */
@Component({
  selector: 'docket-new-ticket-page',
  imports: [
    AssignmentFields,
    HowOftenRight,
    Icon,
    NumberPipe,
    MatButton,
    MatError,
    MatFormField,
    MatInput,
    PropertyField,
    PropertyValuePipe,
    ReactiveFormsModule,
    RequesterFields,
    RouterLink,
    SaveFailure,
    SimilarToDraft,
  ],
  providers: [
    PropertySuggester,
    TicketDraft,
    { provide: ErrorStateMatcher, useClass: ShowOnDirtyErrorStateMatcher }, // no error for merely tabbing through
  ],
  templateUrl: './new-ticket-page.html',
  styleUrl: './new-ticket-page.scss',
  host: { '(document:keydown.escape)': 'leaveByKey($event)', '(window:pagehide)': 'keepDraft()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewTicketPage implements SavingPage {
  private readonly api = inject(TicketsApi);
  private readonly changes = inject(TicketChanges);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  private readonly store = inject(DraftStore);
  private readonly notices = inject(Notices);
  private readonly errors = inject(ErrorHandler);
  private readonly injector = inject(Injector);
  private readonly destroyRef = inject(DestroyRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly suggester = inject(PropertySuggester);
  protected readonly draft = inject(TicketDraft);

  /** The list that the user came from. */
  private readonly listMemory = inject(ListMemory);
  protected readonly listUrl = this.router.parseUrl(this.listMemory.lastUrl() ?? '/tickets');
  /** The ticket or the list that the user came from. */
  protected readonly backUrl = this.openTicketUrl() ?? this.listUrl;
  protected readonly focusTicket = FOCUS_TICKET;
  /** Whether the page opened with a saved draft. */
  protected readonly isRestored = signal(false);
  protected readonly isDraftSaved = signal(false);
  /** Whether the optional fields are open. */
  protected readonly wantsAssignment = signal(false);
  private readonly key = new FilingKey();
  /** The running save. Resolves to whether it filed the ticket. */
  private saving?: Promise<boolean>;
  protected readonly isSaving = signal(false);
  protected readonly failure = signal<Problem | undefined>(undefined);
  protected readonly hint = computed(() => {
    if (this.suggester.isPending()) return 'pending';
    if (this.suggester.isBlind()) return 'none'; // people who know about the measurement choose differently (decision 31)
    if (this.suggester.isUnavailable() && (this.suggester.isOff() || this.draft.isChosen())) return 'none';
    if (this.suggester.isUnavailable()) return this.suggester.isUndecided() ? 'undecided' : 'unavailable';
    return this.draft.isSuggested() ? 'suggested' : 'none';
  });

  /** The suggestion of the desk's own model, while it is the category. */
  private readonly ofOwnModel = computed(() => {
    const suggestion = this.suggester.last();
    return this.draft.category.isSuggested() && suggestion?.confidence !== undefined ? suggestion : undefined;
  });
  protected readonly sureness = computed(() => {
    const confidence = this.ofOwnModel()?.confidence;
    return confidence === undefined ? undefined : SURENESS_TEXTS[surenessOf(confidence)];
  });
  protected readonly calibration = computed(() => this.ofOwnModel()?.calibration);
  protected readonly reason = computed(() => {
    const suggestion = this.suggester.last();
    const { category, priority } = this.draft;
    return suggestion && suggestionReason(suggestion, category.isSuggested(), priority.isSuggested());
  });

  protected readonly titleLimit = TITLE_MAX_LENGTH;
  protected readonly isMac = /Mac|iP/.test(navigator.platform);

  constructor() {
    const changes = this.draft.form.valueChanges.pipe(takeUntilDestroyed());
    changes.subscribe(() => this.onTextChange());
    changes.pipe(debounceTime(SAVE_PAUSE_MS)).subscribe(() => this.keepDraft());
    this.suggester.suggestions.pipe(takeUntilDestroyed()).subscribe((suggestion) => this.show(suggestion));
    effect(() => this.suggester.isUnavailable() && this.draft.unmark());
    effect(() => this.session.hasEnded() && untracked(() => this.keepDraft())); // after a sign-out, nothing is stored
    this.destroyRef.onDestroy(() => this.keepDraft());
    const draft = this.store.recall();
    if (draft) this.draft.restore(draft);
    this.isRestored.set(draft !== undefined);
    this.wantsAssignment.set(!this.draft.assignment.isEmpty());
    afterNextRender(() => this.focusOn('#ticket-title'));
  }

  /** Waits for a running save. The draft is stored, so leaving is otherwise safe. */
  canLeave(): boolean | Promise<boolean> {
    return this.saving ?? true;
  }

  /** Stores the draft, but not after a sign-out or another person's sign-in: drafts are private. */
  protected keepDraft(): void {
    if (this.session.keepsNothing()) return;
    const draft = this.draft.toSaved();
    this.store.store(draft);
    this.isDraftSaved.set(draft !== undefined);
  }

  /** Leaves the form on Escape, like Cancel, unless Escape closes something such as an open select. */
  protected leaveByKey(event: Event): void {
    if (event.defaultPrevented || isComposing(event) || this.isSaving()) return;
    event.preventDefault();
    this.tellDraftKept();
    void this.router.navigateByUrl(this.backUrl, { info: FOCUS_TICKET });
  }

  /** The URL of the ticket that was open before this page. It may have left the list since. */
  private openTicketUrl(): UrlTree | undefined {
    const url = this.router.currentNavigation()?.previousNavigation?.finalUrl;
    return /^\/tickets\/\d/.test(url?.toString() ?? '') ? url : undefined;
  }

  protected tellDraftKept(): void {
    this.keepDraft();
    if (this.store.recall()) this.notices.show({ component: TextNotice, data: 'Draft kept' });
  }

  protected discardDraft(): void {
    this.draft.clear();
    this.store.store(undefined);
    this.suggester.reset();
    this.isRestored.set(false);
    this.isDraftSaved.set(false);
    this.wantsAssignment.set(false);
    this.focusOn('#ticket-title');
  }

  /** Handles Ctrl+Enter and Cmd+Enter. */
  protected fileFromKeyboard(event: Event): void {
    if (isComposing(event)) return;
    event.preventDefault();
    void this.fileTicket();
  }

  /** Ignores repeated submits; does not wait for a suggestion. */
  protected async fileTicket(): Promise<void> {
    if (this.isSaving()) return;
    const ticket = this.draft.toTicket();
    if (!ticket) return this.focusOnFirstError();
    this.suggester.cancel();
    this.failure.set(undefined);
    this.isSaving.set(true);
    const report = this.draft.keepsEarlierSuggestion() ? {} : this.suggester.toReport();
    const saving = this.save({ ...ticket, ...report });
    this.saving = saving.then((filed) => filed !== undefined);
    const filed = await saving;
    this.saving = undefined;
    this.isSaving.set(false);
    if (filed) await this.finish(filed);
  }

  /** Requests a suggestion when the user leaves a text field. */
  protected requestSuggestion(): void {
    if (!this.draft.isChosen() && this.draft.toText()) this.suggester.requestNow();
  }

  /** Files the ticket. Undefined after a failure; the draft keeps the text for another attempt. */
  private async save(ticket: NewTicket): Promise<Ticket | undefined> {
    try {
      return await firstValueFrom(this.api.createTicket(ticket, this.key.of(ticket)));
    } catch (error) {
      this.showFailure(toProblem(error));
      return undefined;
    }
  }

  private show(suggestion: Suggestion): void {
    if (this.draft.suggest(suggestion)) this.suggester.markShown();
  }

  private onTextChange(): void {
    this.isDraftSaved.set(false);
    const text = this.draft.toText();
    if (!text) this.draft.unmark();
    if (text && !this.draft.isChosen()) this.suggester.setText(text);
    else this.suggester.cancel();
  }

  private async finish(ticket: Ticket): Promise<void> {
    this.draft.clear();
    this.store.store(undefined);
    this.changes.announce({ kind: 'filed', ticket });
    this.listMemory.rememberFiled(ticket.id);
    this.notices.show({ component: FiledMessage, data: { ticket, list: this.listUrl.queryParams }, isLong: true });
    try {
      if (!this.destroyRef.destroyed) await this.router.navigateByUrl(this.listUrl);
    } catch (error) {
      this.errors.handleError(error); // only the navigation failed: the ticket is filed
    }
  }

  private showFailure(problem: Problem): void {
    if (!showFieldErrors(this.draft.form, problem)) this.failure.set(problem);
    else this.focusOnFirstError();
  }

  private focusOnFirstError(): void {
    const invalid = 'input.ng-invalid, textarea.ng-invalid, mat-select.ng-invalid';
    afterNextRender(() => this.focusOn(invalid), { injector: this.injector }); // rendering adds the classes
  }

  private focusOn(selector: string): void {
    this.element.querySelector<HTMLElement>(selector)?.focus();
  }
}
