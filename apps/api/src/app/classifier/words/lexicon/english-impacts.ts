import {
  ALL_OF_IT,
  BROKEN_INTO,
  DATA,
  DESTROYED,
  DID,
  FAILED,
  GUARDED,
  HARM,
  IN_WRONG_HANDS,
  MANY,
  MISSING,
  NOBODY,
  OF_OTHERS,
  RECORDS,
  SECRETS,
  SEES,
  STOPPED,
  STOPS_PEOPLE,
  STRANGER,
  SYSTEMS,
  VANISHED,
  VANISHED_FOR_SURE,
} from './english-impact-words';
import type { Impact } from './lexicon';

/** Pairs of groups of phrases that make a ticket critical together. Written for Docket. */
const IMPACTS: readonly Impact[] = [
  {
    of: `
      everyone, everybody, nobody, no one, none of our, none of the, none of us, all of us, all of them, every user, every single user,
      every customer, all users, all customers, all staff, all employees, all teachers, all students, all pupils, all agents, all tenants,
      all branches, all sites, all offices, all stores, all shops, all clinics, all regions, every region, every site, every branch,
      every office, every floor, every store, every department, every service, entire staff, entire company, entire office, entire team,
      entire hospital, entire school, entire site, entire workforce, whole company, whole office, whole staff, whole school,
      whole hospital, whole site, whole department, whole team, complete workforce, our users, our customers, customers, users, anybody,
      anyone, no driver, no department, no customer, no user, hundreds of, thousands of, across the country, countrywide, worldwide,
      nothing, all hosted, every endpoint, all endpoints
    `,
    what: `
      down, offline, unreachable, unavailable, outage, cannot work, can t work, cannot log in, can t log in, cannot sign in,
      can t sign in, cannot access, can t access, can t reach, cannot reach, can t open, cannot open, can t use, cannot use, can t pay,
      cannot pay, can t order, cannot order, can buy, can log in, can sign in, can work, can access, can reach, can open, can use,
      can take calls, can start, locked out, kicked out, kicks us out, logged out, is broken, stopped working, has stopped, have stopped,
      not working, hangs, stuck, frozen, crash*, 500, 502, 503, 504, gateway*, error*, refuses, rejects, without service, gone, unusable,
      sees nothing, can see nothing, moves, comes up, answers, works, standing still, sent home, shut the doors, lost the
    `,
  },
  {
    of: `
      production, prod, checkout, payments, payment gateway, core system, core banking, banking, data center, data centre, datacenter,
      cluster, server*, database, website, web site, web shop, webshop, our shop, our store, our site, platform, api, network, engine,
      switchboard, phone system, telephone system, erp, main system, booking system, order system, control system, system
    `,
    what: `
      is down, are down, went down, goes down, has gone down, down since, unreachable, is offline, are offline, is off, fell over,
      has stopped, stopped, halted, does not come back, has not come back, not come back, is gone, gone entirely, gone completely,
      completely unavailable, is dead, crashed, no orders, zero orders, lost quorum, quorum is lost, power cut, power failure, outage,
      gave up
    `,
  },
  {
    of: `
      data, files, documents, records, tickets, messages, orders, bookings, transactions, postings, payments, contracts, backups, backup,
      database, table, bucket, uploads, drive, folders, archive, photos, history, everything, projects, accounts
    `,
    what: `
      was deleted, were deleted, are deleted, been deleted, got deleted, deleted all, deleted everything, deleted everyone, deleted every,
      deleted the whole, gone, is gone, are gone, vanished, disappeared, wiped, erased, overwritten, overwrote, dropped, destroyed,
      corrupt*, we lost, we have lost, has lost, all lost, everything lost, lost all, is lost, are lost, missing since, do not exist,
      don t exist, does not exist, removed the, not recoverable, irrecoverable, unrecoverable, cannot be restored, can t be restored,
      cannot restore, can t be read, is empty, are empty, ransomware, encrypted by
    `,
  },
  {
    of: `
      data, patient*, customer data, customers, records, files, passwords, password, credentials, accounts, admin, administrator, keys,
      key, token*, database, crm, documents, invoices, salaries, personal data, list, other customer*, tenant*, strangers, bucket
    `,
    what: `
      visible to the public, visible to everyone, visible to anyone, publicly visible, publicly accessible, public on,
      open to the internet, on the internet, without signing in, without a password, without logging in, indexed by, leaked, leak,
      exposed, published, stolen, was stolen, hijacked, breach, breached, hacked, hacker*, attacker*, intruder*, criminals, unauthorised,
      unauthorized, exfiltrat*, exported by, export the complete, unknown address, for sale, dark web, of other customers,
      of another customer, of other tenants, belonging to other, someone else s, somebody outside, strangers, paste site, emptying,
      isolation failure
    `,
    affirmed: true,
  },

  { of: MANY, what: STOPS_PEOPLE, within: 5 },
  {
    of: NOBODY,
    what: 'can, is able, are able, gets in, gets through, get through, works, has access, have access',
    within: 4,
    inOrder: true,
  },
  {
    of: 'not work, not working, doesn t work, fails, failing, broken, down, out, unavailable, inaccessible, an error, refused',
    what: `
      for anybody, for anyone, for everybody, for everyone, for all, for all of, for any of us, for any of our, for every*,
      for the entire, for the whole, for us all, company wide, globally, worldwide, in all regions, at all sites
    `,
    within: 1,
    inOrder: true,
  },
  { of: SYSTEMS, what: STOPPED, within: 4, inOrder: true },
  { of: `${STOPPED}, ${FAILED}`, what: HARM, within: 10 },
  { of: ALL_OF_IT, what: VANISHED, within: 6, inOrder: true },
  { of: DATA, what: VANISHED_FOR_SURE, within: 5, affirmed: true },
  { of: RECORDS, what: MISSING, within: 5, affirmed: true },
  { of: DESTROYED, what: ALL_OF_IT, within: 2, inOrder: true },
  { of: SECRETS, what: IN_WRONG_HANDS, within: 8, affirmed: true },
  { of: GUARDED, what: BROKEN_INTO, within: 6 },
  { of: SEES, what: OF_OTHERS, within: 6, inOrder: true },
  { of: STRANGER, what: DID, within: 5, inOrder: true },
];

/** Adds contractions of "does not" and "cannot": the words of `doesn't` are `doesn` and `t`. */
function withContractions(phrases: string): string {
  const all = phrases.split(',').map((phrase) => phrase.trim());
  const contracted = all.flatMap((phrase) => {
    const short = phrase
      .replace(/\b(does|do|is|are|has|have|was|were|did|could) not\b/, '$1n t')
      .replace(/\bwill not\b/, 'won t')
      .replace(/\bcannot\b/, 'can t');
    return short === phrase ? [] : [short, phrase.replace(/\bcannot\b/, 'can not')];
  });
  return [...new Set([...all, ...contracted])].join(', ');
}

export const ENGLISH_IMPACTS: readonly Impact[] = IMPACTS.map((impact) => ({
  ...impact,
  of: withContractions(impact.of),
  what: withContractions(impact.what),
}));
