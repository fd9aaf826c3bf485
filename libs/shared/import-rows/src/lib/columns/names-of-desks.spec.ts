import { FITS, fitOf } from '#import-rows/columns/column-fit';

/** The fields of names separated by a vertical bar; `-` for none. */
const fieldsOf = (names: string) => names.split('|').map((name) => fitOf(name)?.field ?? '-');

describe('the name of a column in the export of a desk', () => {
  it.each([
    [
      'title',
      'Brève description|Breve descripción|Krótki opis|Kort beskrivning|Kort beskrivelse|Stručný popis|Rövid leírás|Lyhyt kuvaus',
    ],
    ['title', 'Kısa açıklama|Libellé|Short Text|Short desc|Krátký popis|Krátky popis|Kratak opis|Kratek opis'],
    [
      'title',
      'Descriere scurtă|Scurtă descriere|Кратко описание|Короткий опис|Краткое описание заявки|Σύντομη περιγραφή|Lühikirjeldus|Īss apraksts',
    ],
    [
      'title',
      'Trumpas aprašymas|Descripció breu|Stutt lýsing|Deskripsi singkat|Penerangan ringkas|Mô tả ngắn|Mô tả ngắn gọn|คำอธิบายสั้น',
    ],
    ['title', 'תיאור קצר|وصف مختصر|شرح کوتاه|संक्षिप्त विवरण|简要描述|簡短描述|簡潔な説明|간단한 설명'],
    [
      'title',
      '짧은 설명|Descrição breve|Breve descrição|Descrição sucinta|Description brève|Description succincte|Courte description|Descripción resumida',
    ],
    [
      'title',
      'Kurze Beschreibung|Kurzer Text|Korte tekst|Kısa tanım|Opis skrócony|Kurzbezeichnung|Texte court|Texto breve',
    ],
    [
      'title',
      'Sammanfattning|Sammendrag|Yhteenveto|Souhrn|Zhrnutie|Összefoglaló|Rezumat|Özet|Kokkuvõte|Santrauka|Підсумок|Περίληψη|תקציר|ملخص|สรุป|Tóm tắt',
    ],
    ['title', 'Task|Opgave|Uppgift|Tehtävä|Úkol|Görev|タスク|Наименование'],
    ['created_at', 'Stvoreno|Izrađeno|Datum stvaranja|Skapad datum|Raised|Logged|Gemeld op'],
    ['external_id', 'Nro.|Nro|Nro. de caso|Č.|Št.'],
    ['status', 'Situación|status_extra_info.name|stateName|status_display'],
    [
      'external_id',
      'Ärendenyckel|Sagsnøgle|Saksnøkkel|Tapauksen avain|Klíč požadavku|Kľúč|Kulcs|Anahtar|Cheie|Issuesleutel|Chave do item|Ключ задачи|问题关键字',
    ],
    [
      'created_at',
      'Requested|Angefragt|Demandé le|Solicitado em|Richiesto il|Aangevraagd op|Запрошено|Anmodningsdato|リクエスト日|请求时间|วันที่ขอ|תאריך בקשה',
    ],
    [
      'created_at',
      'Tarikh dibuat|Créée le|Oluşturuldu|Създаден|נוצר בתאריך|تم الإنشاء|สร้างเมื่อ|Đã tạo|已创建|Tanggal|Létrehozás',
    ],
    ['title', 'Testo breve|Brève description du ticket|Libellé du ticket|Kort omschrijving'],
    [
      'requester',
      'Anfragesteller - Anfragesteller|Demandeur - Demandeur|Richiedente - Richiedente|Kundenbenutzer|Associated Contact|Zugeordneter Kontakt|Zugehöriger Kontakt|Contact associé',
    ],
    [
      'requester',
      'Contacto asociado|Contato associado|Contatto associato|Gekoppeld contact|Powiązany kontakt|Utilisateur client|Usuario del cliente|Usuário cliente',
    ],
    [
      'requester',
      'Utente cliente|Użytkownik klienta|Klantgebruiker|Kundanvändare|Kundebruger|Kundebruker|Ügyfél felhasználó|Пользователь клиента',
    ],
    [
      'requester',
      'Llamante|Chamador|Chiamante|Dzwoniący|Anropare|Zgłaszający - Zgłaszający|Kontaktname|Nom du contact',
    ],
    [
      'requester',
      'Nombre del contacto|Nome do contato|Nome contatto|Naam contactpersoon|Nazwa kontaktu|Customer User|Kundenbenutzer-Name',
    ],
    [
      'assignee',
      'Zugewiesen - Techniker|Attribué à - Technicien|Assegnato a - Tecnico|Asignado a - Técnico|Atribuído - Técnico|Przypisany - Technik|Przypisane do - Technik|Toegewezen - Technicus',
    ],
    [
      'assignee',
      'Ticket-Besitzer|Ticketinhaber|Propriétaire du ticket|Propriétaire|Propietario del ticket|Proprietário do ticket|Proprietario del ticket|Proprietario',
    ],
    [
      'assignee',
      'Ticketeigenaar|Właściciel zgłoszenia|Właściciel|Przypisano do|Przydzielono do|Zuständiger Agent|Agent traitant|Agente encargado',
    ],
    [
      'assignee',
      'Владелец|Zuständiger Mitarbeiter|Assegnata a|Zugewiesener Agent|Zugewiesen zu|Toegewezen agent|Toegewezen medewerker|Przypisany agent',
    ],
    ['assignee', 'Agente assegnato|Agente atribuído|所有者|소유자'],
    [
      'team',
      'Zugewiesen - Technikergruppe|Attribué à - Groupe de techniciens|Asignado a - Grupo de técnicos|Assegnato a - Gruppo di tecnici|Assegnato a - Gruppo tecnico|Atribuído - Grupo de técnicos|Toegewezen - Technicusgroep|Przypisane do - Grupa techników',
    ],
    [
      'team',
      'Grupa przydziału|Grupo asignación|割り当てグループ|Groupe affecté|Gruppo assegnatario|Equipo responsable|Équipe responsable|Assigned to - Technician group',
    ],
    ['created_at', 'Geöffnet|Ouvert|Ouverte|Abierto|Aperto|Aberto|Otwarto|Öppnad'],
    ['created_at', 'Åbnet|Åpnet|Geopend|Avattu|Açıldı|Otevřeno|Otvorené|Megnyitva'],
    ['created_at', 'Deschis|Відкрито|Отворен|Otvoreno|Odprto|打开时间|オープン日時|Heure de création'],
    [
      'created_at',
      'Hora de creación|Ora di creazione|Hora de criação|Aanmaaktijd|Czas utworzenia|Eröffnet um|Datum otwarcia|Data di apertura ticket',
    ],
    [
      'created_at',
      "Date d'ouverture|Geopend op|Tid for oprettelse|Öffnungsdatum|Geöffnet am|Geöffnet um|Ouvert à|Abierto a las",
    ],
    ['created_at', 'Aberto às|Aperto alle|Otwarte dnia|Apertura|Ouverture|Eröffnung|Erstellzeit|Erstellungszeitpunkt'],
    ['created_at', 'Utworzony'],
    [
      'created_at',
      "callDate|Call Date|Date entered|От дата|Data d'unviu|Дата адпраўкі|Sendingardagur|Įvedimo data|Поднесено на|Datum sporočitve|สร้าง",
    ],
    ['title', 'Summary Description|ticket_attributes._default_title_|Resumit|Summario|Diverradur|Zämmefassig|خاکہ'],
    ['description', 'ticket_attributes._default_description_|request|概述|helpdesk_ticket.description_text'],
    ['status', 'processingStatus.name|Processing status|status_name|helpdesk_ticket.status_name'],
    ['priority', 'priority_name|helpdesk_ticket.priority_name'],
    ['external_id', 'Tracking ID|Konu anahtarı|Konu kimliği'],
    [
      'title',
      'Ticketnaam|Ticketnavn|Ärendenamn|Tiketin nimi|Ticket-Name|Nome do chamado|Ügy neve|Название заявки|工单名称|티켓 이름',
    ],
    [
      'status',
      'Aktueller Status|Statut actuel|Estado actual|Huidige status|Aktuální stav|Текущий статус|現在の状態|当前状态|현재 상태',
    ],
    ['requester', 'Von|De|Da|Van|Från|Lähettäjä|Gönderen|От кого|差出人|发件人|보낸 사람|Raporlayan'],
  ])('is understood as %s: %s', (field, names) => {
    expect([names, fieldsOf(names)]).toEqual([names, names.split('|').map(() => field)]);
  });

  it.each([
    'Anfragesteller - Anfragestellergruppe|Requester - Requester group|Beobachter - Beobachter|Observer - Observer group|Kurzname|Short code',
    'Brief|Short URL|Kurzwahl|Letzte Änderung - Letzte Änderung|Associated Company|Associated Deal',
    'Zugeordnetes Unternehmen|Geöffnet von|Opened by group|Ouvert - Fermé|Kunden-ID|Short',
    'Request|Status name of parent|Text length|Open rate|Geöffnete Mails|Zugewiesene Zeit|Ticket - Kosten|Lieferant - Lieferant',
  ])('is not understood if it names something else: %s', (names) => {
    expect([names, fieldsOf(names)]).toEqual([names, names.split('|').map(() => '-')]);
  });

  it('fits a title better than a vague name does, and worse than the name of the property', () => {
    const fits = ['Titel', 'Kort beskrivning', 'Libellé'].map((name) => fitOf(name)?.fit);

    expect(fits).toEqual([FITS.good, FITS.composed, FITS.weak]);
  });

  it('is a description if nothing says that it is a short one', () => {
    expect(fieldsOf('Beskrivning|Opis|Description|Lang beskrivning')).toEqual([
      'description',
      'description',
      'description',
      '-',
    ]);
  });
});

it.each([
  ['Number', 'Ticket#'],
  ['Nummer', 'Ticket#'],
  ['Numéro', 'Numéro de ticket'],
])('takes the number of a ticket rather than that of a row: %s, %s', (ofRow, ofTicket) => {
  expect([fitOf(ofRow)?.field, fitOf(ofTicket)?.field]).toEqual(['external_id', 'external_id']);
  expect(fitOf(ofTicket)?.fit).toBeLessThan(fitOf(ofRow)?.fit ?? 0);
});
