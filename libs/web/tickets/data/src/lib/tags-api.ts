import { HttpClient } from '@angular/common/http';
import { Injectable, type Signal, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { TagCount } from '@docket/contract';
import { TAG_PATTERN, toTag } from '@docket/domain';
import { type Observable, catchError, debounceTime, distinctUntilChanged, map, of, switchMap } from 'rxjs';

/** Pause in typing before the request, in ms. */
const TYPING_PAUSE_MS = 150;

const TAG = new RegExp(TAG_PATTERN, 'u');
const NONE: readonly string[] = [];

/** The tags of the newest tickets. */
@Injectable({ providedIn: 'root' })
export class TagsApi {
  private readonly http = inject(HttpClient);

  /**
   * Tags that begin with a typed text, the most frequent first, after a pause in typing. None for a text that no tag begins with, while
   * they load, and if they cannot be loaded: a completion is only a help. Call in an injection context.
   *
   * @param typed undefined while nobody needs them
   */
  completions(typed: Signal<string | undefined>): Signal<readonly string[]> {
    return toSignal(
      toObservable(typed).pipe(
        map((text) => (text === undefined ? undefined : toTag(text))),
        distinctUntilChanged(),
        debounceTime(TYPING_PAUSE_MS),
        switchMap((prefix) => (prefix !== undefined && TAG.test(prefix) ? this.fetch(prefix) : of(NONE))),
      ),
      { initialValue: NONE },
    );
  }

  private fetch(prefix: string): Observable<readonly string[]> {
    return this.http.get<TagCount[]>('/api/tags', { params: { prefix } }).pipe(
      map((tags) => tags.map(({ name }) => name)),
      catchError(() => of(NONE)),
    );
  }
}
