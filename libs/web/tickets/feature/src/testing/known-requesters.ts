import { type HttpInterceptorFn, type HttpRequest, HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { Subject, mergeMap, of, throwError } from 'rxjs';

interface Person {
  readonly email: string;
  readonly name?: string;
}

let known: readonly Person[] = [];
let held: Subject<void> | undefined;
let isFailing = false;
let asked: string[] = [];

/** Responds to lookups of an address. Without {@link knowRequesters}, every address is unknown. */
export const knownRequesters: HttpInterceptorFn = (request, next) => {
  const email = askedFor(request);
  if (email === undefined) return next(request);
  asked.push(email);
  if (isFailing) return throwError(() => new HttpErrorResponse({ status: 503 }));
  const answer = () => of(new HttpResponse({ status: 200, body: ticketsOf(email) }));
  return held ? held.pipe(mergeMap(answer)) : answer();
};

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

function askedFor({ url, params }: HttpRequest<unknown>): string | undefined {
  const isQuestion = url === '/api/tickets' && params.get('limit') === '1';
  return isQuestion ? (params.get('requester') ?? undefined) : undefined;
}

function ticketsOf(email: string): object[] {
  return known.filter((person) => person.email === email).map((person, id) => ({ id, requester: { id, ...person } }));
}
