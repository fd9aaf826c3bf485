import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { Session } from '@docket/web/people/data';
import { Icon } from '@docket/web/ui';
import { OWN_ENTRIES, SETTINGS_ENTRIES } from './settings-entries';

/** Frame of the settings: a list of the permitted pages, next to the open one. */
@Component({
  selector: 'docket-settings-page',
  imports: [Icon, NgTemplateOutlet, RouterLink, RouterLinkActive, RouterOutlet],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  private readonly session = inject(Session);
  protected readonly entries = computed(() =>
    SETTINGS_ENTRIES.filter(({ permission }) => !permission || this.session.can(permission)),
  );
  protected readonly ownEntries = computed(() => (this.session.user() ? OWN_ENTRIES : []));
}
