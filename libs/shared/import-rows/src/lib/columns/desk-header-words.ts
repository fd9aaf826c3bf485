import type { ImportField } from '#import-rows/columns/import-field';
import type { FieldNames } from '#import-rows/columns/people-words';
import { DESK_PEOPLE_WORDS } from '#import-rows/columns/desk-people-words';
import { words } from '#import-rows/columns/words';

/**
 * Names of columns in the translated interfaces of other desks. header-words.ts has the common ones. Sources: the
 * localisations of Redmine, MantisBT, Request Tracker, OTOBO, iTop, Trac, Kanboard, EspoCRM, Frappe Helpdesk, django-helpdesk,
 * FreeScout, UVdesk, Flyspray, Taiga and Peppermint; HESK, TOPdesk, ConnectWise and the tickets of Intercom. A word that they use for two fields is left out, or is a weak name.
 */
export const DESK_HEADER_WORDS: Readonly<Record<ImportField, FieldNames>> = {
  title: {
    good: words(`
      Summary description, Default title, Resumit, Summario, Diverradur, Zämmefassig, خاکہ,
      Titlul, Subiectul, Tárgya, Konusu, Başlığı, Emnet, Tittelen, Titlen, Ärendemening, Заглавието, Темата, Насловот, הנושא, הכותרת, Benämning, Buod, Laburpena, Mada, Somo, Mavzu, Mövzu, Başlıq, Nadpis, Oppsummering, Opsummering, Overzicht, Përmbledhje, Titull, Titulli, Rezime,
      Riassunto, Sommario, Samandrag, Sarlavha, Soggetto, Streszczenie, Subjecte, Subjekt, Subjekti, Subjekto, Subyek, Suxeito, Titls, Viðfangsefni,
      Yfirlit, Összefoglalás, Sumar, Sumário, Suvestinė, Resumo do chamado, Tóm lược, Temats/virsraksts, Гарчиг, Сэдэв, Краток опис, Краткое содержание,
      Падсумаваньне, Падсумаванне, Тэма, Загаловак, Тақырып, Թեմա, Վերնագիր, Ամփոփում, סיכום, שם נושא, خلاصہ, பொருள், தலைப்பு, বিষয়, শিরোনাম,
      శీర్షిక, ವಿಷಯ, വിഷയം, વિષય, ਵਿਸ਼ਾ, หัวเรื่อง, ခေါင်းစဉ်, အကြောင်းအရာ, ចំណងជើង, ຫົວຂໍ້, සිරස්තලය, სათაური, თემა, შეჯამება, ማጠቃለያ, ርዕስ, 表題, 표제, 개요,
      주제, Teideal, Ábhar, Teitl, Pwnc, Suġġett`),
    weak: words('Nazwa, Ärende, Översikt, Pregled, Преглед, Naam, Naziv predmeta, Kohde, Tên, Nama'),
  },
  description: {
    good: words(`
      Default description, Detailed Decription, Description_longdescription,
      Descrierea, Leírása, Açıklaması, Beskrivelsen, Beskrivningen, Описанието, Описот, התיאור, Aprašas, Ayrıntılar, Ayrıntı, Azalpena, Azalpenak, Beskrywing, Berichttekst, Bericht tekst, Besked, Butiran, Chi tiết, Corpo, Corpo del messaggio,
      Corps, Corps du message, Cuerpo, Cuerpo del mensaje, Cos, Corp, Descrición, Deskripsyon, Deskrivadur, Detaily, Detaljer, Detalji, Gövde, Hovedtekst,
      Brødtekst, Leipäteksti, Maelezo, Meddelandetext, Meddelelse, Penjelasan, Podrobnosti, Podrobný popis, Podrobný opis, Priskribo, Përshkrim, Përshkrimi,
      Runko, Részletek, Részletes leírás, Saturs, Skildring, Sīkāk, Tafsilotlar, Tavsif, Tanımlama, Tekstas, Telo, Tělo, Testo, Textkörper, Törzs, Təsvir,
      Xehetasunak, Yksityiskohdat, Üksikasjad, Λεπτομέρειες, Κύριο μέρος, Апісаньне, Апісанне, Детали, Детаљи, Деталі, Подробиці, Подробно,
      Подробное описание, Детальний опис, Садржај, Содржина, Тайлбар, Сипаттама, Тело, Тело письма, Содержимое, Суть, Суть обращения, Суть проблемы, Detalii, Szczegóły zgłoszenia, Тяло на писмото, Тіло листа, Նկարագրություն, גוף,
      גוף ההודעה, פרטים, תיאור מפורט, الشرح, تفاصيل, تفصیل, تفصيل, توصیف, توضیح, جزئیات, متن نامه, متن, نص الرسالة, وصف, وضاحت, விளக்கம், বিবরণ, వివరణ, ವಿವರಣೆ,
      വിവരണം, વર્ણન, ਵੇਰਵਾ, เนื้อหา, ဖော်ပြချက်, အသေးစိတ်, ការពិពណ៌នា, ລາຍລະອຽດ, აღწერილობა, აღწერა, ገለፃ, መግለጫ, 正文, 細節, 细节, 詳細訊息, 详细信息, 詳細資訊,
      상세 설명, 세부, 세부 정보, 본문, Cur síos, Disgrifiad, Deskrizzjoni`),
    weak: words('概述, Anfrage, Tiedot, Informations, Undani, Badan'),
  },
  category: {
    good: words(`
      Kategorisi, Kategóriája, Kategorin, Категорията, הקטגוריה, Categorias, Categorieën, Categorii, Catégories, Chuyên mục, Kategoriat, Kategorien, Kategorier, Kategorije, Kategoriler, Kategorio, Kategoriya,
      Kategoriyalar, Kategóriák, Kateqoriya, Kategoritë, Luokitus, Phân loại, Thể loại, Κατηγορίες, Категории, Категорії, Катэгорыя, Ангилал, Санат, קטגוריות,
      التصنيفات, الفئات, تصنيف, فئة, دسته بندی ها, वर्ग, வகை, বিভাগ, వర్గం, ವರ್ಗ, വിഭാഗം, શ્રેણી, အမျိုးအစား, ប្រភេទ, კატეგორია, Կատեգորիա, ፈርጅ, ምድብ, 分类目录,
      区分, 범주, Catagóir, Kategorija zahtjeva, Kategorija zahteva`),
    weak: words(`
      議題類型, Module, Modul, Módulo, Modulo, 模块, 模組, 모듈, モジュール, Модуль, Fila, Cola, File d'attente, Warteschlange, Wachtrij, Kolejka, Fronta, Kö, Kø, Coda, Jono, Очередь, Черга,
      Опашка, Kuyruk, Coadă, Vrsta, Vrsta zahtjeva, Eilė, Rinda, Järjekord, Ουρά, 队列, 佇列, キュー, 대기열, Hàng đợi, Antrian, คิว, صف, قائمة الانتظار, תור,
      Type de demande de service, Typ požadavku, Typ požiadavky, Typ zagadnienia, Bereich, Rubrique, Төрөл, Tyyppi, Típus, Tür, Tip, Τύπος, Врста,
      Loại, Jenis, סוג, النوع, نوع, Tipas, Tüüp, Tegund, ტიპი, Տեսակ`),
  },
  priority: {
    good: words(`
      Dapat unahin,
      Prioritatea, Önceliği, Prioritása, Prioriteten, Приоритетът, Приоритетот, העדיפות, Prednost, Prioridad de atención, Prioridá, Prioritato, Prioritering, Prioritete, Përparësi, Përparësia, Sự ưu tiên, Ustuvorlik, Kipaumbele, Зэрэглэл, Прыярытэт, Пріорітет,
      Басымдық, Басымдығы, Muhimligi, Առաջնահերթություն, תעדוף, أفضلية, أولوية, الویت, ترجیح, முன்னுரிமை, অগ্রাধিকার, ప్రాధాన్యత, ಆದ್ಯತೆ, മുൻഗണന, પ્રાથમિકતા, ਤਰਜੀਹ, ဦးစားပေး, អាទិភាព,
      პრიორიტეტი, ቅድሚያ, 优先, 優先, 優先性, 優先權, 优先权, Tosaíocht, Blaenoriaeth, Prijorità`),
    weak: words(`
      Reported priority, Internal priority, Fontosság, Fontossága, Sürgőssége, Svarba, Criticality, Criticité, Criticidad, Criticidade, Criticità, Kritikalität, Kriticiteit, Krytyczność, Kritičnost, Kritičnosť, Kriticitet, Kritikusság, Criticitate, Kritiklik, Tähtsus, Važnost, Важност, Nujnost, Hitnost, Naléhavost, Naliehavosť, Brådska, Hastegrad, Viktighet, Vigtighed, Sürgősség, Urgență, Терміновість, Спешност,
      Závažnost, Závažnosť, Súlyosság, Gravitate, Vakavuus, Allvarlighetsgrad, Alvorlighed, Alvorlighetsgrad, Alvorsgrad, Ernst, Ciężkość, Waga, Önem derecesi,
      Σοβαρότητα, Επείγον, Серьёзность, Серьезность, Критичность, Критичність, Важливість, Серйозність, Сериозност, 심각도, Mức độ nghiêm trọng,
      ความรุนแรง, ความเร่งด่วน, Tingkat keparahan, Tingkat urgensi, Keterukan, חומרה, خطورة, الخطورة, الإلحاح, شدت, فوریت, Raskusaste, Svarbumas, Nopietnība`),
  },
  status: {
    good: words(`
      Processing status, Stoda,
      Statusul, Durumu, Állapota, Statusen, Статусът, Статусот, הסטטוס, Tillstånd, Estatus, Estáu, Statusas, Staatus, Būklė, Stāvoklis, Starea, Keadaan, Kondisi, Holat, Holati, Gjendje, Gjendja, Statusi, Hali, Kalagayan, Tilanne, Vəziyyət,
      Состојба, Стање, Төлөв, Күй, Күйі, Мәртебе, Կարգավիճակ, סטאטוס, حالة, حالت, حیثیت, अवस्था, நிலை, অবস্থা, স্থিতি, స్థితి, ಸ್ಥಿತಿ, നില, સ્થિતિ, ਸਥਿਤੀ, สถานภาพ, အခြေအနေ,
      ស្ថានភាព, ສະຖານະ, სტატუსი, მდგომარეობა, ሁኔታ, 現況, 狀況, 状况, Stádas, Statws, Статуси, Estado de la incidencia, Estado de la petición, Estado de la tarea`),
    weak: words(
      'Aktueller Status, Statut actuel, État actuel, Estado actual, Status atual, Estado atual, Stato attuale, Huidige status, Aktualny status, Aktualny stan, Текущий статус, Текущее состояние, Поточний статус, Поточний стан, Aktuální stav, Aktuálny stav, Nuvarande status, Nuværende status, Nåværende status, Nykyinen tila, Jelenlegi állapot, Mevcut durum, Güncel durum, Stare curentă, Τρέχουσα κατάσταση, Текущ статус, Trenutni status, Trenutno stanje, Estat actual, סטטוס נוכחי, الحالة الحالية, وضعیت فعلی, Trạng thái hiện tại, Status saat ini, สถานะปัจจุบัน, 現在の状態, 現在のステータス, 当前状态, 目前狀態, 현재 상태, Statusgrund, Motif du statut, Razón para el estado, Razão do status, Motivo stato, Reden status, Powód stanu, Причина состояния, Andamento, Stadiu, Étape, Etappe, Fase, Faza, Fáze, Fáza, Стадия, Этап, Етап, Стадія, 阶段, 階段, 단계, Vaihe, Szakasz, Στάδιο, Tahapan, Giai đoạn, ขั้นตอน',
    ),
  },
  created_at: {
    good: words(`
      Call date, Call time, Date entered, Date logged,
      만듦, Angefragt am, Angefragt um, Demandé le, Demandée le, Solicitado el, Solicitada el, Solicitado em, Solicitada em, Richiesto il, Richiesta il, Aangevraagd op, Zgłoszono dnia, Begärd den, Begärt den,
      Anmodningsdato, Anmodet den, Forespurt den, Запрошено в, İstek tarihi, İstenme tarihi, Ημερομηνία αιτήματος, リクエスト日, リクエスト日時, リクエスト時刻, 请求日期, 请求时间, 請求日期, 請求時間, วันที่ขอ, วันที่ร้องขอ, תאריך בקשה, תאריך הבקשה,
      Beküldés dátuma, Bidalitako data, Búið til, Creado en, Criado a, Creato a, Creata, Creata il, Création le, Créé en, Data creare, 
      Data deschidere, Dato lagt inn, Dato meldt, Datum aangemeld, Datum vložení, Dátum vloženia, Dátum vytvorenia, 
      Felvéve, Gecreëerd, Gecreëerd op, Inserita il, Izveidošanas laiks, Kad izveidots, Krijuar, Krijuar më, Loomisaeg, Luomispäivä, Luomisaika, Lähetysajankohta,
      Létrehozva ekkor, Létrehozás időpontja, Létrehozás napja, Masa cipta, Masa dicipta, Buat waktu, Membuat waktu, Momentul creării, Ora creării, Muda wa kutengeneza, Napravljen,
      Napravljeno, Datum izrade, Ngày thành lập, Nilikha, Nilikha noong, Petsa ng paglikha, Petsa ng pagpasa, Oppretta, Opprettet den, Opprettet på, Opprettelsestidspunkt, Oprettelsestidspunkt,
      Oprettet dato, Oprettet på, Oprettet tidspunkt, Pateiktas, Rapporterad datum, Reģistrēts, Saatmisaeg, Skapad tid, Skapad vid, Skapandetid, Sortuta, Sukurtas, Sukūrimo laikas,
      Sudah dibuat, Tanggal pembuatan, Waktu pembuatan, Waktu dibuat, Tiempo de creación, Tempo de creación, Tempo di creazione, Tempo de criação, Thời gian khởi tạo, Tạo, Được tạo vào,
      Đã khởi tạo, Ustvarjen, Ustvarjena, Datum ustvarjanja, Čas ustvarjanja, Utworzono w, Vreme kreiranja, Vrijeme kreiranja, Vrijeme otvaranja, Vytvořeno v, Vytvorený, Vytvorené o, Vytvorené dňa, Yaradılıb,
      Yaradılma tarixi, Yaratilgan, Yaratilgan sana, Yaratılmış, Yaratılma tarihi, Čas odpiranja, Čas vytvorenia, Čas vytvoření, Δημιουργήθηκε στις, Ημερομηνία καταχώρησης, Ημερομηνία υποβολής,
      Χρόνος δημιουργίας, Ώρα δημιουργίας, Време креирања, Датум креирања захтева, Време на създаване, Дата на съобщаване, Датум на креирање, Создадено на, Зареєстрована, Зареєстровано, Когда открыта, Креиран, Направљено,
      Створена, Створений, Створено о, Створена о, Създаден в, Създадена на, Създадено на, Созданный, Создана, Создано в, Стварыў, Створаны, Дата стварэння, Үүссэн, Үүсгэсэн, Үүсгэсэн огноо, Құрылған күні, Құрылды, Ստեղծված է, Ստեղծվել է, זמן היצירה, נוצר ב, נוצר בתאריך,
      תאריך דיווח, תאריך היצירה, أنشئت في, أنشئ في, أنشئت, أنشئ, تم إنشاؤه في, تم الإنشاء في, ایجاد شد, ایجاد شده در, تاریخ ثبت, زمان ایجاد, زمان ساخت,
      ساخته شده در, तारीख बनाई, बनाया, बनाया था, सृजन तिथि, உருவாக்கப்பட்டது, তৈরির তারিখ, তৈরি হয়েছে, สร้างวันที่, สร้างแล้ว, เวลาที่สร้าง, შექმნილია, შექმნის თარიღი, 作成時, 作成日付, 創建於, 创建於, 已建立, 建立於,
      回報日期, 报告日期, 新增於, 新增日, 新增日期, 新增時間, 보고일, 생성됨, 작성됨, 작성 날짜, 생성 날짜, Dáta cruthaithe, Cruthaithe, Crëwyd, Dyddiad creu`),
    weak: words(
      `Zażądano, 열린 날짜, От дата, สร้าง, Data d'unviu, Дата адпраўкі, Dato de Sendado, გასწორების თარიღი, प्रस्तुत करने की तिथि, Sendingardagur, Įvedimo data, Поднесено на, Datum sporočitve, Data de submission, Data de somission, Deiziad kas, Mäldigsdatum, جمع کرا نے کی تاریخ, Requested, Angefragt, Demandé, Demandée, Solicitado, Solicitada, Richiesto, Aangevraagd, Zgłoszono, Begärd, Begärt, Anmodet, Forespurt, Pyydetty, Запрошено, Data d'enviament, Data de envio, Data do envio, Data de envío, Fecha de envío, Gönderme tarihi, Datum slanja, Датум слања, تاريخ الإرسال, Ngày gửi, Ngày tháng gửi, Date de début, 등록, Dátum, Dato, Tarih, Päivämäärä, Kuupäev, Огноо, Күні, Датум, تاریخ, التاريخ, תאריך, Ngày, วันที่, तारीख, तिथि, თარიღი, Ամսաթիվ, Datums`,
    ),
  },
  external_id: {
    good: words(`
      議題金鑰, 議題識別碼, 議題編號, 問題識別碼, 工作項目金鑰, 案號, 事务密钥, 工作项键, Mã vấn đề, Kunci masalah, مفتاح المشكلة, Konu anahtarı, Konu kimliği, Talep anahtarı, Kayıt anahtarı, Sorun anahtarı,
      Код проблемы, Ключ проблемы, Код запроса, レコード番号, 记录编号, Datensatznummer, Número de registro, Numéro d'enregistrement, Numero di registrazione, Codi, Codi de tiquet, नम्बर, टिकट नम्बर, നമ്പർ, సంఖ్య, ಸಂಖ್ಯೆ, નંબર, ਨੰਬਰ, අංකය,
      Identificador, Identificació, Identificação, Identificatiecode, Identificativo, Identificator, Identifierare, Identifikasjon, Identifikator, Identifikatorius,
      Identifikators, Identifikatzailea, Identifikues, Identifikátor, Identyfikator, Identigilo, Kennung, Kennzeichen, Málsnúmer, Auðkenni, Nombor, Nombor tiket, Numara, Numri, Raqam, Nömrə,
      Namba, Namba ya tiketi, Numero ng ticket, Pengenal, Tanımlayıcı, Kimlik, Szám, Número da tarefa, Núm. da tarefa, Αναγνωριστικό, Ид, Ид., Уникальный идентификатор, Идентификационен номер,
      Ідэнтыфікатар, Нумар, Дугаар, Нөмірі, Համար, זיהוי, المعرف, المعرّف, رقم, شناسه, نمبر, पहचान, क्रमांक, नंबर, அடையாளங்காட்டி, எண், আইডি, নম্বর, ไอดี, იდენტიფიკატორი, ნომერი, መታወቂያ, 识别码, 識別碼,
      标识, 標識, 識別子, 識別番号, 식별자, Referensnummer, Referansenummer, Referencenummer, Referenznummer, Referentienummer, Referenciaszám, Viitenumero, Numéro de référence, Número de referencia, Número de referência,
      Numero di riferimento, Numer referencyjny, Referenční číslo, Referans numarası, Uimhir, Rhif, Rhif y tocyn`),
    weak: words(
      'Import ID, Legacy ID, Old ID, Old ticket ID, Old ticket number, External reference, External ref, Ref no, Reference no, Call ref, Job no, Entry ID, Work order number, WO number, Tracking ID, Track ID, Referenz, Referencia, Referência, Riferimento, Rif., Referans, Referens, Referanse, Viite, Codice, Cod, Код, RB, 参照, Referentie, Odniesienie, Bilet, Tiket, Tichet, Tiquet, Billet',
    ),
  },
  ...DESK_PEOPLE_WORDS,
  tags: {
    good: words(`
      Balises, Etichetă, Etikedoj, Etiketak, Etikette, Etiketë, Etiketat, Etiquetes, Fjalëkyçe, Gairės, Iezīmes, Ključne besede, Märksõnad, Märkning, Märkningar, Merki, Merkimiðar, Oznaka,
      Paraules clau, Sleutelwoorden, Sleutelwoord, Tagar, Tagg, Tagger, Tagy, Tagovi, Thẻ đánh dấu, Tägit, Značka, Značky, Oznake zahteva, Λέξεις-κλειδί, Σήμανση, Σημάνσεις,
      Ознака, Ознаке, Ознаки, Тэги, Тэгі, Таги, Тегови, Тагове, Тегтер, Шошго, Ярлык, Տեգեր, Պիտակներ, Հիմնաբառեր, מילות מפתח, תג, תגית, תוויות, الكلمات الدلالية, كلمات مفتاحية,
      برچسب, وسوم, وسم, تسميات, ٹیگ, குறிச்சொற்கள், ট্যাগ, คำสำคัญ, თეგები, ჭდეები, 关键字, 标注, 标记, 標記, Clibeanna, Tagiau, Teqlər, Teglar, Mga tag`),
    weak: words('Ετικέτα, Етикет, Мітка, Merke, Märke, Mærke, Silt'),
  },
};
