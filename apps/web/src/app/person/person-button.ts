import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { SessionUser } from '@docket/web/people/data';
import { LazyMenu, LazyMenuFailure, avatarColour, initialsOf } from '@docket/web/ui';
import { PersonMenu } from './person-menu';

/** The signed-in person, as a button with a menu, which loads when first opened. */
@Component({
  selector: 'docket-person-button',
  imports: [LazyMenuFailure, MatIconButton, PersonMenu],
  templateUrl: './person-button.html',
  styleUrl: './person-button.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonButton {
  readonly person = input.required<SessionUser>();
  protected readonly initials = computed(() => initialsOf(this.person().name));
  protected readonly colour = computed(() => avatarColour(this.person().id));
  protected readonly menu = new LazyMenu();
}
