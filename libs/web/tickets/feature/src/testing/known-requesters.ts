import { type HttpInterceptorFn, type HttpRequest, HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Subject, mergeMap, of, throwError } from 'rxjs';

interface Person {
  readonly email: string;
  readonly name?: string;
}

let known: readonly Person[] = [];
let held: Subject<void> | undefined;
let isFailing = false;
let isLeftToTest = false;
let asked: string[] = [];

/** Responds to lookups and completions of an address. Without {@link knowRequesters}, every address is unknown. */
export const knownRequesters: HttpInterceptorFn = (request, next) => {
  if (request.url === '/api/requesters' && !isLeftToTest) {
    const wanted = request.params.get('contains')?.toLowerCase() ?? '';
    return of(new HttpResponse({ status: 200, body: known.filter((person) => isMatch(person, wanted)) }));
  }
  const email = askedFor(request);
  if (email === undefined) return next(request);
  asked.push(email);
  if (isFailing) return throwError(() => new HttpErrorResponse({ status: 503 }));
  const answer = () => of(new HttpResponse({ status: 200, body: ticketsOf(email) }));
  return held ? held.pipe(mergeMap(answer)) : answer();
};

/** Leaves completions to the test. */
export function leaveCompletions(): void {
  isLeftToTest = true;
}

/** Makes these people known. */
export function knowRequesters(...people: readonly Person[]): void {
  known = people;
}

/** Holds back responses until the returned function is called. */
export function holdAnswers(): () => void {
  const holding = new Subject<void>();
  held = holding;
  return () => {
    held = undefined;
    holding.next();
    holding.complete();
  };
}

/** Makes the API respond with an error. */
export function failAnswers(): void {
  isFailing = true;
}

/** Addresses requested since the last call. */
export function askedAddresses(): string[] {
  return asked.splice(0);
}

export function forgetRequesters(): void {
  known = [];
  held = undefined;
  isFailing = false;
  asked = [];
}

function isMatch({ email, name = '' }: Person, wanted: string): boolean {
  return wanted !== '' && [email, name].some((text) => text.toLowerCase().includes(wanted));
}

function askedFor({ url, params }: HttpRequest<unknown>): string | undefined {
  const isQuestion = url === '/api/tickets' && params.get('limit') === '1';
  return isQuestion ? (params.get('requester') ?? undefined) : undefined;
}

function ticketsOf(email: string): object[] {
  return known.filter((person) => person.email === email).map((person, id) => ({ id, requester: { id, ...person } }));
}
