import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { FileSize } from './file-size';

/** How much of a file has been imported. Screen readers hear every quarter. */
@Component({
  selector: 'docket-import-progress',
  imports: [FileSize, MatButton, MatProgressBar],
  templateUrl: './import-progress.html',
  styleUrls: ['./card.scss', './import-progress.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportProgress {
  readonly file = input.required<File>();
  /** Bytes that have been sent. */
  readonly sent = input.required<number>();
  readonly cancelled = output();

  protected readonly percent = computed(() => Math.min(100, Math.floor((100 * this.sent()) / this.file().size)));
  /** The API stores rows while they arrive, so that only the last ones are left. */
  protected readonly isSent = computed(() => this.sent() >= this.file().size);
  protected readonly quarter = computed(() => 25 * Math.floor(this.percent() / 25));
}
