import { ChangeDetectionStrategy, Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '@docket/web/ui';
import type { FileFault } from './import-draft';

/** Asks for a file, and reports why the last one was refused. */
@Component({
  selector: 'docket-file-picker',
  imports: [Icon, MatButton],
  templateUrl: './file-picker.html',
  styleUrl: './file-picker.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilePicker {
  readonly refused = input<{ readonly name: string; readonly fault: FileFault }>();
  /** Whether a file is being dragged over the page. */
  readonly isTarget = input(false);
  readonly chosen = output<File>();
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected open(): void {
    this.field().nativeElement.click();
  }

  protected take({ files }: HTMLInputElement): void {
    const file = files?.[0];
    if (file) this.chosen.emit(file);
    this.field().nativeElement.value = ''; // the same file can then be chosen again after a correction
  }
}
