import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { FileSize } from './file-size';

/** Progress of an import. Screen readers announce every quarter. */
@Component({
  selector: 'docket-import-progress',
  imports: [FileSize, MatButton, MatProgressBar],
  templateUrl: './import-progress.html',
  styleUrls: ['./card.scss', './import-progress.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportProgress {
  readonly file = input.required<File>();
  /** Number of bytes sent. */
  readonly sent = input.required<number>();
  readonly cancelled = output();

  protected readonly percent = computed(() => Math.min(100, Math.floor((100 * this.sent()) / this.file().size)));
  /** Whether the upload is complete. The API stores rows while they arrive, so only the last ones are pending then. */
  protected readonly isSent = computed(() => this.sent() >= this.file().size);
  protected readonly quarter = computed(() => 25 * Math.floor(this.percent() / 25));
}
