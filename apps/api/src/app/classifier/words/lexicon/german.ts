import type { Lexicon } from './lexicon';

/** Written for Docket, from the words of support desks in general. */
export const GERMAN: Lexicon = {
  categories: {
    billing: {
      3: `
        rechnung*, abrechnung*, abgebucht*, abbuchung*, doppelt berechnet, doppelt abgebucht, zweimal abgebucht, zweimal berechnet,
        erstattung*, ruckerstattung*, erstattet, ruckzahlung*, gutschrift*, mahnung*, mahngebuhr*, lastschrift*, mehrwertsteuer,
        umsatzsteuer, ust, gebuhr*, uberweisung*, quittung*, zahlungserinnerung*, rabatt*, gutschein*, preiserhohung*, zu viel berechnet,
        storno*, kostenstelle, kreditkartenabrechnung, kontoauszug*
      `,
      2: `
        zahlung*, bezahl*, zahlen, preis*, kosten, abo, abonnement*, tarif*, kreditkarte, geld, betrag*, berechnet, lizenzkosten, euro,
        verlangerung, bestellung*, angebot, bankverbindung
      `,
      1: `
        konto belastet, vertrag*, kundigung*, kundigen
      `,
    },
    technical: {
      3: `
        fehlermeldung*, fehler, absturz*, sturzt, abgesturzt, funktioniert nicht, geht nicht, funktionieren nicht, gehen nicht,
        funktioniert nicht mehr, geht nicht mehr, kaputt, defekt*, ladt nicht, ladt ewig, hangt, haengt, eingefroren, langsam,
        zeituberschreitung, nicht erreichbar, ausfall, ausgefallen, storung*, drucker*, server, netzwerk*, verbindung*, schnittstelle*,
        datenbank*, weisse seite, leere seite, schwarzer bildschirm, bluescreen, wlan, vpn, firewall, bildschirm, laptop, tastatur,
        installation*, installier*, synchronisier*, verschwunden, datenverlust, browser, lasst sich nicht, startet nicht, fehlgeschlagen,
        schlagt fehl, bricht ab, wird abgelehnt, abgelehnt, webhook*, api
      `,
      2: `
        app, seite, webseite, anwendung, programm, software, update, version, datei*, hochladen, herunterladen, export*, import*,
        bericht*, dashboard, suche, knopf, schaltflache, gerat*, rechner, bildschirmfoto, outlook, einstellung*, system
      `,
      1: `
        problem*, nicht mehr, falsch, fehlt, fehlen
      `,
    },
    account: {
      3: `
        passwort*, kennwort*, anmelden, anmeldung, einloggen, login, ausgesperrt, gesperrt, zugang*, zugriff*, berechtigung*,
        benutzerkonto, benutzername*, mein konto, meinem konto, konto loschen, konto schliessen, profil*, zwei faktor, 2fa, mfa,
        bestatigungscode, neuer mitarbeiter, neue mitarbeiterin, neuen mitarbeiter, neue kollegin, neuer kollege, benutzer anlegen,
        freischalten, freischaltung, rolle, rollen, adminrechte, administratorrechte, e mail adresse andern, adresse andern, namen andern,
        einladung*, eingeladen, gestohlen, gehackt, datenschutz, dsgvo, identitat
      `,
      2: `
        konto, konten, benutzer*, nutzer*, mitarbeiter*, kollege*, kollegin*, adresse, telefonnummer, ausgeschieden, verlasst, sicherheit,
        zurucksetzen, zertifikat, deaktivier*, aktivier*
      `,
      1: `
        andern, name, nachname
      `,
    },
    general: {
      3: `
        offnungszeiten, gibt es eine moglichkeit, bieten sie, bietet ihr, unterstutzen sie, funktionswunsch, verbesserungsvorschlag,
        vorschlag, anregung, dokumentation, anleitung, handbuch, schulung*, webinar*, wie lange dauert, liefern sie, lieferung,
        lieferzeit, versand*, allgemeine frage, frage zu, wollte fragen, ich wollte wissen, ich mochte wissen, haben sie vor,
        unterschied zwischen, lob, vielen dank fur, partnerschaft, ansprechpartner, referenzen
      `,
      2: `
        wie kann ich, kann man, konnen sie mir sagen, gibt es, welche, information*, frage, wo finde ich, planen sie, verfugbar, empfehl*,
        interess*, lander, sprachen, termin, feedback
      `,
      1: `
        wie, wo, wann, ob
      `,
    },
  },
  priorities: {
    critical: {
      3: `
        totalausfall, kompletter ausfall, alles steht, nichts geht mehr, produktion steht, betrieb steht, fur alle ausgefallen,
        fur alle benutzer, fur alle kunden, bei allen kunden, datenverlust, daten geloscht, daten verloren, datenleck, datenpanne,
        sicherheitsvorfall, ransomware, verschlusselungstrojaner, gehackt, fremde daten, daten anderer kunden, daten eines anderen kunden
      `,
      2: `
        niemand kann, keiner kann, kann niemand, kann keiner, alle kunden, alle benutzer, alle nutzer, ausfall, ausgefallen,
        nicht erreichbar, produktivsystem, stillstand
      `,
    },
    high: {
      3: `
        dringend, so schnell wie moglich, eilt, sofort, schnellstmoglich, heute noch, blockiert uns, konnen nicht arbeiten,
        kann nicht arbeiten, frist
      `,
      2: `
        ganze abteilung, ganze team, mehrere kollegen, mehrere kunden, ausgesperrt
      `,
    },
    low: {
      3: `
        keine eile, eilt nicht, nicht dringend, bei gelegenheit, wenn sie zeit haben, kleinigkeit, tippfehler, schonheitsfehler
      `,
    },
  },
};
