import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type Problem, toProblem } from '@docket/web/http';
import { RequestsApi, Session } from '@docket/web/people/data';
import { EntryHeading } from '../entry/entry-heading';
import { EntryProblem } from '../entry/entry-problem';
import { injectFocusLater } from '../fields/focus-later';
import { TextArea } from '../fields/text-area';
import { TextField } from '../fields/text-field';
import {
  REQUEST_FIELDS,
  type RequestErrors,
  type RequestField,
  errorsOf,
  missingIn,
  readRequest,
} from './request-form';

/** Lets people without an account file a ticket. */
@Component({
  selector: 'docket-request-page',
  imports: [EntryHeading, EntryProblem, MatButton, RouterLink, TextArea, TextField],
  templateUrl: './request-page.html',
  styleUrls: ['../entry/entry.scss', './request-page.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestPage {
  private readonly focusLater = injectFocusLater();
  private readonly requests = inject(RequestsApi);
  protected readonly session = inject(Session);
  private readonly title = viewChild<TextField>('title');
  private readonly description = viewChild<TextArea>('description');
  private readonly email = viewChild<TextField>('email');
  private readonly name = viewChild<TextField>('name');
  private readonly failure = viewChild(EntryProblem);
  private readonly confirmation = viewChild<ElementRef<HTMLElement>>('confirmation');

  /** Reference of the sent request. */
  protected readonly reference = signal<string | undefined>(undefined);
  protected readonly isSending = signal(false);
  protected readonly errors = signal<RequestErrors>({});
  protected readonly problem = signal<Problem | undefined>(undefined);

  constructor() {
    afterNextRender(() => this.title()?.focus());
  }

  protected async sendRequest(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isSending()) return;
    const request = readRequest(event.target);
    this.problem.set(undefined);
    if (this.showErrors(missingIn(request))) return;
    this.isSending.set(true);
    try {
      this.reference.set(await this.requests.file(request));
      this.focusLater(() => this.confirmation()?.nativeElement);
    } catch (error) {
      this.showFailure(toProblem(error));
    } finally {
      this.isSending.set(false);
    }
  }

  protected startAnother(): void {
    this.reference.set(undefined);
    this.focusLater(() => this.title());
  }

  /** Removes the error of a changed field. */
  protected forget(field: RequestField): void {
    this.errors.update(({ [field]: _, ...errors }) => errors);
  }

  private showFailure(problem: Problem): void {
    if (this.showErrors(errorsOf(problem))) return;
    this.problem.set(problem);
    this.focusLater(() => this.failure());
  }

  /** Shows errors at their fields and focuses the first one. Returns whether there are any. */
  private showErrors(errors: RequestErrors): boolean {
    this.errors.set(errors);
    const first = REQUEST_FIELDS.find((field) => errors[field] !== undefined);
    const fields = { title: this.title, description: this.description, email: this.email, name: this.name };
    if (first) this.focusLater(() => fields[first]());
    return first !== undefined;
  }
}
