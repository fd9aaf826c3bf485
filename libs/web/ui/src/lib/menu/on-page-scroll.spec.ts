import { OverlayRef } from '@angular/cdk/overlay';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatMenu, MatMenuTrigger } from '@angular/material/menu';
import { provideRouter } from '@angular/router';
import { MenuAnchor } from './menu-anchor';
import { Popup } from './popup';

@Component({
  imports: [Popup],
  template: `
    <div class="page"></div>
    <docket-popup label="Team"><div class="list"></div></docket-popup>
  `,
})
class WithPopup {}

@Component({
  imports: [MatMenu, MatMenuTrigger, MenuAnchor],
  template: `
    <div class="page"></div>
    <span #trigger="matMenuTrigger" [isOpen]="true" [docketMenuAnchor]="trigger" [matMenuTriggerFor]="menu"></span>
    <mat-menu #menu="matMenu"><div class="list"></div></mat-menu>
  `,
})
class WithMenu {}

it.each([
  ['popup', WithPopup],
  ['menu', WithMenu],
])(
  'keeps the button of a %s in view, also when the page scrolls, but not when its own list does',
  async (_name, Page) => {
    const update = jest.spyOn(OverlayRef.prototype, 'updatePosition');
    const shown: Element[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      shown.push(this); // jsdom has no layout
    };
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    const page = TestBed.createComponent<unknown>(Page);
    await page.whenStable();
    const scroll = (selector: string) => document.querySelector(selector)?.dispatchEvent(new Event('scroll'));
    const button = document.querySelector('docket-popup, [aria-hidden=true]');
    expect(shown.splice(0)).toEqual([button]);
    update.mockClear();

    expect(scroll('.list')).toBe(true);
    expect(update).not.toHaveBeenCalled();
    scroll('.page');
    expect(update).toHaveBeenCalledTimes(1);
    expect(shown).toEqual([button]);

    page.destroy();
    update.mockClear();
    document.dispatchEvent(new Event('scroll'));
    expect(update).not.toHaveBeenCalled();
  },
);
