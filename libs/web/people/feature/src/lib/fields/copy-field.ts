import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, type ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogRef } from '@angular/material/dialog';

/**
 * A secret to copy. Copying also works without HTTPS, where browsers have no clipboard API. A dialog with this field closes only by a
 * button: Escape or Back would lose a secret that Docket cannot show again.
 */
@Component({
  selector: 'docket-copy-field',
  imports: [MatButton],
  template: `
    <label for="copy-text">{{ label() }}</label>
    <div class="row">
      <input #input id="copy-text" readonly [value]="text()" (focus)="selectAll()" />
      <button matButton="outlined" type="button" (click)="copy()">Copy</button>
    </div>
    <p class="note" role="status">
      @switch (result()) {
        @case ('copied') {
          <span>Copied.</span>
        }
        @case ('failed') {
          <span>The browser did not copy it. Select it and press Ctrl C.</span>
        }
      }
    </p>
  `,
  styleUrls: ['./field.scss', './copy-field.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CopyField {
  private readonly clipboard = inject(Clipboard);
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');
  readonly label = input.required<string>();
  readonly text = input.required<string>();
  protected readonly result = signal<'copied' | 'failed' | undefined>(undefined);

  constructor() {
    const dialog = inject<MatDialogRef<unknown>>(MatDialogRef, { optional: true });
    if (dialog) dialog.disableClose = true;
  }

  focus(): void {
    this.input().nativeElement.focus();
    this.selectAll();
  }

  /** Selects the secret. Keeps its start in view, by which people recognise it. */
  protected selectAll(): void {
    const input = this.input().nativeElement;
    input.select();
    input.scrollLeft = 0;
  }

  protected copy(): void {
    this.result.set(this.clipboard.copy(this.text()) ? 'copied' : 'failed');
  }
}
