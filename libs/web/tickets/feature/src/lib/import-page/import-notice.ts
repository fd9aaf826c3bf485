import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_SNACK_BAR_DATA,
  MatSnackBarAction,
  MatSnackBarActions,
  MatSnackBarLabel,
  MatSnackBarRef,
} from '@angular/material/snack-bar';
import { NumberPipe } from '@docket/web/ui';
import type { EndedImport } from './import-state';

/** Reports the end of an import on other pages, with a button that shows its result. */
@Component({
  selector: 'docket-import-notice',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel, NumberPipe],
  template: `
    <span matSnackBarLabel>
      @if (state.kind === 'done') {
        {{ state.result.imported | docketNumber }} {{ state.result.imported === 1 ? 'ticket' : 'tickets' }} imported
      } @else {
        The import ended early
      }
    </span>
    <span matSnackBarActions>
      <button matButton matSnackBarAction aria-keyshortcuts="b" type="button" (click)="notice.dismissWithAction()">
        Show
      </button>
    </span>
  `,
  styles: ':host { display: flex; }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportNotice {
  protected readonly notice = inject<MatSnackBarRef<ImportNotice>>(MatSnackBarRef);
  protected readonly state = inject<EndedImport>(MAT_SNACK_BAR_DATA);
}
