// The words of the pairs in english-impacts.ts. Written for Docket, from the words of many trades.

/** Affected people: many, or all. */
export const MANY = `
  everyone, everybody, nobody, no one, noone, none of our, none of the, none of us, all of us, all of them, all of our, every user,
  every customer, every client, every single, every account, every member, every guest, every agent, each and every, each customer,
  each user, all users, all customers, all clients, all staff, all employees, all colleagues, all teachers, all students, all pupils,
  all agents, all tenants, all members, all guests, all visitors, all patients, all drivers, all sellers, all readers, all subscribers,
  all players, all cashiers, all tills, all terminals, all departments, all locations, all branches, all sites, all offices, all stores,
  all shops, all clinics, all schools, all regions, all countries, all accounts, all machines, all computers, all devices, all our,
  all workstations, every region, every site, every branch, every office, every floor, every store, every shop, every department,
  every service, every login, every country, every location, every request, every call, every till, every terminal, entire staff,
  entire company, entire office, entire team, entire hospital, entire school, entire site, entire workforce, entire department,
  entire floor, entire building, entire plant, entire customer base, our entire, the entire, complete team, complete staff,
  complete workforce, whole company, whole office, whole staff, whole school, whole hospital, whole site, whole department, whole team,
  whole floor, whole building, whole plant, whole class, whole city, whole town, whole region, whole country, whole organisation,
  whole organization, whole university, whole clinic, whole crew, no driver, no department, hundreds of, thousands of, dozens of,
  across the country, across all, countrywide, company wide, globally, worldwide, not just me, not only me, both sites, both offices,
  all nurses, all doctors, all passengers, all parents, all residents, all lawyers, all volunteers, all workers, all engineers,
  all buyers, all merchants, all shoppers, all viewers, all callers, all nodes, all services, all systems, all servers, all lines,
  all phones
`;

/** Events that stop many people at once. */
export const STOPS_PEOPLE = `
  are affected, is affected, affected by this, lost access, lost their, lost connection, unable, cannot, can t, can not, could not,
  is blocked, are blocked, is locked, are locked, locked out, is stuck, are stuck, offline, disconnected, timeout*, time out, times out,
  timed out, cut off, is down, are down, went down, down for, without email, without e mail, without internet,
  without phones, without network, without power, without access, no network, no access, no connection, blank page, white page, stays white, stays blank, get an error, gets an error,
  an error, errors, error message, fails, failed, fail, is refused, refused, rejected, logged out, logged off, kicked out, kicked off,
  thrown out, crashes, is broken, are out, is out, stopped, not work, not working, doesn t work, does not work, do not work, don t work,
  no longer works, sent home, send home, at a standstill, stands still, idle, have no access, has no access, see nothing, sees nothing,
  no longer, frozen, freezes, hang, hangs, 500, 502, 503, 504, spinning, maintenance page
`;

/** "Nobody" and its variants, before an activity that nobody can do. */
export const NOBODY = `
  nobody, no one, noone, none of our, none of the, none of us, none of them, none of my colleagues, not one of, not one person,
  not a single, no single, not one, no user*, no customer*, no client*, no employee*, no agent*, no colleague*, no member*, no guest*,
  no visitor*, no passenger*, no patient*, no student*, no pupil*, no teacher*, no driver*, no doctor*, no nurse*, no resident*,
  no tenant*, no buyer*, no reader*, no cashier*, no clerk*, no till*, no branch, no store, no shop, no office, no department, no team
`;

/** Systems without which a business stands still. */
export const SYSTEMS = `
  production, prod, checkout, payments, payment gateway, payment system, payment provider, payment terminal*, card terminal*,
  card reader*, card payments, tills, cash register*, point of sale, pos system*, core system, core banking, banking, trading,
  data center*, data centre*, datacenter*, cluster, server, servers, database, databases, website, websites, web site, web shop, webshop,
  online shop, online store, our shop, our store, our site, the site, main site, reservation site, booking site, booking page, platform,
  portal, api, network, internet connection of, intranet, extranet, vpn, switchboard, phone system, phone lines, the phones, our phones,
  phones, telephone system, telephones, hotline, emergency line, emergency call*, call centre, call center, erp, crm, mes, scada,
  main system, central system, whole system, entire system, our system, booking system, booking service, reservation system,
  reservation service, order system, ordering system, order processing, ticketing system, ticket machines, vending system,
  control system*, control software, door system*, alarm system*, fire alarm system, access control, heating control, lift control,
  check in system, check in desks, check in, self check in, dispatch system, dispatch centre, dispatching, prescription service,
  prescription system, patient record*, patient system, lab system, results server, imaging system, x ray system, payroll, payroll system,
  payroll server, login service, login system, sign in service, authentication service, identity provider, single sign on, mail server,
  mail system, email server, e mail server, email system, e mail system, file share*, file server*, print server, dns, load balancer,
  main switch, core switch, core router, main router, firewall, internet line, the service, your service, our service, information system,
  streaming, live stream, live broadcast, live site, hosting, storage array, storage system, virtual machines, hypervisor, kubernetes,
  message queue, flight planning, route planning, exam platform, learning platform, production line*, assembly line*, conveyor*,
  baggage system, warehouse system, plant control, screens in, kitchen display*, pumps, barriers, turnstiles, gates, kiosks,
  traffic lights
`;

