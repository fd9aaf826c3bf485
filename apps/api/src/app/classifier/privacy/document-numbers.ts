import { phrases } from './personal-id-labels';
import { toPlain } from './secret-names';

/** Documents and things of a company. Their number may follow them directly. */
const DOCUMENTS = phrases(
  'delivery note, delivery slip, delivery document, delivery order, outbound delivery, inbound delivery, packing slip, packing list, purchase order, purchase requisition, requisition, purchase request, sales order, work order',
  'service order, production order, order confirmation, order acknowledgement, quote, quotation, credit note, credit memo, debit note, goods receipt, goods issue, material document, accounting document, material, batch, lot',
  'contract, agreement, asset, equipment, cost cent(?:er|re), profit cent(?:er|re), bill of lading, service request, change request, notification, functional location, s/n, p/n, gl account, g/l account, wbs element, handling unit',
  'lieferschein, rechnung, gutschrift, lastschrift, angebot, kostenvoranschlag, bestellung, bestellanforderung, banf, bestellanfrage, auftrag, kundenauftrag, fertigungsauftrag, serviceauftrag',
  'arbeitsauftrag, instandhaltungsauftrag, auftragsbestätigung, wareneingang, warenausgang, materialbeleg, buchungsbeleg, beleg, charge, vertrag, rahmenvertrag, vertragskonto, matrikel, matricule, matricola, commessa, material, equipment, anlage, inventar, kostenstelle, profitcenter',
  'versicherungsschein, schadenfall, mahnung, retoure, rücksendung, störmeldung, zähler, aktenzeichen, frachtbrief, packliste',
  "bon de livraison, bon de commande, bon de réception, bordereau, devis, facture, contrat, matériel, lot, demande d'achat, confirmation de commande, ordre de fabrication, ordre de travail, centre de coûts?, immobilisation",
  'albarán, nota de entrega, remito, presupuesto, cotización, contrato, orden de compra, orden de trabajo, solicitud de compra, solicitud de pedido, confirmación de pedido, nota de crédito, factura, lote, póliza, siniestro, centro de coste, activo fijo',
  "bolla, bolla di consegna, documento di trasporto, ddt, preventivo, offerta, ordine d'acquisto, ordine di acquisto, richiesta d'acquisto, conferma d'ordine, nota di credito, contratto, lotto, polizza, sinistro, materiale, cespite, centro di costo",
  'nota fiscal, guia de remessa, guia de transporte, nota de encomenda, orçamento, cotação, ordem de compra, ordem de serviço, requisição, apólice, ativo, centro de custo',
  'pakbon, leverbon, vrachtbrief, offerte, inkooporder, bestelbon, bestelling, orderbevestiging, creditnota, factuur, contract, overeenkomst, polis, materiaal, werkorder, kostenplaats, aanvraag',
);

/** People and things with a number, before a noun such as "number". Without it, their phone number may follow: "customer 0301234567". */
const HOLDERS = phrases(
  'customer, client, vendor, supplier, debtor, creditor, contractor, dealer, business partner, delivery, shipment, shipping, invoice, order, meter, policy, claim, case, member, membership, student, enrol?lment, employee, personnel, staff, payroll, patient',
  'booking, reservation, registration, inventory, part, parts, item, article, device, subscription, subscriber, loyalty, project, plant, loan, complaint, return, application, file, document, docket, job, ticket, incident, receipt, voucher, tender, badge',
  'lieferung, kunden?, kd, rg, bst, lieferanten?, debitor(?:en)?, kreditor(?:en)?, mitglieds?, mitarbeiter, personal, student(?:en)?, matrikel, patienten?, projekt, teile, sach, geräte, serien, inventar, fall, vorgangs?, schadens?, policen?, kassenzeichen',
  'client, fournisseur, avoir, livraison, commande, adhérent, adhésion, membre, étudiant, salarié, employé, agent, patient, dossier, compteur, police, sinistre, abonné, abonnement, réservation, projet, série, article, ticket, réclamation, inscription, débiteur, créancier',
  'cliente, proveedor, entrega, envío, pedido, socio, miembro, estudiante, alumno, empleado, paciente, expediente, contador, medidor, reserva, proyecto, serie, artículo, reclamación, deudor, acreedor, matrícula, caso, activo',
  'fornitore, consegna, spedizione, ordine, fattura, socio, membro, studente, dipendente, paziente, pratica, contatore, prenotazione, progetto, serie, articolo, reclamo, debitore, creditore, matricola, caso, fornecedor, encomenda, fatura, sócio, membro',
  'estudante, aluno, funcionário, colaborador, processo, medidor, série, artigo, reclamação, devedor, credor, inscrição, klant(?:en)?, leverancier, levering, zending, order, schade, lid, student, werknemer, medewerker, personeel, patiënt, dossier, meter, zaak, claim, reservering, project, artikel',
);

