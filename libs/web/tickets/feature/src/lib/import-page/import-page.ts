import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { isFocusLost } from '@docket/web/ui';
import { FilePicker } from './file-picker';
import { toImportOptions } from './import-corrections';
import { ImportDraft } from './import-draft';
import { ImportOutcome } from './import-outcome';
import { ImportProgress } from './import-progress';
import { ImportReview } from './import-review';
import { ImportRun } from './import-run';

/** Imports a file in four steps: choose, review, import, result. */
@Component({
  selector: 'docket-import-page',
  imports: [FilePicker, ImportOutcome, ImportProgress, ImportReview],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  host: {
    '(document:dragover)': 'allowDrop($event)',
    '(document:dragleave)': 'endDrag($event)',
    '(document:drop)': 'drop($event)',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly draft = inject(ImportDraft);
  protected readonly run = inject(ImportRun);
  protected readonly isTarget = signal(false);

  protected readonly step = computed(() => {
    const { kind } = this.run.state();
    if (kind !== 'idle') return kind;
    return this.draft.file() ? 'review' : 'choose';
  });

  constructor() {
    // Focuses the heading if the button that led to the next step has disappeared.
    effect(() => {
      this.step();
      afterNextRender({ read: () => this.focusHeadingIfLost() }, { injector: this.injector });
    });
  }

  protected start(): void {
    const file = this.draft.file();
    if (!file) return;
    const reading = this.draft.result()?.reading;
    const corrections = this.draft.corrections();
    this.run.start({
      file,
      source: this.draft.toSource(file),
      options: toImportOptions(corrections),
      encoding: reading?.file.encoding ?? corrections.encoding ?? 'utf-8',
      hasIds: reading?.columns.some(({ field }) => field === 'external_id') ?? false,
    });
  }

  /** Shows the review of the corrected file again. */
  protected review(): void {
    this.run.clear();
    this.draft.check();
  }

  protected chooseAnother(): void {
    this.draft.clear();
    this.run.clear();
  }

  protected choose(file: File): void {
    this.run.clear();
    void this.draft.choose(file);
  }

  /** Allows dropping a file anywhere. Otherwise, the browser would open a file that is dropped beside the zone. */
  protected allowDrop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const canDrop = this.step() !== 'running';
    event.dataTransfer.dropEffect = canDrop ? 'copy' : 'none';
    this.isTarget.set(canDrop);
  }

  protected endDrag({ relatedTarget }: DragEvent): void {
    if (relatedTarget === null) this.isTarget.set(false);
  }

  protected drop(event: DragEvent): void {
    this.isTarget.set(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    if (this.step() !== 'running') this.choose(file);
  }

  private focusHeadingIfLost(): void {
    if (isFocusLost()) this.element.querySelector<HTMLElement>('[data-heading]')?.focus();
  }
}
