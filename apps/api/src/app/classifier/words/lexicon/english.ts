import { ENGLISH_IMPACTS } from './english-impacts';
import type { Lexicon } from './lexicon';

/** Written for Docket, from the words of support desks in general. */
export const ENGLISH: Lexicon = {
  categories: {
    billing: {
      3: `
        charged twice, double charge*, charged two times, charged again, duplicate charge*, duplicate payment*, overcharg*, over charged,
        invoice*, refund*, billing, chargeback*, vat, sales tax, receipt*, credit note*, proforma, direct debit*, unrecognised payment*,
        money back, reimburse*, extra charge*, hidden fee*, hidden charge*, unknown charge*, unexpected charge*, wrong amount,
        wrong exchange rate, bad exchange rate, charged a fee, charged me, was i charged, been charged, being charged, i charged,
        got charged, wrongly charged, additional fee*, payment pending, pending payment*, payment is pending, payment still pending,
        still pending, transfer is pending, pending transfer*, annual plan, yearly plan, monthly plan, proration, prorated, coupon*,
        discount*, purchase order*, late fee*, price increase, dunning, cash withdrawal fee, payment not recognised, extra fee*,
        transfer fee*, withdrawal fee*, bank statement, on my statement, in my statement, my statement, less cash, less money,
        rate was wrong, rate is wrong, wrong rate, exchange rate is wrong, rate wrong, rate applied, rate i got, not recogni* payment,
        didn t make, did not make, didnt make, do not recogni*, don t recogni*, dont recogni*, not authoriz*, not authoris*,
        cancel transfer, cancel a transfer, cancel my transfer, cancel the transfer, reverse a transfer, wrong account,
        balance not updated, not in my balance, balance hasn t, balance has not, balance didn t, balance did not, balance is not,
        balance isn t, reverted, not show* up, charging me, charge me, you charge, is charged, are charged, payment was reverted,
        payment reverted, unpaid, paid twice, debited, cost center, cost centre, license renewal, renewal price, quote*, quotation*,
        payroll, expense report*, expenses
      `,
      2: `
        fee, fees, charge, charges, charged, pending, payment*, paid, pay, price*, pricing, cost, costs, subscription*, renewal*, renewed,
        plan, upgrade plan, downgrade plan, per seat, seats, tax, taxes, statement, money, credit card, expired card, transaction*, bank,
        purchase, debit, bill, bills, billed, cheque, deposit*, withdrawal*, withdrew, euro*, dollar*, pounds, usd, eur, gbp, iban, sepa,
        extra, cash, recipient, beneficiary, transfer, transferred, exchange rate, budget, accounting, finance, procurement, supplier,
        vendor, po number, order number
      `,
      1: `
        amount, balance, twice, rate, order, buy, bought, trial, contract, terms of payment
      `,
      [-2]: `
        failed, declin*, not working, do you, can i, how do i, supported
      `,
    },
    technical: {
      3: `
        error*, exception*, stack trace, stacktrace, traceback, crash*, bug, bugs, does not work, doesn t work, doesnt work, not working,
        isn t working, isnt working, stopped working, won t work, wont work, didn t work, did not work, didnt work, broken, time out,
        timeout, timed out, times out, does not load, doesn t load, won t load, not loading, loads forever, white page, blank page,
        blank screen, white screen, black screen, blue screen, freez*, frozen, hangs, hung, is down, are down, went down, outage, offline,
        unavailable, unreachable, 500, 502, 503, 504, 404, server, servers, api, webhook*, sdk, integration*, plugin*, extension*,
        browser*, chrome, firefox, safari, latency, slow, performance, memory leak, cpu, null pointer, nullpointerexception, undefined,
        regression, build fail*, compile*, compilation, deploy*, migration, database, sql, json, xml, java, python, javascript,
        typescript, node js, docker, kubernetes, log file*, logs, debug*, reproduc*, steps to reproduce, expected behavior,
        actual behavior, unit test*, test fail*, printer*, vpn, wifi, wi fi, router, modem, firewall, dns, ssl, certificate, network,
        sync, synchroni*, import fails, export fails, upload fails, declin*, was rejected, got rejected, failed, fails, failing, failure,
        swallow*, ate my card, kept my card, took my card, malfunction*, glitch*, screen flickers, laptop, keyboard, monitor,
        docking station, hardware, driver, install*, uninstall*, reinstall*, update fails, garbled, corrupt*, lost data, data loss,
        missing data, disappear*, not respond*, unresponsive, cannot connect, can t connect, connection, disconnects,
        notifications do not arrive, not syncing, incorrect result*, wrong result*, refactor*, deprecat*, backport, endpoint*,
        packet loss, not allowed, won t let me, wont let me, isn t allowed, isnt allowed
      `,
      2: `
        issue, app, production, page, website, site, button, click, clicking, screen, feature, version, release, update, updated, config*, setting*,
        file, files, upload, download, export, import, search, dashboard, report, code, script, class, method, function, interface,
        support for, test, tests, windows, linux, macos, android, ios, iphone, phone app, mobile app, apple pay, google pay, contactless,
        device, computer, pc, outlook, email client, mailbox full, unable to, attempt*, cluster, cache, thread, client, command,
        parameter, dependency, dependencies, jar, maven, gradle, npm, css, html, url, http, https, render*, layout, font, menu, tab,
        window, editor, terminal, add support, implement, fix, remove unused, clean up, cleanup, should be, tries, try again, tried,
        speed, internet, signal, equipment, technician
      `,
      1: `
        problem, problems, help, cannot, can t, cant, why, wrong, missing, rejected, denied
      `,
    },
    account: {
      3: `
        password*, passcode*, log in, login, logged out, sign in, signin, sign on, sso, single sign on, two factor, 2fa, mfa,
        authenticator, verification code, locked out, account locked, unlock, username, user name, profile, my account, delete account,
        close account, close my account, delete my account, terminate my account, deactivate, reactivate, activate, activation,
        change my address, change my name, change my email, change my phone, new email address, personal details, my details, permission*,
        access rights, access to, grant access, role, roles, admin rights, add a user, new user, new employee, new starter, new joiner,
        leaver, offboard*, onboard*, invite*, invitation*, identity, verify my identity, verify identity, verification, my id, pin,
        new pin, change pin, stolen, lost my phone, lost card, lost my card, compromised, hacked, someone else is using, phishing,
        spare card, second card, additional card, physical card, virtual card, disposable card, disposable virtual card, order a card,
        get a card, new card, replacement card, card expire*, about to expire, link my card, link card, link a card, linking, my old card,
        activate my card, age limit, how old, minimum age, source of funds, source of my funds, children, my kids, my daughter, my son,
        ownership, transfer ownership, distribution list, shared mailbox, active directory, group membership, gdpr, personal data,
        unsubscribe, privacy
      `,
      2: `
        account, accounts, access, address, phone number, identification, documents, verify, verified, blocked, expire*,
        security, credentials, reset, colleague, employee, staff member, team member, member, workspace, card back, found my card, a card,
        my phone, delete, close, age
      `,
      1: `
        name, email, e mail, user, users, card, change, update my, id, secure, lost
      `,
    },
    general: {
      3: `
        do you offer, do you have, do you support, do you accept, do you deliver, do you ship, do you operate, is there a way,
        feature request, suggestion, feedback, thank you for, opening hours, office hours, documentation, tutorial, training, webinar,
        roadmap, press, partnership, job, career*, where are you, where can i, which countries, what countries, in which countries,
        other countries, what currencies, which currencies, how many currencies, what is the maximum, what is the limit, is there a limit,
        limit on, limits, maximum, when will my card arrive, card arrive, card arrived, track my card, delivery, deliver, shipping,
        shipped, tracking, in the mail, supported, accepted, available in, is it possible to, how long does, how long will, what are the,
        where is, auto top, automatic top, atms, which atm*, what atm*, visa, mastercard, exchange currencies, exchange currency,
        currency exchange, foreign currenc*, different currenc*, multiple currenc*, fiat, exchange between, salary, receive money,
        verify my top, verify a top, verify the top, top up verification, verification code for top,
        office, event, general question, question about, wondering, curious, interested in, recommend*, compare, comparison,
        difference between, complain*, customer service, rude
      `,
      2: `
        do you, can you tell me, could you tell me, what is, what does, which, how many, how do i, how can i, how to, can i use,
        could i use, am i able, allowed to, information, country, countries, currency, currencies, arrive*, top up, topping up, days,
        weeks, available, europe, usa, uk, worldwide, travel*, hello team, would like to know, i want to know, want to know, schedule,
        data cap*, monopoly
      `,
      1: `
        is it possible, can i, could i, question, how, when, where, please let me know, use, get
      `,
    },
  },
  priorities: {
    critical: {
      3: `
        outage, total outage, complete outage, down for everybody, down for everyone, down for all, down for the whole, nobody can, no one can,
        noone can, none of our users, none of our customers, none of us can, everyone is locked out, everybody is locked out,
        everyone is affected, everybody is affected, production is down, production down, prod is down, prod down, completely down,
        totally down, entire site, whole site, whole company, entire company, data loss, lost data, lost all, data is gone, data are gone,
        data was deleted, data were deleted, all our data, all data, deleted all, wiped, data corruption, corrupted our data,
        records are gone, tickets are gone, breach, data breach, security breach, data leak, leaked, leaking, ransomware, hacked,
        unauthorized access, unauthorised access, intruder*, attacker*, data of another customer, data of other customers,
        another customer s data, other customers data, see other customers, other people s data, credentials exposed, exfiltrat*, stolen data,
        major incident, system failure, total failure, complete failure, blackout, everything is down, everything is offline,
        everything stopped, everything has stopped, nothing loads, off the air, sev0, p0, losing data, total loss, loss of data,
        permanently deleted, ransom, been breached, was breached, security incident, privacy incident, gdpr incident, data theft,
        backdoor, back door, sql injection, hacker, hackers, malware, cyber attack, cyberattack, under attack, being exploited, zero day,
        dark web, stole our, stole the, stolen credentials, no one gets in, nobody gets in,
        power failure, power cut, service unavailable, skimmer, keylogger, spyware, botnet, crypto miner, cryptominer, phished, ddos, denial of service
      `,
      2: `
        for all users, for all customers, for every customer, for every user, all of our customers, all our customers, all customers,
        exposed, vulnerability, backup is empty, backups are empty, restore failed, wrong backup, disk died, disks died, nothing works,
        is down, are down, went down, has gone down, offline, in production, everyone, everybody, all users, every user, unreachable,
        cannot take orders, losing orders, losing money, sev1, sev 1, p1, emergency, entire, whole, completely unavailable
      `,
      [-4]: `
        planned, prevention, e learning, slides, talk on, in the news, in the paper, phishing test, water leak, leak under, sink, kitchen,
        is there a, is there an, do you offer, do you have, could you, would you, can you explain, course, training, workshop,
        webinar, exercise, drill, simulation, guide, manual, documentation, example, sample, template, wording, spelling, licence, license,
        quote, how much, what would, clause, contract, subscribe, question about, wondering, curious, if possible, in case of, what happens if,
        policy, article, presentation, nothing urgent, hypothetical*, how do you, what do you do, where do you,
        was there, i only need, against hackers, list of all, nobody can tell, no one can tell, nobody can help, no one can help,
        nobody can say, fine now, fine again, is fine, works again, work again, working again, is back, are back, my internet, my wifi,
        my home, my house, my computer, my laptop, my pc, my modem, my router, my browser, my headset, my card, my tablet,
        read about, heard about, heard of, are you affected, were you affected, at another vendor, another provider, other vendors,
        false alarm, back to normal, back online, is over, was over, is resolved, been resolved, was resolved, solved itself,
        resolved itself, went away, by itself again, is fixed, was fixed, been fixed, just to confirm, thanks for the fix,
        thank you for the fix, you can close, can be closed, please close the ticket, close this ticket, close the case,
        last month s, last week s, yesterday s outage, recovery plan, recovery time, status page for, post mortem, bug bounty,
        should be able, would like, nobody told, no one told, nobody asked, nobody needs, no one needs, simulate, sandbox, staging, test server, test environment, test system, dev server, dev machine, localhost,
        my own, for a moment, not affected, gone now
      `,
      0: `
        no data loss, without data loss, no loss of data, without loss of data, no data was lost, no data lost, nothing was lost,
        no outage, no breach, no data breach, no leak, no data leak, not hacked, not breached, not leaked, not down, not an outage,
        no malware, no ransomware, not a breach, isn t down, aren t down, wasn t hacked, weren t hacked, never leaked
      `,
    },
    high: {
      3: `
        urgent, urgently, asap, as soon as possible, immediately, right away, critical for us, blocking us, blocks us,
        blocked from working, cannot work, can t work, unable to work, deadline, by today, by tomorrow, this afternoon, within the hour,
        several customers, many customers, many users, several users, whole team, entire team, whole department, entire department,
        stolen, fraud*, compromised, locked out
      `,
      2: `
        important, escalate, escalation, charged twice, payroll, security, time critical, time sensitive, showstopper, blocker, stuck
      `,
    },
    low: {
      3: `
        no rush, no hurry, not urgent, when you have time, when you get a chance, whenever you, low priority, nice to have, typo,
        cosmetic, minor, just curious, just wondering, feature request, suggestion, would be nice, feedback
      `,
    },
  },
  impacts: ENGLISH_IMPACTS,
};
