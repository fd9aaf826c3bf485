import { type Signal, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { RequestersApi } from '@docket/web/tickets/data';
import {
  type Observable,
  catchError,
  debounceTime,
  distinctUntilChanged,
  firstValueFrom,
  map,
  of,
  startWith,
  switchMap,
  timeout,
} from 'rxjs';
import { type RequesterForm, type TypedRequester, typedRequester } from './requester-form';

/** Pause in typing before the request, in ms. */
const TYPING_PAUSE_MS = 150;

/** Maximum time that Save waits for the response, in ms. */
const ANSWER_TIMEOUT_MS = 1_000;

interface Answer {
  readonly email: string;
  /** Null if the address is unknown. */
  readonly person: { readonly name?: string } | null;
}

/**
 * Looks up the typed address and enters the known name, because the API renames a person if another name is sent with the address. Create
 * in an injection context.
 */
export class KnownRequester {
  private readonly api = inject(RequestersApi);
  private readonly answer = signal<Answer | undefined>(undefined);
  private readonly typed: Signal<TypedRequester | undefined>;
  /** Last name in the field, to tell typing from events without a change. */
  private lastName: string;
  /** The name in the field before a known name replaced it. */
  private ownName: string;
  private isOwnTyped = false;
  /** Whether the name was typed after the address. It is then not replaced. */
  private isTypedAfterAddress = false;

  /** The known name of the person, if it differs from the typed one. */
  readonly replacedName = computed(() => {
    const typed = this.typed();
    const known = this.answerFor(typed?.email)?.person?.name;
    return known !== undefined && typed?.name !== undefined && typed.name !== known ? known : undefined;
  });

  /** @param current the initial requester of the form, known without a request */
  constructor(
    private readonly form: RequesterForm,
    current?: { readonly email: string; readonly name?: string | null },
  ) {
    const { email, name } = form.controls;
    this.lastName = this.ownName = name.value;
    if (current) this.answer.set({ email: current.email, person: { name: current.name ?? undefined } });
    this.typed = toSignal(form.valueChanges.pipe(map(() => typedRequester(form))), {
      initialValue: typedRequester(form),
    });
    name.valueChanges.pipe(takeUntilDestroyed()).subscribe((typed) => this.noteTypedName(typed));
    const addresses = email.valueChanges.pipe(
      startWith(undefined),
      map(() => this.address()),
      distinctUntilChanged(),
    );
    addresses.pipe(takeUntilDestroyed()).subscribe(() => (this.isTypedAfterAddress = false));
    addresses
      .pipe(
        debounceTime(TYPING_PAUSE_MS),
        switchMap((address) => (this.answerFor(address) ? of(this.answer()) : this.ask(address))),
        takeUntilDestroyed(),
      )
      .subscribe((answer) => this.take(answer));
  }

  /** The requester to send. The name is left out unless it was typed for this person, so that the API keeps the known one. */
  toSend(): TypedRequester | undefined {
    const typed = typedRequester(this.form);
    if (!typed || this.answerFor(typed.email)) return typed;
    const isOwn = this.isOwnTyped && this.form.controls.name.value === this.ownName;
    return isOwn ? typed : { email: typed.email };
  }

  /** The person whom the name in the form renames, with the known name (null for none); undefined for no renaming. */
  renamed(): { readonly email: string; readonly name: string | null } | undefined {
    const typed = this.toSend();
    const person = this.answerFor(typed?.email)?.person;
    if (!typed?.name || !person || typed.name === person.name) return undefined;
    return { email: typed.email, name: person.name ?? null };
  }

  /** Waits for the response, up to {@link ANSWER_TIMEOUT_MS}. */
  async settled(): Promise<void> {
    const address = this.address();
    if (this.answerFor(address)) return;
    const answer = this.ask(address).pipe(timeout({ first: ANSWER_TIMEOUT_MS, with: () => of(undefined) }));
    this.take(await firstValueFrom(answer));
  }

  /** The typed address, normalised; undefined if it is incomplete. */
  private address(): string | undefined {
    return this.form.controls.email.valid ? typedRequester(this.form)?.email : undefined;
  }

  private answerFor(email: string | undefined): Answer | undefined {
    const answer = this.answer();
    return answer?.email === email ? answer : undefined;
  }

  /** Looks up an address. Undefined after a failure: the lookup is optional. */
  private ask(email: string | undefined): Observable<Answer | undefined> {
    if (email === undefined || email.includes(',')) return of(undefined);
    return this.api.fetchByEmail(email).pipe(
      map((person) => ({ email, person })),
      catchError(() => of(undefined)),
    );
  }

  private take(answer: Answer | undefined): void {
    if (!answer || answer.email !== this.address()) return;
    this.answer.set(answer);
    if (this.isTypedAfterAddress) return;
    const unnamed = this.isOwnTyped ? this.ownName : '';
    this.enter(answer.person ? (answer.person.name ?? unnamed) : this.ownName);
  }

  private enter(name: string): void {
    this.lastName = name;
    if (this.form.controls.name.value !== name) this.form.controls.name.setValue(name);
  }

  private noteTypedName(name: string): void {
    if (name === this.lastName) return;
    this.lastName = this.ownName = name;
    this.isOwnTyped = this.isTypedAfterAddress = name.trim() !== '';
  }
}
