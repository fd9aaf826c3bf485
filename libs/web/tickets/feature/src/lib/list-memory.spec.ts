import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { openOtherTab } from '@docket/web/ui/testing';
import { ListMemory } from './list-memory';

afterEach(() => sessionStorage.clear());

it('stores the position over a reload, but not after a sign-out in another tab', () => {
  const otherTab = openOtherTab();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const memory = TestBed.inject(ListMemory);
  memory.remember({ url: '/tickets?search=nair', top: 7 });
  memory.store();
  expect(sessionStorage.getItem('docket.list')).toContain('nair');

  otherTab.say('signed-out');
  otherTab.close();
  sessionStorage.clear();
  memory.store();

  expect(sessionStorage.getItem('docket.list')).toBeNull();
});