/** Complete outages of a system. */
export const STOPPED = `
  is down, are down, is all down, are all down, been down, still down, went down, gone down, has gone down, down again, down since,
  down for, fell over, unreachable, not reachable, cannot be reached, can t be reached, no longer reachable, been offline, is offline,
  are offline, went offline, gone offline, completely offline, is off, are off, is completely out, completely out, out of service,
  has stopped, have stopped, have all stopped, stopped working, stopped responding, stopped completely, stopped answering, halted,
  stands still, standing still, stand still, at a standstill, to a standstill, does not come back, not come back, not coming back,
  does not come up, is gone, went dark, gone dark, are dead, is dead, went dead, dead in the water, has died, died, has crashed,
  have crashed, crashed, lost quorum, power cut, power failure, power outage, without power, lost power, outage, been unavailable,
  is unavailable, are unavailable, completely unavailable, does not respond, do not respond, not responding, not answering,
  does not answer, does not start, do not start, will not start, won t start, is not possible, not working, has failed, have failed,
  failed completely, fail at all, fails for all, fail for all, cut off, has collapsed, collapsed, lost connection, is frozen, are frozen,
  has frozen, dead, knocked out, out of action, not running, no longer running, not accessible, inaccessible, not loading, does not load,
  do not load, no longer loads, broke down, broken down, has broken down, no connectivity, without electricity, on fire, flooded
`;

/** Failures of a system, which are an emergency only together with {@link HARM}. */
export const FAILED = `
  does not work, do not work, does not open, do not open, do not start, no longer works, no longer work, is broken, are broken,
  throws an error, shows nothing, returns nothing, is not available, not available at all, is gone, are gone, currently unavailable,
  failure, fails, fail at
`;

/** Harm to people and to the business from an outage. */
export const HARM = `
  customers cannot, customers can t, customers can not, guests cannot, guests can t, patients cannot, people cannot, people can t,
  users cannot, clients cannot, visitors cannot, passengers cannot, students cannot, drivers cannot, we cannot, we can t, cannot dispense,
  cannot dispatch, cannot sell, cannot serve, cannot deliver, cannot ship, cannot produce, cannot take, can t take, only take cash,
  only accept cash, cash only, shop is closed, shops are closed, had to close, have to close, lose sales, losing sales, lose money,
  losing money, lose orders, losing orders, orders are lost, orders pile up, every minute, every hour costs, per hour, the hospital,
  our hospital, the ward, surgery, operating theatre, intensive care, ambulance*, patients, care home, fire brigade, police, emergency,
  people are, in every shop, in every store, in every branch, in every, at all tills, in all shops, in all stores, in all branches,
  at all sites, everywhere, all lines, all trains, all flights, are waiting, is waiting, waiting outside, off the air, please escalate,
  no phones, no network, no computers, standing outside
`;

/** Data of a business. */
export const DATA = `
  data, files, documents, records, tickets, messages, orders, bookings, reservations, appointments, transactions, postings, payments,
  contracts, invoices, backups, backup, database, table, tables, bucket, uploads, folders, archive, photos, images, recordings, videos,
  history, everything, projects, project, workspace, mailbox, mailboxes, address book, contacts, calendar, submissions, grades, results,
  measurements, readings, ledger, accounts, notes, entries, emails, mails, members, customers, patients, products, articles, settings,
  work, drawings, designs, logs, volumes, partition, disk
`;

/** Large amounts of data, or all of it. */
export const ALL_OF_IT = `
  all, every, everything, entire, whole, complete, half of, half the, most of, a third of, thousands of, hundreds of, dozens of, years of,
  months of, weeks of, days of, a year of, a month of, a week of, a day of, our, the customer, the production
`;

/** Loss of data. */
export const VANISHED = `
  vanished, disappeared, erased, wiped, wiped out, overwritten, overwrote, been deleted, were deleted, was deleted, are deleted,
  is being deleted, are being deleted, been removed, been purged, was purged, were purged, been lost, were lost, was lost, are lost,
  is lost, all lost, got lost, are gone, is gone, are all gone, is all gone, has gone, have gone, have all gone, all gone, were not saved,
  was not saved, cannot be recovered, can t be recovered, cannot be restored, no longer exist, no longer be found, not be found any more,
  are missing, is missing, were reset to zero, reset to zero, set to zero, was emptied, were emptied, is empty, are empty, corrupt*,
  is destroyed, are destroyed, were destroyed, was formatted, been formatted, cannot be read, can t be read, is damaged, are damaged,
  unreadable
`;

/** Loss of data, without a word for the amount. */
export const VANISHED_FOR_SURE = `
  have vanished, has vanished, have disappeared, has disappeared, were erased, was erased, been erased, were wiped, was wiped, been wiped,
  been overwritten, were overwritten, are being deleted, deletes records, removed live, lost in the, deleted by themselves,
  deleted by itself, deleted permanently, cannot be recovered, can t be recovered, cannot be restored, no longer be found, were lost,
  have been lost, are all gone, are corrupt*, is corrupt*, reset to zero, and cannot undo, dropped by, wiped out
`;

