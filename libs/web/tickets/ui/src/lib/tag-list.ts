import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** The tags of a ticket. A long list is cut to the first tags and the number of the others; screen readers read all tags. */
@Component({
  selector: 'docket-tag-list',
  template: `
    @for (tag of shown(); track tag) {
      <span class="tag" dir="auto">{{ tag }}</span>&ngsp;
    }
    @if (hidden(); as hidden) {
      <span class="more" aria-hidden="true">+{{ hidden.length }}</span
      >&ngsp;
      <span class="cdk-visually-hidden">{{ hidden.join(', ') }}</span>
    }
    @if (limit() && tags().length > 1) {
      <span class="more narrow" aria-hidden="true">+{{ tags().length - 1 }}</span>
    }
  `,
  styleUrl: './tag-list.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TagList {
  readonly tags = input.required<readonly string[]>();
  /** Number of tags to show; all if undefined. */
  readonly limit = input<number>();
  protected readonly shown = computed(() => this.tags().slice(0, this.limit()));
  protected readonly hidden = computed(() => {
    const hidden = this.tags().slice(this.shown().length);
    return hidden.length > 0 ? hidden : undefined;
  });
}
