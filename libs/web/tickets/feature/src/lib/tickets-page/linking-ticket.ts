import { Location } from '@angular/common';
import { computed, inject } from '@angular/core';
import { Router } from '@angular/router';

/** The ticket with the link that opened the current ticket or list. Create in an injection context. */
export class LinkingTicket {
  private readonly location = inject(Location);
  private readonly router = inject(Router);
  /** Its id, which the history entry keeps; undefined for one that was opened elsewhere. */
  readonly id = computed(() => this.router.lastSuccessfulNavigation()?.extras.state?.['from'] as number | undefined);

  goBack(): void {
    this.location.back();
  }
}
