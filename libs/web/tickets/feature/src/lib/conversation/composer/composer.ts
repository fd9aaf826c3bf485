import { InputModalityDetector } from '@angular/cdk/a11y';
import { Clipboard } from '@angular/cdk/clipboard';
import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  type OnInit,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MESSAGE_MAX_LENGTH, MESSAGE_VISIBILITIES, type MessageVisibility } from '@docket/domain';
import {
  Compositions,
  DraftedReplies,
  type MessageDraft,
  type SentMessage,
  type TimelineEntry,
  isMessage,
} from '@docket/web/conversation/data';
import { Session } from '@docket/web/people/data';
import { type Ticket, TicketChanges } from '@docket/web/tickets/data';
import { Icon, NumberPipe, isComposing } from '@docket/web/ui';
import { countCodePoints } from '../../new-ticket-page/code-points';
import { CONVERSATION_ICONS } from '../conversation-icons';
import { ComposerNotice, type ComposerState } from './composer-notice';
import { HeldKeys } from '../../held-keys';
import { MaskWarning, placeOf } from './mask-warning';
import { DraftReply } from '../../writing/draft-reply';
import { SendButton } from './send-button';
import { type SendChoice, sentText } from './send-choice';
import { Typing } from './typing';

/** Whether CSS can grow a text field with its text. */
const GROWS_BY_CSS = globalThis.CSS?.supports('field-sizing', 'content') ?? true;

