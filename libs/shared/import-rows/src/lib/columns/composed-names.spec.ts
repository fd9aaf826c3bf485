import { fitOf } from '#import-rows/columns/column-fit';

/** The fields of names separated by a vertical bar; `-` for none. */
const fieldsOf = (names: string) => names.split('|').map((name) => fitOf(name)?.field ?? '-');
const all = (names: string, field: string) =>
  expect([names, fieldsOf(names)]).toEqual([names, names.split('|').map(() => field)]);

describe('the name of a column that says what its property is of', () => {
  it.each([
    ['external_id', 'Case no|Numero segnalazione|ID požadavku|Sagsnr.|№ обращения|インシデント番号|요청 번호|# Ticket'],
    [
      'title',
      'Titolo segnalazione|Başvuru konusu|Název požadavku|問い合わせ件名|Thread subject|Issue name|Tittel|Overskrift',
    ],
    [
      'description',
      "Conversation body|Description de l'incident|Opis sprawy|Ärendebeskrivning|チケット内容|Talep içeriği",
    ],
    ['status', 'Conversation state|Stato della richiesta|Status melding|Kayıt durumu|티켓 상태|Статус заявки'],
    ['priority', 'Conversation priority|Priorytet sprawy|Prioriteit melding|Приоритет заявки'],
    ['category', 'Tipo segnalazione|Rodzaj zgłoszenia|Talep Kategorisi|問い合わせ種別'],
    ['created_at', 'Ticket date|Data segnalazione|Datum melding|Kayıt Tarihi|依頼日|문의일시'],
    ['tags', 'Conversation tags|Tag ticket|Etykiety zgłoszenia'],
    [
      'external_id',
      'Tikettinumero|Pyynnön numero|מספר קריאה|מספר כרטיס|No. Tiket|Nomor Laporan|رقم البلاغ|شناسه تیکت|Số phiếu|หมายเลขเคส|टिकट नंबर',
    ],
    [
      'external_id',
      'Αρ. αιτήματος|Αριθμόςαιτήματος|ΑΡΙΘΜΟΣ_ΑΙΤΗΜΑΤΟΣ|Număr cerere|Jegy azonosító|Broj zahtjeva|Številka zahtevka|Užklausos numeris|Pieteikuma numurs|Päringu number',
    ],
    [
      'external_id',
      'N° dossier|Číslo požiadavky|Номер на тикет|Nro de reclamo|Arıza No|服务单号|報修單號|お問合せ番号',
    ],
    [
      'external_id',
      'টিকিট নম্বর|ٹکٹ نمبر|شکایت نمبر|டிக்கெட் எண்|టికెట్ ఐడి|ಟಿಕೆಟ್ ಸಂಖ್ಯೆ|ടിക്കറ്റ് നമ്പർ|तिकीट क्रमांक|ટિકિટ નંબર|ਟਿਕਟ ਨੰਬਰ|Nambari ya tiketi|หมายเลขคำขอ|Տոմսի համար',
    ],
    ['title', 'Judul Tiket|Tiketin otsikko|عنوان البلاغ'],
    ['status', 'Status tiket|حالة البلاغ|סטטוס קריאה'],
    ['created_at', 'Tanggal Tiket|תאריך קריאה|報修時間'],
  ])('is understood as %s if that is a ticket: %s', (field, names) => {
    all(names, field);
  });

  it.each([
    [
      'requester_email',
      'E-mail klienta|Email клиента|E-mail zadavatele|依頼者メールアドレス|고객 메일|Kundens e-post|E-Mail des Melders',
    ],
    ['requester_email', 'email_of_requester|Customer’s e-mail|Почта заявителя|requester.email_id|Internet E-mail'],
    ['requester', 'Name des Kunden|Nome richiedente|Имя заявителя|依頼者氏名'],
    [
      'requester',
      'Контактное лицо|Kontaktperson|Personne à contacter|Persona de contacto|Osoba kontaktowa|聯絡人|İlgili kişi',
    ],
    ['assignee', 'Behandelaar e-mail|Technician name|assigned_to_name'],
  ])('is understood as %s if that is a person: %s', (field, names) => {
    all(names, field);
  });

  it.each([
    ['team', 'Owner Team|OwnerTeam|Gruppo assegnato|Supportgruppe|担当部署|처리부서'],
    ['assignee', 'Assigned Engineer|Sorumlu Kişi|Ansvarlig medarbejder|処理担当者'],
    ['category', 'Main category|Hauptkategorie|Categoría principal|Основная категория|大分類'],
    ['requester', 'Request user|Ticket user|Usuario solicitante|Utilisateur demandeur|Utente richiedente'],
    ['category', 'category_name|カテゴリー名|種別名'],
    ['priority', '優先度名|Priority Label|Mức độ ưu tiên'],
  ])('is understood as %s: %s', (field, names) => {
    all(names, field);
  });

  it.each([
    [
      'created_at',
      'Datum der Meldung|Fecha de registro|Data wpływu|Kayıt zamanı|Дата подачи|Дата на подаване|受付時刻|접수 시간|วันที่รับเรื่อง',
    ],
    [
      'created_at',
      'Čas nahlášení|Bejelentés időpontja|Data primirii|Datum zaprimanja|Ημερομηνία υποβολής|Waktu pengajuan|Ngày tiếp nhận|Tanggal masuk',
    ],
    [
      'description',
      'Detaillierte Beschreibung|Szczegółowy opis|Descripción detallada|Подробное описание|Részletes leírás|Mô tả chi tiết',
    ],
    [
      'description',
      'Detalii problemă|Popis závady|Opis usterki|תיאור התקלה|Rincian Masalah|문제 설명|Fehlerbeschreibung',
    ],
    [
      'priority',
      "Niveau d'urgence|Nivel prioritate|Nivell de prioritat|Степень срочности|ระดับความสำคัญ|Tingkat Prioritas|Mức độ khẩn cấp|重要程度",
    ],
  ])('is understood as %s if that is a time, a text or a level: %s', (field, names) => {
    all(names, field);
  });

  it.each([
    'Time open|Receipt date|Número de pedido|Номер карточки|رقم البطاقة|Fecha de emisión|หมายเลขบัตร',
    'Datum der Lösung|Fecha de cierre|Data zamknięcia|Kapanış zamanı|Дата закрытия|完了時刻|종료 시간|วันที่ปิด|Solution description',
    'Detailed report|Niveau de satisfaction|満足度レベル|Level|Grado|Problem type|Čas řešení|Sicherheitsstufe',
  ])('is not understood if it is another time, text or level: %s', (names) => {
    all(names, '-');
  });

  it.each([
    'Parent ticket number|Related ticket ID|Ticket count|Issue links|Ticket URL|Ticket solved date|Case closed date',
    'Test case ID|Use case title|Case sensitive|Incident duration|Request method|Problem ID|Message ID|Merged ticket ID',
    'Nomor telepon|رقم الهاتف|מספר טלפון|Puhelinnumero|Số điện thoại|Tanggal selesai|Jumlah tiket|Nro de cliente|客户编号',
    'Customer number|Client ID|User agent|User status|Customer type|Contact phone|Requester department|Customer satisfaction',
    'Email status|Mail server|Company name|Product name|Nom de l’entreprise|会社名|Group ID|Agent interactions',
    'Sluitingsdatum melding|Data zamknięcia sprawy|Talep kapanış tarihi|完了日時|종료일시|Fecha de cierre de la solicitud',
  ])('is not understood if it names something else: %s', (names) => {
    all(names, '-');
  });

  it('is worse than the name of the property alone, and better than a vague one', () => {
    const fits = ['State', 'Conversation state', 'Stage'].map((name) => fitOf(name)?.fit ?? NaN);

    expect(fits).toEqual(fits.toSorted((a, b) => a - b));
    expect(new Set(fits).size).toBe(3);
  });
});