/** Beginnings of German and Dutch words before "nummer": "Lieferscheinnummer", "klantnummer". */
const STEMS = phrases(
  'kd, abrechnungs, aktiv, anfrage, angebots, anlagen, antrags, artikel, auftrags, ausweis, auslieferungs, banf, bearbeitungs, beleg, bestell, bestellanforderungs, buchungs, chargen, darlehens, debitoren, dokument(?:en)?, equipment, fahrgestell, fall, fracht, geräte, geschäftspartner',
  'gutschrifts?, inventar, kassen, katalog, kreditoren, kunden, liefer, lieferanten, lieferschein, lieferungs, los, material, matrikel, mitarbeiter, mitglieds, objekt, packstück, paket, patienten, personal, policen, projekt, rechnungs, referenz, register, reklamations, reservierungs, retouren, sach, schadens?',
  'sendungs, serien, serial, typ, bau, modell, störungs, stamm, teile, ticket, transaktions, vereins, versicherungsschein, versicherungs, vertrags, vertragskonto, vorgangs, waren, werks, zähler, zeichnungs, anlage, vertrag, rechnung, lieferung',
  'klant(?:en)?, leveranciers?, debiteur(?:en)?, crediteur(?:en)?, pakbon, factuur, contract, polis, order, bestel, offerte, lidmaatschaps, lid, studenten?, personeels, werknemers?, dossier, zaak, schade, meter, serie, partij, materiaal, project, reserverings, zending, levering',
);

const alternatives = (words: readonly string[]) =>
  [...new Set(words.map(toPlain))].sort((first, second) => second.length - first.length).join('|');
const NOUN =
  '(?:numbers?|nummer|numero|numer|num|nos?|nr|n|id|ids|code|codice|codigo|ref|reference|tag|record|document)';
const NUMBER_OF = '(?:numero|num|nr|no|n[.°]?[o°]?|codice|codigo|code|ref|reference|referencia|id)[.°]? ?';
const NAME = [
  `(?:${alternatives(DOCUMENTS)})e?[sn]?(?:[ -]${NOUN})?`,
  `(?:${alternatives(HOLDERS)})[ .-]{1,2}${NOUN}`,
  `(?:${alternatives(STEMS)})-?(?:nummern?|nr|id)`,
  `${NUMBER_OF}(?:de |d'|di |da |do |del |della |du |of (?:the )?)?(?:${alternatives(DOCUMENTS)})s?`,
  `${NUMBER_OF}(?:de |d'|di )?(?:${alternatives(HOLDERS)})s?`,
].join('|');
/** The text between the name and its number: ". ", "° ", " is ", ": ", " #". */
const TO_NUMBER = String.raw`[.°]{0,2}(?:[.°]?o)?(?: (?:is|was|ist|war|lautet|est|es|e))?[ :#=("'*]{0,4}`;
const BEFORE_NUMBER = new RegExp(String.raw`(?<!\p{L})(?:${NAME})${TO_NUMBER}$`, 'iu');
const MAX_LENGTH = 60;

/** Whether the number at an index is that of a document, a customer or the like, by the words directly before it. */
export function isDocumentNumber(text: string, start: number): boolean {
  if (!/\p{L}.{0,4}$/u.test(text.slice(Math.max(0, start - 5), start))) return false;
  return BEFORE_NUMBER.test(text.slice(Math.max(0, start - MAX_LENGTH), start));
}
