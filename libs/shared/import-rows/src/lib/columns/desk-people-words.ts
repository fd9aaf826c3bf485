import type { FieldNames, PeopleField } from '#import-rows/columns/people-words';
import { words } from '#import-rows/columns/words';

/** Names of the columns for people and teams in the translated interfaces of other desks. desk-header-words.ts names the sources. */
export const DESK_PEOPLE_WORDS: Readonly<Record<PeopleField, FieldNames>> = {
  requester: {
    good: words(`
      報告人, Déclarant, Declarante, Aangevraagd door, Angefragt von, 报修人, 报障人, 申报人, 申告人, 反馈人, Pengadu, Aanvragers, Auftraggeber, Beküldő, Demandeurs, Eskatzailea, Eskatzaileak, Innmeldar, Informatzailea, Izvestilac, Izvjestitelj, İstekçi, İstekçiler, Klicatelj, Kérelmező név,
      Meldar, Notificador, Nahlásil/a, Nahlásil(a), Nama pelanggan, Nama pemohon, Người gọi, Người thông báo, Người gửi yêu cầu, Nõudja, Nõudjad, Opkalder, Penelepon, Pieprasītājs, Pieprasītāji, Pobudnik, Pobudniki,
      Pozivalac, Pozivatelj, Pranešėjas, Prašymo autorius, Prijavitelj, Prijavitelji, Prijavio, Raportoija, Raporteerija, Raporter, Raporteur, Raportues, Rapporterer, Rapportør, Rapportör, Rekvirenter, Requerentes, Requisitantes,
      Richiedenti, Segnalata da, Solicitantes, Sol·licitants, Sporočitelj, Teataja, Tilaaja, Tilaajat, Tilkynnt af, Tên khách hàng, Uppringare, Uppringd av, Vlagatelj, Vlagateljica, Zahtevano od, Zgłoszone przez, Ziņotājs, Çağrı sahibi,
      Žadatelé, Žiadatelia, Αιτούντες, Αναφέρων, Авторы заявок, Докладчик, Доповідач, Захтевалац, Захтеваоц, Заявители, Заявники, Звонящий, Известилац, Пријавил, Сообщил, Сообщивший, Съобщен от, Позивалац,
      Хто повідомив, Ініцыятар, Арыз беруші, Өтініш беруші, Զեկուցող, Դիմող, משתמש לקוח, משתמש הלקוח, שם לקוח, שם הלקוח, שם המדווח, اسم العميل, اسم الزبون, الطالب, طالب الخدمة, المبلغ, درخواست کنندگان, نام مشتری, گزارش دهنده,
      گزارش کننده, ग्राहक का नाम, निवेदक, ชื่อลูกค้า, ผู้โทร, განმცხადებელი, მომთხოვნი, 主叫方, 发起人, 發起人, 回報人, 回報者, 报告员, 顾客姓名, 客戶名稱, 客户名字, 客户姓名, 客戶姓名, 신청인, 제보자, 問合せ者, 申込者, お客様氏名, Iarratasóir`),
    weak: words(`
      Autorius, Autors, Avtor, Egilea, Ersteller, Forfatter, Kontak, Kontaktas, Kontakts, Kontakty, Korisnik, Kliento naudotojas, Klijent korisnik, Klijent, Mijoz, Mteja, Müəllif, Müştəri, Müşteri kullanıcı, Oluşturan,
      Pengarang, Pengguna pelanggan, Používateľ, Uživatel, Skapare, Stranka, Szerző, Tác giả, Liên hệ, Επαφή, Πελάτης χρήστης, Συγγραφέας, Аутор, Аўтар, Клиент-потребител, Клијент, Корисник, Потребител, Користувач, Кліент,
      Հեղինակ, Հաճախորդ, כותב, משתמש, الزبون, المؤلف, عميل, مستخدم العميل, نویسنده, گاهک, ผู้แต่ง, ผู้ใช้, ग्राहक उपयोगकर्ता, კლიენტი, მომხმარებელი, ავტორი, 作成者, 作者, 创建人, 建立者, 顾客, 顧客担当者, 取引先担当者,
      고객 사용자, 저자, 생성자, 등록자, Bezeroa, Client utilisateur, Usuari del client, Utenza cliente, Utilizator client, Klientkasutaja, Klient-užívateľ, Người dùng khách hàng, Người dùng, Người tạo, Pengguna, Créateur, Creador, Creatore,
      Criador, Aangemaakt door, Utworzone przez, Vytvořil, Vytvoril, Creator, Created by, Erstellt von, Créé par, Creado por, Criado por, Creato da, Oprettet af, Opprettet av, Skapad av, Создал, Создатель, Створив, Създаден от`),
  },
  requester_email: {
    good: words(
      'Kunden-E-Mail-Adresse, Email do cliente, Emailová adresa žadatele, البريد الإلكتروني للعميل, מייל לקוח, 客户电邮',
    ),
    weak: words(`
      Adresa de email, Adresă de email, Adresa e-pošte, E-pošta, Adresse de courriel, Adresse courriel, Adresse électronique, Adresë email, Adreça de correu electrònic, Adreça electrònica, Correu, Correu electrònic, Alamat e-mel, E-mel, Emel, Alamat email, Alamat surel, Surel,
      Barua pepe, Anuani ya barua pepe, Correio eletrónico, Correio electrónico, Correio eletrônico, Dirección de correo, Dirección de e-mail, Dirección de email, E-mail cím, Email cím, E-mailová adresa, Emailová adresa, E-mailová adresa žiadateľa, E-naslov, E-pasts,
      E-pasta adrese, E-posti aadress, E-poçt, E-poštni naslov, El. paštas, El. pašto adresas, Elektron pochta, Elektronická adresa, Elektronski naslov, Email adresa, E-mail adresa, Email адреса, Email адрес, Email-адрес, Enderezo de correo electrónico,
      Endereço de correio eletrónico, Endereço email, Endereço de email, Eメール, Eメールアドレス, Helbide elektronikoa, Posta elektronikoa, Imejl, Imejl adresa, Indirizzo di posta elettronica, Posta elettronica, Netfang, Posta-e, Retpoŝto, Retpoŝta adreso, Sähköpostiosoite,
      Thư điện tử, Địa chỉ email, Địa chỉ thư điện tử, Tölvupóstfang, Tölvupóstur, Διεύθυνση email, Διεύθυνση ηλεκτρονικού ταχυδρομείου, Ηλεκτρονικό ταχυδρομείο, Ηλεκτρονική διεύθυνση, Адрес эл. почты, Адрес электронной почты, Адрас электроннай пошты, Адреса е-поште, Адреса електронної пошти,
      Е-пошта, Е-поща, Ел. пошта, Ел. поща, Електронна пошта, Електронна поща, Имейл, Имејл, Имејл адреса, Имэйл, Цахим шуудан, Эл. пошта, Электрондық пошта, Էլեկտրոնային փոստ, Էլ. փոստ, אימייל, דואר אלקטרוני, כתובת אימייל, כתובת דוא"ל, מייל, آدرس ایمیل, رایانامه,
      عنوان البريد الإلكتروني, البريد الالكتروني, بريد إلكتروني, نشانی ایمیل, پست الکترونیک, پست الکترونیکی, ای میل, ई-मेल, ईमेल, ईमेल पता, மின்னஞ்சல், ইমেইল, ที่อยู่อีเมล, อีเมล์, အီးမေးလ်, អ៊ីមែល, ელფოსტა, ელექტრონული ფოსტა, ኢሜይል, 电子邮件地址,
      电子邮箱, 邮件地址, 邮箱地址, 電子郵件信箱, 電子郵件地址, 郵件地址, 電子信箱, 电子邮件信箱, 邮件, 郵件, 이메일 주소, 메일, 메일 주소, E-post adresse, Ríomhphost, Ebost, E-bost`),
  },
  assignee: {
    good: words(`
      指派對象, 受託人, Исполнители, Ответственные, Responsables, Responsáveis, Assegnatari, Behandelaars, Assignat a, Assignada a, Assignée à, Atanmış kullanıcı, Atanan kullanıcı, Tilldelad användare, Tildelt bruger, Tildelt bruker, Zugewiesener Benutzer, Toegewezen gebruiker, Usuario asignado, Usuário designado, Usuário atribuído, Utente assegnato,
      Utilisateur assigné, Utilizador atribuído, Utilizator alocat, Przypisany użytkownik, Přiřazený uživatel, Priradený používateľ, Hozzárendelt felhasználó, Dodeljeni korisnik, Dodijeljeni korisnik, Dodeljeni uporabnik, Dodeljeno korisniku, Dodijeljeno korisniku,
      Piešķirtais lietotājs, Priskirtas darbuotojas, Назначен потребител, Додељени корисник, Ανατεθειμένος χρήστης, المستخدم المخصص, 割り当てられたユーザー, 已指派用户, 指定的使用者, ผู้ใช้ที่ได้รับมอบหมาย, Pengguna yang ditugaskan,
      Bearbeitung durch, Beauftragter, Behandler, Bertanggung jawab, Bertanggungjawab, Caktuar, Caktuar për, Cessionnaire, Cessionário, Chỉ định cho, Chịu trách nhiệm, Chủ sở hữu, Phân công cho, Phụ trách, Được giao cho, Được phân công cho, Delegert til, Designado, Designado a,
      Dodeljen, Dodijeljen, Dodijeljeni, Dodijeljeno osobi, Dueño, Dono, Egasi, Eigandi, Eigar, Eigentümer, Esleituta, Honi esleitua, Nori esleitua, Hozzárendelve a következőhöz, In carico a, Incaricato, Intervenant, Itinalaga kay, Itinalaga sa, Izvršilac, Izvršitelj, Jabea,
      Kimga tayinlandi, Lastnik, Skrbnik, Määrätty jollekin, Määritetty, Nimetty, Odgovoran, Odgovorna osoba, Odgovorni, Odpovědný, Odpowiedzialny, Osoba odpowiedzialna, Odpovědná osoba, Zodpovedná osoba, Zodpovedný, Omanik, Operater, Opérateur, Osoitettu,
      Paskirtas, Priskirta, Priskirtas, Pemilik, Penerima tugas, Petugas yang ditugaskan, Persoană desemnată, Persoana atribuită, Persona encargada, Personne assignée, Piešķirts, Pronar, Pronari, Propietari, Proprietar, Przypisana do, Přiřazen, Přiřazeno k, Přiřazeno komu, Přiřazeno uživateli,
      Přidělen komu, Priradené, Priradené pre, Pridelené komu, Procesujący, Sahip, Sahibi, Savininkas, Suorittaja, Tanggung jawab, Tegeleja, Tilordnet, Tilordnet til, Toegekend aan, Toegewezene, Uppdragsinnehavare, Vastaava, Vastuullinen, Verantwoordelijke,
      Vlasnik, Zpracovává, Zpracovatel, Zuständigkeit, Úthlutað til, Ügynök, Īpašnieks, Ανάδοχος, Ανάθεση σε, Ανατεθέν σε, Ιδιοκτήτης, Агент, Оператор, Възложен на, Възложена на, Доделена на, Доделено на, Додељен, Додељено, Доручено, Извршител, Извршилац, Кому назначена,
      Кому призначена, Назначена, Назначена на, Назначено для, Назначена кому, Кому назначено, Призначено, Призначений, Призначена, Призначена до, Прызначаная, Выканаўца, Орындаушы, Хариуцагч, Оноогдсон, Одговоран, Одговорен, Отговорен, Отговорно лице, Собственик, Сопственик, Уладальнік, Սեփականատեր, Պատասխանատու, Կատարող,
      בעלים, הוקצה ל, הוקצתה עבור, משוייך אל, משויך אל, סוכן, أوكلت إلى, اختصاص یافته به, اختصاص داده شده به, المالك, المحال إليه, المسند إليه, المعين له, شخص محول شده, صاحب, مالك, مالک, نماینده, وكيل, الوكيل, उत्तरदायी, स्वामी, नियुक्त, দায়িত্বপ্রাপ্ত,
       มอบหมายให้, กำหนดให้, เจ้าของ, ได้รับมอบหมายให้, პასუხისმგებელი, შემსრულებელი, მიმაგრებულია, 책임자, 담당 직원, 상담원, 에이전트, エージェント, エージェント名, 割り当てられた, 割り当て先, 割当, 割当先, 責任者, 办理人, 办理人名称, 受让人, 属主, 已分配给, 所有人,
      拥有人, 擁有者, 拥有者, 指派到, 指派給, 指派至, 分派给, 分配给, 分配給, 接单员, 服务人员, 服務人員, 被分派者, 承办人, 대리인, ตัวแทน, प्रतिनिधि, நியமிக்கப்பட்ட, 할당 대상, Sannadach, Yiyələnən, Təyin edilib, İcraçı`),
    weak: words('Dodeljena, Agen, Agentas, Agentti, Axente, Ejen, Analista, Représentant, Tilordnede, Odpovědnost'),
  },
  team: {
    good: words(`
      Birim adı, Csapat név, Csapatok, Echipe, Ekipa, Ekipe, Equipa, Equipas, Equipos, Equips, Groepen, Groupes, Grupas, Grupo de trabajo, Grupos, Grupper, Gruppen, Gruppi, Hópur, Jamoa, Komandos, Kumpulan, Kundi, Nazwa zespołu, Název týmu, Názov tímu,
      Skupiny, Takımlar, Taldea, Teams, Timovi, Tímy, Týmy, Zespoły, Équipes, Ομάδες, Группы, Команды, Екипи, Команди, Тим, Тимови, Խումբ, الفرق, فريق, مجموعة, المجموعات, ჯგუფი, გუნდი, குழு, দল, กลุ่มงาน, 执行团队, 用户组, 組, 群组, 班组, 组别, 支援组, 客服组,
      サポートグループ, 지원팀, Foireann, Tîm, Komandası, Qrup, Guruh, Pasukan, Pangkat, Koponan, Tým podpory, Skupina podpory, Skupina řešitelů, Skupina riešiteľov, Zespół wsparcia, Група підтримки, Група поддршке, Группа поддержки, Группа исполнителей`),
    weak: words('Birim, Úsek, Oddělení, Oddelenie, Osztály, Wydział'),
  },
};