/** Records that a business cannot do without: if any of them is missing, data was lost. */
export const RECORDS = `
  records, bookings, reservations, transactions, postings, patient*, student*, customer data, customer table, submissions, ledger,
  database, medical files, medical images
`;
/** Missing records. */
export const MISSING = 'are missing, is missing, missing after, missing since, missing from, is empty, are empty';

/** Destructive actions on many things. */
export const DESTROYED = `
  lost, losing, erased, wiped, deleted, overwrote, emptied, truncated, purged, destroyed, corrupted, encrypted, dropped, total loss of
`;

/** Confidential data. */
export const SECRETS = `
  data, customer data, patient data, records, files, passwords, password, credentials, accounts, admin, administrator*, admin panel, keys,
  key, token*, database, documents, contracts, invoices, salaries, salary slips, payslips, personal data, list, bucket, backups, scans,
  id scans, addresses, phone numbers, card numbers, bank details, account numbers, user table, customer table, member list, customer list,
  medical files, medical records, names, birth dates, emails, mails, messages, chats, codes
`;

/** Exposure to the wrong people. */
export const IN_WRONG_HANDS = `
  visible to everyone, visible to everybody, visible to anyone, visible to all, visible in the public, visible on the internet,
  publicly visible, publicly accessible, in public, is public, are public, open to the internet, open to everybody, open to everyone,
  open to anyone, open to all, without signing in, without a password, without logging in, without login, without a login,
  without any login, readable by every*, readable by anyone, readable by all, can be read by, leaked, leaks, leaking, published,
  posted publicly, posted online, stolen, stole, been copied, taken over, compromised, unknown people, unknown person, unknown persons,
  unknown third, of other customers, of another customer, of other clients, of another client, of another company, of other companies,
  of all other, of another tenant, of other tenants, of other famil*, of another family, of other patients, of another patient,
  of other users, of another user, of other people, of other members, of strangers, somebody else s, someone else s, another customer s,
  another company s, another patient s, wrong people, wrong person, wrong recipients, wrong customers, strangers, a stranger,
  third parties, third party, to the press, every visitor, any visitor, gives out, give out, sql injection, disclosed, is being sold,
  are being sold, for sale
`;

/** Views of data. */
export const SEES = `
  i see the, i see data, i can see, we see the, we can see, can see, could see, sees the, sees data, shows me, shows us, shows the,
  shows data, shows files, shows addresses, can open, could open, can download, could download, can read, could read, can view,
  could view, have access to, has access to, logged in as, lands in, landed in, logged into, got the mail*, received the
`;
/** Other people as owners of data. */
export const OF_OTHERS = `
  of other, of another, of all other, of a different, of someone else, of somebody else, of strangers, of a stranger, another customer s,
  another company s, another patient s, another user s, another client s, other customers accounts, other customers data, other people s,
  other patients, someone else s, somebody else s, everyone else s, everybody s, everyone s, our customers
`;

/** People without authorisation. */
export const STRANGER = `
  a stranger, strangers, somebody else is, someone else is, an unknown, unknown person*, unknown people, unknown user*, unknown account*,
  unknown admin*, unauthorised person*, unauthorized person*, unauthorised people, unauthorized people, a third party, outsiders,
  an outsider, a former employee, an ex employee, a former colleague, intruder*, attacker*, criminal*, hacker*, thieves, fraudster*,
  scammer*
`;
/** Actions of unauthorised people. */
export const DID = `
  logged in, logs in, log in, signed in, is inside, are inside, has access, have access, still has access, had access, got access,
  gained access, downloaded, is downloading, are downloading, copied, exported, is exporting, created, changed the password, changed our,
  deleted, published, posted, moved money, transferred, using our, used our, uses our, took over, read our, reads our, can join, can read,
  can open, is sending, sends, sent, demand, demands, stole, got hold of
`;

/** Systems and accounts to protect. */
export const GUARDED = `
  server*, network, firewall, website, web site, system, systems, domain controller, admin account*, administrator account*, root account,
  our account, our accounts, all accounts, company account, mailbox, mailboxes, mail server, cloud, database, vpn, computers, machines,
  pcs, workstations, private key, signing key, api key*, certificate, infrastructure, production, control panel, admin console, console,
  back end, backend, router, files
`;

/** Security breaches. */
export const BROKEN_INTO = `
  hacked, breached, been breached, compromised, broken into, broke into, breaking into, got into, has broken in, taken over, took over,
  hijacked, backdoor, back door, infected, malware, trojan, has encrypted, encrypted, defaced, ransom, rootkit, web shell, under attack,
  attacked, unknown people, unknown person, unknown admin*, unknown administrators, hackers, hacker, intruders, intruder, being exploited,
  exploited, from abroad, changed the password, password was changed, passwords were changed, locked us out
`;
