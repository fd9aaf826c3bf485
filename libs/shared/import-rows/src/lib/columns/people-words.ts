import type { ImportField } from '#import-rows/columns/import-field';
import { words } from '#import-rows/columns/words';

/** Names of a field in the exports of other desks. Weak names apply only if no column fits well. */
export interface FieldNames {
  readonly good: readonly string[];
  readonly weak: readonly string[];
}

export type PeopleField = Extract<ImportField, 'requester' | 'requester_email' | 'assignee' | 'team'>;

/** Names of columns for people, whose values are names, "Name <address>", or addresses. */
export const PEOPLE_WORDS: Readonly<Record<PeopleField, FieldNames>> = {
  requester: {
    good: words(`
      Requester, Requester name, Requester display name, Requester - Requester, Requestor, Requestor name, Requested by, Requested for,
      Opened for, Reporter, Reporter name, Reporter display name, fields.reporter.displayName, Reported by, Caller, Caller name, caller_id, Raised by, Raised for,
      Customer name, Customer full name, Contact name, Client name, End user, SuppliedName, source.author.name, Anforderer,
      Anforderer - Anforderer, Antragsteller, Antragstellerin, Anfragende, Anfragender, Anfragesteller, Anfrager, Melder, Gemeldet von,
      Anrufer, Ersteller der Anfrage, Kundenname, Demandeur, Demandeur - Demandeur, Demandeuse, Nom du demandeur, Demandé par,
      Rapporteur, Signalé par, Appelant, Nom du client, Solicitante, Solicitante - Solicitante, Nombre del solicitante, Solicitado por,
      Informador, Informado por, Peticionario, Nombre del cliente, Requerente, Requerente - Requerente, Requisitante,
      Nome do solicitante, Relator, Relatado por, Reportado por, Nome do cliente, Richiedente, Richiedente - Richiedente,
      Nome del richiedente, Richiesto da, Segnalato da, Segnalatore, Nome cliente, Aanvrager, Aanvrager - Aanvrager, Naam aanvrager,
      Aanmelder, Gemeld door, Beller, Klantnaam, Zgłaszający, Zgłaszający - Zgłaszający, Osoba zgłaszająca, Wnioskodawca,
      Nazwa klienta, Beställare, Rapporterad av, Anmälare, Anmoder, Rapporteret af, Bestiller, Innmelder, Rapportert av, Pyytäjä, Ilmoittaja,
      Talep eden, Talep sahibi, Bildiren, Müşteri adı, Žadatel, Zadavatel, Nahlásil, Žiadateľ, Igénylő, Bejelentő, Kérelmező, Solicitant,
      Raportor, Заявитель, Инициатор, Автор заявки, Имя клиента, Ініціатор, Заявник, Заявител, Подател, Αιτών, Podnositelj, Prosilac, Taotleja,
      Pareiškėjas, Pieteicējs, פונה, שם הפונה, مقدم الطلب, صاحب الطلب, 依頼者, 依頼者名, 報告者, 起票者, 申請者, 問い合わせ者, 请求者, 请求人, 申请人, 報修人, 报告人, 提单人,
      請求者, 申請人, 提出者, 요청자, 요청자명, 보고자, 신고자, 접수자, Người yêu cầu, Người báo cáo, Pemohon, Pelapor, ผู้ร้องขอ, ผู้แจ้ง, अनुरोधकर्ता, درخواست‌کننده, Llamante, Chamador, Chiamante,
      Dzwoniący, Anropare, Soittaja, Arayan, Volající, Hívó, Абонент, Associated contact, Associated contacts, Zugeordneter Kontakt, Zugehöriger Kontakt,
      Verknüpfter Kontakt, Contact associé, Contacts associés, Contacto asociado, Contactos asociados, Contato associado, Contatos associados, Contatto associato,
      Contatti associati, Gekoppeld contact, Bijbehorend contact, Gekoppelde contactpersoon, Powiązany kontakt, Kopplad kontakt, Tilknyttet kontakt,
      関連コンタクト, Requestors, Requesters, Affected user, 문의자, 提交人,
      Podnosilac, Podnosilac zahteva, מדווח, 신청자, Rekvirent, Anmelder, Prašytojas, Sol·licitant`),
    weak: words(`
      Von, De, Da, Van, Od, Från, Fra, Lähettäjä, От, От кого, Від, Від кого, Gönderen, Kimden, Feladó, 送信者, 差出人, 发件人, 寄件者, 寄件人, 보낸 사람, 발신자, Remitente, Expéditeur, Mittente, Afzender, Nadawca, Odesílatel, Odosielateľ, Avsändare, Afsender, Avsender, Expeditor, Remetente, Raporlayan,
      Customer, Client, Contact, Full name, Author, Submitter, Submitted by, Opened by, From, Sender name, User, User name, CustomerUser,
      customer_user, Kundenbenutzer, Utilisateur client, Usuario cliente, Usuario del cliente, Usuário cliente, Usuário do cliente, Utilizador do cliente,
      Utente cliente, Utente del cliente, Użytkownik klienta, Klantgebruiker, Klant-gebruiker, Kundanvändare, Kundebruger, Kundebruker, Asiakaskäyttäjä,
      Müşteri kullanıcısı, Zákaznický uživatel, Uživatel zákazníka, Ügyfél felhasználó, Ügyfélfelhasználó, Пользователь клиента, Клиент пользователь,
      Користувач клієнта, 顧客ユーザー, 客户用户, 客戶使用者, Kunde, Kontakt, Benutzer, Absender, Autor, Auteur, Utilisateur, Cliente, Contacto, Usuario, Contato, Usuário, Contatto,
      Utente, Autore, Klant, Gebruiker, Klient, Użytkownik, Клиент, Пользователь, Контакт, Автор, 顧客, 顧客名, お客様名, 客户, 客戶, 客户名称, 用户, 고객, 고객명,
      Ansprechpartner, Kund, Müşteri, Talep eden kişi, ФИО, 联系人, お客様, 작성자,
      Request user, Ticket user, Case user, Contact person, Kontaktperson, Ansprechpartnerin, Ansprechperson, Personne à contacter, Personne de contact, Persona de contacto,
      Pessoa de contato, Pessoa de contacto, Persona di contatto, Contactpersoon, Osoba kontaktowa, Kontaktní osoba, Kontaktná osoba,
      Kontakt osoba, İlgili kişi, Контактное лицо, Контактна особа, Лице за контакт, Yhteyshenkilö, Kapcsolattartó,
      Persoană de contact, Person kontakt, Υπεύθυνος επικοινωνίας, Người liên hệ, 聯絡人, 聯繫人, 連絡者, 연락처 담당자, ผู้ติดต่อ, איש קשר, جهة الاتصال,
      Zákazník, Ügyfél, Клієнт, Πελάτης, לקוח, العميل, مشتری, Khách hàng, Pelanggan, ลูกค้า, ग्राहक, Asiakas, Klientas, Klients`),
  },
  requester_email: {
    good: words(`
      Requester email, Requester email address, Requester e-mail address, Requester mail, Requestor email, Requestor email address,
      Requested by email, Requested for email, Reporter email, Reporter email address, fields.reporter.emailAddress, Reporter mail, Caller email,
      Caller email address, caller_id.email, caller_id.email.display_value, Customer email, Customer email address, Customer e-mail,
      Primary customer email, Contact email, Contact email address, Client email, User email, From email, From address, From email address,
      Sender email, Sender email address, Author email, Submitter email, Web email, SuppliedEmail, source.author.email,
      E-Mail des Anforderers, E-Mail-Adresse des Anforderers, E-Mail des Antragstellers, E-Mail des Melders, E-Mail des Kunden,
      Kunden-E-Mail, Anforderer E-Mail, Email du demandeur, E-mail du demandeur, Adresse e-mail du demandeur, Courriel du demandeur,
      Email du client, Correo del solicitante, Correo electrónico del solicitante, Email del solicitante, Correo del cliente,
      Correo electrónico del cliente, E-mail do solicitante, E-mail do requerente, E-mail do cliente, Email del richiedente,
      E-mail del richiedente, Email cliente, E-mail aanvrager, E-mailadres aanvrager, E-mail zgłaszającego, Adres e-mail zgłaszającego,
      Beställarens e-post, Talep eden e-posta, E-mail žadatele, Email заявителя, E-mail заявителя, Почта заявителя, 依頼者のメールアドレス,
      依頼者メール, 请求者邮箱, 申请人邮箱, 客户邮箱, 요청자 이메일, 고객 이메일`),
    weak: words(`
      Email, Email address, E-mail, Internet e-mail, Internet email, Mail, Mail address, Sender, E-Mail-Adresse, Mailadresse, Adresse e-mail, Adresse mail, Courriel,
      Correo, Correo electrónico, Dirección de correo electrónico, E-mailadres, Adres e-mail, Endereço de e-mail, Indirizzo e-mail,
      Indirizzo email, E-post, E-postadress, E-postadresse, Sähköposti, E-posta, E-posta adresi, Эл. почта, Электронная почта, Почта,
      メール, メールアドレス, 邮箱, 电子邮件, 電子郵件, 이메일, อีเมล, דוא"ל, البريد الإلكتروني, ایمیل`),
  },
  assignee: {
    good: words(`
      Assignee, Assignee name, Assignee display name, fields.assignee.displayName, Assigned to, Assigned to - Technician, Assigned agent,
      Assigned user, Assigned person, Assigned technician, Agent, Agent name, Ticket owner, Case owner, Owner, Owner name, Technician,
      Technician - Technician, Assignee email, Assignee email address, fields.assignee.emailAddress, Assigned to email, Agent email,
      Owner email, Bearbeiter, Bearbeiterin, Zugewiesen an, Zugewiesen an - Techniker, Zugewiesene Person, Techniker, Zuständig,
      Zuständiger, Zuständige Person, Verantwortlich, Verantwortlicher, Besitzer, Attribué à, Attribué à - Technicien, Assigné à, Affecté à,
      Technicien, Responsable, Agent assigné, Asignado a, Asignado a - Técnico, Persona asignada, Agente, Agente asignado, Técnico,
      Propietario, Atribuído a, Atribuído para, Atribuído - Técnico, Responsável, Agente responsável, Proprietário, Assegnato a,
      Assegnato a - Tecnico, Assegnatario, Tecnico, Responsabile, Toegewezen aan, Toegewezen aan - Technicus, Behandelaar, Eigenaar,
      Przypisany do, Przypisane do, Osoba przypisana, Technik, Tilldelad, Tilldelad till, Ansvarig, Handläggare, Tildelt, Tildelt til,
      Ansvarlig, Sagsbehandler, Saksbehandler, Käsittelijä, Vastuuhenkilö, Atanan, Atanan kişi, Sorumlu, Přiřazeno, Přidělený, Řešitel,
      Riešiteľ, Pridelené, Felelős, Hozzárendelve, Atribuit lui, Исполнитель, Ответственный, Назначено, Назначен, Виконавець,
      Відповідальний, Изпълнител, Отговорник, Ανατέθηκε σε, Υπεύθυνος, משויך ל, מוקצה ל, المكلف, مسند إلى, 担当者, 担当, 担当者名, 负责人, 处理人, 经办人, 指派给,
      受理人, 負責人, 處理人員, 處理人, 담당자, 담당자명, 처리자, Người được giao, Người xử lý, Ditugaskan ke, Penanggung jawab, ผู้รับผิดชอบ, ผู้รับมอบหมาย, مسئول, Assignees, Agent assigned, Teammate assigned,
      Propriétaire, Proprietario,
      Właściciel, Ägare, Ejer, Eier, Omistaja, Vlastník, Tulajdonos, Владелец, Власник, 所有者, 소유자, Zugewiesen zu, Ticketinhaber,
      Przypisano do, Przydzielono do, Przydzielone do, Przydzielony do, Assegnata a, Attribuée à, Affectée à, Asignada a, Atribuída a, Agent traitant,
      Agente encargado, Agente assegnato, Agente atribuído, Toegewezen agent, Toegewezen medewerker, Sachbearbeiter, Sachbearbeiterin, Técnico asignado, Ügyintéző, 対応者, 상담사, 담당 상담원,
      Atendente, Přiděleno, Felelős személy, Atribuit, Responsabil, Dodijeljeno, Dodeljeno, Zadužena osoba, מטפל, נציג, אחראי, المسؤول, معين إلى,
      کارشناس, Temsilci, 經辦人, 承辦人, Người phụ trách, Ditugaskan kepada, Petugas, เจ้าหน้าที่, असाइन किया गया, Vastutaja, Määratud, Atsakingas,
      Vykdytojas, Atbildīgais, Assignat`),
    weak: words(
      `Responsible, Responsible person, Handler, Handled by, Resolver, Assigned, Analyst, Engineer, Staff, Operatore, Gestore, Medewerker, Opiekun,
      Zugewiesen, Attribué, Assigné, Affecté, Asignado, Atribuído, Assegnato, Toegewezen, Przypisano, Przypisany, Přidělen, Technicus`,
    ),
  },
  team: {
    good: words(`
      Team, Team name, Assignment group, Assigned group, Assigned team, Assigned to - Technician group, Group, Group name, Ticket group,
      Agent group, Support group, Support team, Owner group, Resolver group, Service group,
      Technician group, Technician groups, Technikergruppe, Groupe de techniciens, Groupe technique, Grupo de técnicos, Grupo técnico, Gruppo di tecnici,
      Gruppo tecnico, Gruppo assegnatario, Technicusgroep, Groep technici, Grupa techników, Grupa techniczna, Grupa przydziału, Grupa wsparcia, Grupo asignación,
      Groupe affecté, 割り当てグループ, 割当グループ, Gruppe, Teamname, Zuweisungsgruppe,
      Zugewiesene Gruppe, Zugewiesen an - Technikergruppe, Bearbeitergruppe, Zuständige Gruppe, Groupe, Groupe d'affectation,
      Groupe assigné, Attribué à - Groupe de techniciens, Équipe, Équipe assignée, Equipo, Equipo asignado, Grupo, Grupo asignado,
      Grupo de asignación, Asignado a - Grupo de técnicos, Equipe, Grupo de atribuição, Grupo responsável, Gruppo, Gruppo di assegnazione,
      Squadra, Groep, Toewijzingsgroep, Behandelaarsgroep, Behandelgroep, Grupa, Grupa przypisania, Zespół, Grupp, Tilldelningsgrupp,
      Arbetslag, Ryhmä, Tiimi, Grup, Ekip, Takım, Atama grubu, Skupina, Tým, Řešitelská skupina, Tím, Csoport, Csapat,
      Echipă, Группа, Рабочая группа, Команда, Група, Екип, Ομάδα, קבוצה, צוות, المجموعة, الفريق, グループ, チーム, 担当グループ, 担当チーム, 组, 团队, 小组, 处理组,
      群組, 團隊, 組別, 그룹, 팀, 담당팀, 담당그룹, Nhóm, Đội, Grup penugasan, กลุ่ม, ทีม, समूह, टीम, گروه, تیم,
      Rühm, Meeskond, Grupė, Komanda, Equip`),
    weak: words('Assignee group, Assigned department, Squad, Team assigned, Group assigned'),
  },
};
