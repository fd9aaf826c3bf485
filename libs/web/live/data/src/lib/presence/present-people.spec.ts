import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '@docket/web/people/data';
import { PresentPeople, type PresentPerson } from './present-people';

const ANA: PresentPerson = { id: 3, name: 'Ana Ruiz', doing: 'reading' };
const BEN: PresentPerson = { id: 4, name: 'Ben Okafor', doing: 'replying' };
const MEI: PresentPerson = { id: 5, name: 'Mei Tanaka', doing: 'reading' };

let present: PresentPeople;
beforeEach(() => {
  TestBed.configureTestingModule({ providers: [{ provide: Session, useValue: { user: signal({ id: 3 }) } }] });
  present = TestBed.inject(PresentPeople);
});

const change = (ticket_id: number, ...people: PresentPerson[]) =>
  present.update({ complete: false, tickets: [{ ticket_id, people }] });

it('knows the others in a ticket, and never the person themselves', () => {
  change(7, BEN, ANA);
  change(8, MEI);

  expect(present.inTicket(7)).toEqual([BEN]);
  expect(present.inTicket(9)).toEqual([]);
});

it('forgets those who have left, and everybody whom a complete update lacks', () => {
  change(7, BEN);
  change(8, MEI);
  change(7);
  expect(present.inTicket(7)).toEqual([]);
  expect(present.inTicket(8)).toEqual([MEI]);

  present.update({ complete: true, tickets: [{ ticket_id: 7, people: [BEN] }] });
  expect(present.inTicket(7)).toEqual([BEN]);
  expect(present.inTicket(8)).toEqual([]);

  present.forget();
  expect(present.all()).toEqual([]);
});

it('lists everybody once, by name', () => {
  change(7, MEI, BEN);
  change(8, { ...BEN, doing: 'reading' }, ANA);

  expect(present.all().map(({ name }) => name)).toEqual(['Ben Okafor', 'Mei Tanaka']);
});

it('gives another tab all that it knows', () => {
  change(7, BEN);

  expect(present.snapshot()).toEqual({ complete: true, tickets: [{ ticket_id: 7, people: [BEN] }] });
});
