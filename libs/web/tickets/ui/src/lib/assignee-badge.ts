import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '@docket/web/ui';
import { Avatar } from '@docket/web/ui/avatar';

/** Material Symbols, Apache License 2.0 (libs/web/ui/src/lib/icon/icon-paths.ts). */
export const PERSON_ICON =
  'M480-481q-66 0-108-42t-42-108q0-66 42-108t108-42q66 0 108 42t42 108q0 66-42 108t-108 42ZM160-160v-94q0-38 19-65t49-41q67-30 128.5-45T480-420q62 0 123 15.5t127.92 44.69q31.3 14.13 50.19 40.97Q800-292 800-254v94H160Zm60-60h520v-34q0-16-9.5-30.5T707-306q-64-31-117-42.5T480-360q-57 0-111 11.5T252-306q-14 7-23 21.5t-9 30.5v34Zm260-321q39 0 64.5-25.5T570-631q0-39-25.5-64.5T480-721q-39 0-64.5 25.5T390-631q0 39 25.5 64.5T480-541Zm0-90Zm0 411Z';

/** The assignee of a ticket: initials and name, or a dashed circle and "Nobody". */
@Component({
  selector: 'docket-assignee-badge',
  imports: [Avatar, Icon],
  template: `
    @if (assignee(); as assignee) {
      <docket-avatar [name]="assignee.name" [userId]="assignee.id" />
      <span class="name" dir="auto">{{ text() ?? assignee.name }}</span>
    } @else {
      <span class="nobody"><docket-icon [path]="icon" [size]="12" /></span>
      <span class="name none">Nobody</span>
    }
  `,
  styleUrl: './assignee-badge.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssigneeBadge {
  readonly assignee = input.required<{ readonly id: number; readonly name: string } | undefined>();
  /** Displayed instead of the name. */
  readonly text = input<string>();
  protected readonly icon = PERSON_ICON;
}