/** Editor for a reply or a note. Both drafts are kept while the other one, another ticket or another page is open. */
@Component({
  selector: 'docket-composer',
  imports: [ComposerNotice, DraftReply, Icon, MatButton, NumberPipe, SendButton],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
  host: {
    '[class.note]': 'isNote()',
    '(window:online)': 'flush()',
    '(document:visibilitychange)': 'synchronize()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Composer implements OnInit {
  private readonly changeDetector = inject(ChangeDetectorRef);
  private readonly clipboard = inject(Clipboard);
  private readonly compositions = inject(Compositions);
  private readonly changes = inject(TicketChanges);
  private readonly drafted = inject(DraftedReplies);
  private readonly heldKeys = inject(HeldKeys);
  private readonly modality = inject(InputModalityDetector);
  private readonly session = inject(Session);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');
  private readonly sendButton = viewChild(SendButton);
  /** Queried by template variable: a query by class would load the notice with the composer. */
  private readonly notice = viewChild<ComposerNotice>('notice');
  readonly ticketId = input.required<number>();
  /** Receiver of a reply, if the ticket has a requester. */
  readonly requester = input<Ticket['requester']>();
  /** The newest entry that the author has seen. */
  readonly seenId = input<number>();
  /** Replies that arrived while the author was writing. */
  readonly unseenReplies = input<readonly TimelineEntry[]>([]);
  /** Whether the ticket was deleted. The text stays, to copy it. */
  readonly isDeleted = input(false);
  /** Emits a sent message, even if another ticket is open by then. Other tabs are told, too. */
  readonly sent = output<SentMessage>();
  /** Emits replies that the author wants to read. */
  readonly newerShown = output<readonly TimelineEntry[]>();
  /** Emits when the author leaves the text field with Escape. */
  readonly left = output();

  protected readonly visibility = linkedSignal<number, MessageVisibility>({
    source: this.ticketId,
    computation: () => 'public',
  });
  protected readonly isNote = computed(() => this.visibility() === 'internal');
  private readonly composition = computed(() => this.compositions.of(this.ticketId(), this.visibility()));
  protected readonly draft = computed(() => this.composition().draft);
  private readonly sending = computed(() => this.composition().sending);
  private readonly warning = new MaskWarning(this.drafted, this.draft);
  /** State of sending. Newer replies, and what the model's draft left out, stop a message before it is sent. */
  protected readonly state = computed<ComposerState>(() => {
    const masks = this.warning.masks();
    if (masks.length > 0) return { kind: 'masked', masks };
    const state = this.sending().state();
    const entries = this.unseenReplies();
    const isStopped = state.kind === 'idle' && this.isWriting() && !this.isNote() && entries.length > 0;
    return isStopped ? { kind: 'newer', entries, whileWriting: true } : state;
  });
  protected readonly isSending = computed(() => this.state().kind === 'sending');
  protected readonly hasNotice = computed(() => !['idle', 'sending'].includes(this.state().kind));
  /** Whether the author has to read something before the message is sent. */
  private readonly isStopped = computed(() => ['newer', 'masked'].includes(this.state().kind));
  private readonly knowsInputs = signal(false);
  /** Whether the inputs are set, so that a message can be written. */
  readonly hasInputs = this.knowsInputs.asReadonly();
  private readonly typing = new Typing();
  /** Whether there is unsent text. */
  readonly isWriting = computed(() => this.hasInputs() && this.draft().text() !== '');
  /** Whether the author is writing a reply. */
  readonly isReplying = computed(() => this.typing.isOn() && this.isWriting() && !this.isNote());
  protected readonly isTooLong = computed(() => isTooLong(this.draft().text()));
  protected readonly isDisabled = computed(
    () => this.draft().text().trim() === '' || this.isTooLong() || this.isDeleted() || this.isStopped(),
  );
  /** Whether a model can draft a reply. */
  protected readonly hasModel = this.session.hasModel;
  protected readonly replyText = computed(() => this.compositions.of(this.ticketId(), 'public').draft.text());
  /** Result of sending, for screen readers. */
  protected readonly outcome = signal('');
  protected readonly icons = CONVERSATION_ICONS;
  protected readonly maxLength = MESSAGE_MAX_LENGTH;
  private isDestroyed = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.isDestroyed = true));
    effect(() => {
      const draft = this.draft();
      if (this.session.isKnown()) untracked(() => void draft.load());
    });
    this.changes.changes.pipe(takeUntilDestroyed()).subscribe((change) => {
      const isOpen = this.hasInputs() && change.kind === 'changed' && change.ticket.id === this.ticketId();
      if (isOpen && this.draft().text() !== '') void this.draft().refresh();
    });
    effect(() => {
      const drafts = this.isDeleted() ? this.drafts() : [];
      untracked(() => drafts.forEach((draft) => draft.keepAfterDeletion()));
    });
    effect((onCleanup) => {
      const id = this.ticketId();
      this.outcome.set('');
      this.typing.stop();
      onCleanup(() => untracked(() => this.compositions.leave(id)));
    });
  }

  /** A deferred block creates the composer before it sets its inputs. The panel, shortcuts and the browser may use it in between. */
  ngOnInit(): void {
    this.knowsInputs.set(true);
  }

  /** @param typed text typed before the field existed */
  focus(visibility: MessageVisibility, typed = ''): void {
    if (!this.hasInputs()) return;
    this.visibility.set(visibility);
    if (typed) this.write(this.draft(), this.draft().text() + typed);
    this.changeDetector.detectChanges(); // the next key goes into the field
    this.field().nativeElement.focus();
  }

  /** Arrow keys move to the other one of the two tabs. */
  protected moveTab(event: KeyboardEvent, otherTab: HTMLElement): void {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    this.visibility.update((visibility) => (visibility === 'public' ? 'internal' : 'public'));
    this.changeDetector.detectChanges(); // Tab then moves from this tab to its field
    otherTab.focus();
  }

  protected write(draft: MessageDraft, text: string): void {
    this.outcome.set('');
    if (this.state().kind === 'changed') this.sending().reset();
    this.typing.start();
    if (text.trim() === '' && draft.visibility === 'public') this.drafted.forget(draft.ticketId);
    draft.type(text);
  }

  /** Takes a draft of the model into the reply, which the person sends. */
  protected takeDraft(text: string): void {
    this.compositions.of(this.ticketId(), 'public').draft.type(text);
    if (!this.isNote()) this.field().nativeElement.focus();
  }

  /** Empties the reply. Does nothing while the draft is being sent. */
  protected discardDraft(): void {
    if (this.isSending()) return;
    this.write(this.compositions.of(this.ticketId(), 'public').draft, '');
    this.field().nativeElement.focus();
  }

  protected grow(field: HTMLTextAreaElement): void {
    if (GROWS_BY_CSS) return;
    field.style.height = 'auto'; // lets the field shrink, too
    field.style.height = `${field.scrollHeight}px`;
  }

  /** Handles Ctrl+Enter and Cmd+Enter. */
  protected async sendFromKeyboard(event: Event): Promise<void> {
    event.preventDefault();
    if (isComposing(event) || (event instanceof KeyboardEvent && event.repeat)) return;
    this.focusNotice();
    if (!this.isDisabled()) await this.sendAndLeave(this.sendButton()?.choice());
  }

  /** Handles the button and the menu. With the mouse, the field stays ready for the next message. */
  protected async sendByButton(choice?: SendChoice, seenId?: number): Promise<void> {
    if (this.modality.mostRecentModality === 'keyboard') await this.sendAndLeave(choice, seenId);
    else await this.send(choice, seenId);
  }

  /**
   * Sends the message and then moves the focus out of the field, so that the shortcuts for tickets work. Those that are pressed before run
   * afterwards, and not at all if the message could not be sent.
   */
  private async sendAndLeave(choice?: SendChoice, seenId?: number): Promise<void> {
    const endHold = this.heldKeys.hold(this.element);
    const isSent = await this.send(choice, seenId);
    const isDone = isSent && !this.isDestroyed && this.element.contains(document.activeElement);
    const leaves = isDone && this.draft().text() === '';
    if (leaves) this.left.emit();
    endHold(leaves);
    if (!isSent && !this.isDestroyed && this.element.contains(document.activeElement)) this.focusNotice();
  }

  /** If something stops the message, focuses the button that shows it. */
  private focusNotice(): void {
    if (!this.isStopped()) return;
    this.changeDetector.detectChanges(); // the button may have to appear first
    this.notice()?.focus();
  }

  protected leave(event: Event): void {
    if (!isComposing(event)) this.left.emit();
  }

  /**
   * @param seenId 0 without a timeline, because the author has seen nothing
   * @returns whether the message was sent
   */
  protected async send(choice: SendChoice = 'unchanged', seenId = this.seenId() ?? 0): Promise<boolean> {
    if (this.isSending() || this.isTooLong() || this.warning.stops()) return false;
    const { draft, sending } = this.composition();
    const isNote = draft.visibility === 'internal';
    this.outcome.set('');
    this.field().nativeElement.focus();
    const sent = await sending.send({
      ...(!isNote && choice !== 'unchanged' && { status: choice }),
      seenId,
    });
    if (!this.isDestroyed && this.element.contains(document.activeElement)) this.field().nativeElement.focus(); // a menu has closed
    if (!sent) return false;
    if (!this.isDestroyed) this.sent.emit(sent);
    this.changes.announce({ kind: 'changed', ticket: sent.ticket });
    const isShown = sent.ticket.id === this.ticketId() && sending.state().kind === 'idle';
    if (isShown) this.outcome.set(isNote ? 'Note added' : sentText(choice, !!sent.ticket.requester));
    return true;
  }

  /** Shows what stops the message: newer replies, or the first placeholder, selected so that typing replaces it. */
  protected showCause(): void {
    const state = this.state();
    const field = this.field().nativeElement;
    if (state.kind === 'masked') {
      field.focus();
      field.setSelectionRange(...placeOf(state.masks, field.value));
    }
    if (state.kind !== 'newer') return;
    this.newerShown.emit(state.entries);
    this.sending().reset();
    const replies = state.entries.filter(isMessage);
    this.outcome.set(replies.map(({ actor, message }) => `${actor.name}: ${message.body ?? ''}`).join('\n'));
    field.focus({ preventScroll: true });
  }

  protected sendAnyway(): void {
    const state = this.state();
    if (state.kind === 'masked') {
      this.warning.accept();
      return void this.sendByButton(this.sendButton()?.choice());
    }
    if (state.kind !== 'newer') return;
    const newestId = Math.max(0, ...state.entries.map(({ id }) => id));
    void this.sendByButton(this.sendButton()?.choice(), newestId);
  }

  protected retry(): void {
    void this.sendByButton(this.sendButton()?.choice());
  }

  protected copyText(): void {
    const isCopied = this.clipboard.copy(this.draft().text());
    this.outcome.set(isCopied ? 'Text copied' : 'Not copied');
  }

  protected flush(): void {
    if (!this.hasInputs()) return;
    for (const draft of this.drafts()) draft.flush();
  }

  /** Saves the drafts and, in a page that was hidden, shows what another device has saved since. */
  protected synchronize(): void {
    this.flush();
    if (!this.hasInputs() || document.hidden) return;
    for (const draft of this.drafts()) void draft.refresh(false);
  }

  /** The reply and the note. */
  private drafts(): readonly MessageDraft[] {
    return MESSAGE_VISIBILITIES.map((visibility) => this.compositions.of(this.ticketId(), visibility).draft);
  }
}

function isTooLong(text: string): boolean {
  return text.length > MESSAGE_MAX_LENGTH && countCodePoints(text) > MESSAGE_MAX_LENGTH;
}
