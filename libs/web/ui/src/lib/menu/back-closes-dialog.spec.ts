import { MediaMatcher } from '@angular/cdk/layout';
import { Component, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatDialog } from '@angular/material/dialog';
import { provideRouter } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { backClosesDialog } from './back-closes-dialog';

@Component({ template: '' })
class Dialog {}

it('closes on Back, and stays on the page', async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const match = (query: string) => ({ matches: query.includes('coarse') }) as MediaQueryList;
  jest.spyOn(TestBed.inject(MediaMatcher), 'matchMedia').mockImplementation(match);
  history.pushState(null, '', '/list');
  history.pushState(null, '', '/list?page');
  const dialog = TestBed.inject(MatDialog).open(Dialog);

  backClosesDialog(TestBed.inject(Injector), dialog);
  history.back();
  await firstValueFrom(dialog.afterClosed());

  expect(location.search).toBe('?page');
});
