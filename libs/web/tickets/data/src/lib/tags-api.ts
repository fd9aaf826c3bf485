import { HttpClient } from '@angular/common/http';
import { Injectable, type Signal, computed, inject } from '@angular/core';
import type { TagCount } from '@docket/contract';
import { TAG_PATTERN, toTag } from '@docket/domain';
import { type Observable, map, of } from 'rxjs';
import { type Completed, completed } from './completed';

const TAG = new RegExp(TAG_PATTERN, 'u');

/** Client of the tags of the newest tickets. */
@Injectable({ providedIn: 'root' })
export class TagsApi {
  private readonly http = inject(HttpClient);

  /**
   * Tags that start with the typed text, the most frequent first. See {@link completed}. Call in an injection context.
   *
   * @param typed undefined while no completion is needed
   */
  completions(typed: Signal<string | undefined>): Signal<Completed<string> | undefined> {
    const prefix = computed(() => {
      const text = typed();
      return text === undefined ? undefined : toTag(text);
    });
    return completed(prefix, (text) => (TAG.test(text) ? this.fetch(text) : of([])));
  }

  private fetch(prefix: string): Observable<readonly string[]> {
    return this.http
      .get<TagCount[]>('/api/tags', { params: { prefix } })
      .pipe(map((tags) => tags.map(({ name }) => name)));
  }
}
