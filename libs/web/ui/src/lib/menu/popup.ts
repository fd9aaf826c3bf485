import { FocusTrapFactory } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { isComposing } from '../shortcut/is-composing';
import { BackCloses } from './back-closes';
import { onPageScroll } from './on-page-scroll';

const BELOW: ConnectedPosition = { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top' };
const ABOVE: ConnectedPosition = { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom' };
const AT_THE_END = { originX: 'end', overlayX: 'end' } as const;
const POSITIONS = [BELOW, ABOVE, { ...BELOW, ...AT_THE_END }, { ...ABOVE, ...AT_THE_END }];

/**
 * A small dialog next to a button. It is open while the component exists. The popup and the button need a common parent with `position:
 * relative`. The content takes the focus; the code that closes the popup restores it.
 */
@Component({
  selector: 'docket-popup',
  imports: [CdkConnectedOverlay],
  template: `
    <ng-template
      cdkConnectedOverlay
      cdkConnectedOverlayBackdropClass="cdk-overlay-transparent-backdrop"
      cdkConnectedOverlayHasBackdrop
      [cdkConnectedOverlayOpen]="true"
      cdkConnectedOverlayPush
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayPositions]="positions"
      [cdkConnectedOverlayViewportMargin]="8"
      (backdropClick)="left.emit()"
      (overlayKeydown)="closeByKey($event)"
    >
      <div #popup class="popup" role="dialog" [attr.aria-label]="label()"><ng-content /></div>
    </ng-template>
  `,
  styles: `
    :host {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }

    .popup {
      display: flex;
      flex-direction: column;
      width: min(18rem, 100vw - 1rem);
      max-height: min(24rem, 100dvh - 1rem);
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 0.5rem;
      background: var(--mat-sys-surface-container);
      box-shadow: var(--mat-sys-level2);
      color: var(--mat-sys-on-surface);
      overflow: hidden;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Popup {
  private readonly popup = viewChild<ElementRef<HTMLElement>>('popup');
  private readonly overlay = viewChild.required(CdkConnectedOverlay);
  protected readonly origin = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly label = input.required<string>();
  /** Emits on Escape, or on Back on a touch screen. */
  readonly cancelled = output();
  /** Emits on a click outside. */
  readonly left = output();
  protected readonly positions = POSITIONS;

  constructor() {
    const traps = inject(FocusTrapFactory); // instead of the directive, which would load with the first page
    effect((onCleanup) => {
      const popup = this.popup();
      if (!popup) return;
      const trap = traps.create(popup.nativeElement);
      const stopFollowing = onPageScroll(this.origin.nativeElement, () => this.overlay().overlayRef.updatePosition());
      onCleanup(() => {
        trap.destroy();
        stopFollowing();
      });
    });
    inject(DestroyRef).onDestroy(inject(BackCloses).opened(() => this.cancelled.emit()));
  }

  protected closeByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancelled.emit();
  }
}
