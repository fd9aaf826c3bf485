import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { TicketsPage } from './tickets-page';

it('lists the tickets', async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(TicketsPage);
  fixture.detectChanges();
  TestBed.inject(HttpTestingController)
    .expectOne('/api/tickets/')
    .flush([{ id: 7, title: 'Cannot sign in' }]);

  const table = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatTableHarness);

  expect(await table.getCellTextByIndex()).toEqual([['7', 'Cannot sign in']]);
});
