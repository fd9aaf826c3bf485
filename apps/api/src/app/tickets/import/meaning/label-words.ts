import type { PropertyName, PropertyValue } from '@docket/domain';
import { words } from './words';

/** The words of each label of a property. */
export type LabelWords = { readonly [N in PropertyName]: Readonly<Record<PropertyValue<N>, readonly string[]>> };

/**
 * What other desks call the labels. Sources: the default choices of ServiceNow, Jira and Jira Service Management, GLPI, Zendesk,
 * Freshdesk, Zammad, OTRS and Znuny, osTicket, HubSpot, Redmine and GitLab, in the languages of their user interfaces, and the
 * support ticket sets on Kaggle. Spelled for reading: they are compared folded (fold-word.ts). A word has one meaning: what desks
 * use differently stays out, and `map` says what it means.
 */
export const LABEL_WORDS: LabelWords = {
  priority: {
    critical: words(`
      Critical, Urgent, Highest, Blocker, Emergency, Immediate, Very high, Showstopper, Top, Crit, P0, P1, S0, S1, Sev 0, Sev 1,
      Severity 1, Priority 1, Prio 1, Business critical, Mission critical, Kritisch, Dringend, Sehr hoch, Höchste, Sofort, Notfall,
      Critique, Urgente, Très haute, Très élevée, Immédiat, La plus haute, Crítica, Crítico, Muy alta, Muy alto, Urgentísima,
      Inmediata, Muito alta, Muito alto, Imediata, Emergência, Critica, Critico, Molto alta, Altissima, Immediata, Urgent!, Spoed,
      Kritiek, Zeer hoog, Hoogste, Krytyczny, Pilne, Pilny, Bardzo wysoki, Natychmiastowy, Kritisk, Akut, Brådskande, Kriittinen,
      Kritik, Acil, Kritická, Kritický, Критический, Критичный, Критическая, Критично, Срочный, Срочная, Срочно, Очень высокий,
      Наивысший, Немедленный, Критичний, Терміновий, קריטי, דחוף, حرجة, عاجل, 緊急, 重大, 最高, 至急, 致命, 紧急, 非常高, 危急, 긴급, 매우 높음, Khẩn cấp,
      Kritis, Mendesak`),
    high: words(`
      High, Major, Important, Elevated, P2, S2, Sev 2, Severity 2, Priority 2, Prio 2, Hoch, Wichtig, Haute, Élevée, Élevé, Majeure,
      Majeur, Importante, Alta, Alto, Elevada, Elevado, Mayor, Maior, Elevata, Elevato, Maggiore, Hoog, Belangrijk, Wysoki, Wysoka,
      Wysokie, Ważny, Hög, Høj, Høy, Korkea, Yüksek, Vysoká, Vysoký, Magas, Υψηλή, Высокий, Высокая, Важный, Високий, גבוה, גבוהה,
      عالية, مرتفع, 高, 高い, 高级, 重要, 높음, Cao, Tinggi`),
    medium: words(`
      Medium, Normal, Moderate, Average, Standard, Regular, Med, P3, S3, Sev 3, Severity 3, Priority 3, Prio 3, Mittel, Mäßig,
      Moyenne, Moyen, Normale, Modérée, Modéré, Media, Medio, Moderada, Moderado, Média, Médio, Moderata, Gemiddeld, Normaal, Middel,
      Średni, Średnia, Normalny, Medel, Mellem, Middels, Keskitaso, Normaali, Orta, Střední, Normální, Közepes, Μεσαία, Средний,
      Средняя, Обычный, Нормальный, Середній, בינוני, בינונית, רגיל, متوسطة, متوسط, 中, 普通, 標準, 中等, 一般, 보통, Trung bình, Sedang`),
    low: words(`
      Low, Minor, Trivial, Lowest, Very low, Planning, Cosmetic, P4, P5, S4, S5, Sev 4, Sev 5, Severity 4, Severity 5, Priority 4,
      Priority 5, Prio 4, Prio 5, Niedrig, Gering, Sehr niedrig, Niedrigste, Basse, Faible, Très basse, Mineure, Mineur, Baja, Bajo,
      Muy baja, Muy bajo, Menor, Baixa, Baixo, Muito baixa, Muito baixo, Bassa, Basso, Molto bassa, Minore, Laag, Zeer laag, Laagste,
      Niski, Niska, Bardzo niski, Låg, Lav, Matala, Düşük, Nízká, Nízký, Alacsony, Χαμηλή, Низкий, Низкая, Очень низкий,
      Незначительный, Низький, נמוך, נמוכה, منخفضة, منخفض, 低, 低い, 最低, 轻微, 낮음, Thấp, Rendah`),
  },
  status: {
    open: words(`
      Open, New, To do, Reopened, Re-opened, Backlog, Unassigned, Submitted, Received, Registered, Active, Selected for development,
      Not started, Todo, Triage, Unresolved, Logged, Opened, Draft, Created, Neu, Offen, Wieder geöffnet, Wiedereröffnet, Geöffnet,
      Zu erledigen, Nouveau, Nouvelle, Ouvert, Ouverte, Rouvert, À faire, Nuevo, Nueva, Abierto, Abierta, Reabierto, Por hacer, Novo,
      Nova, Aberto, Aberta, Reaberto, A fazer, Nuovo, Nuova, Aperto, Aperta, Riaperto, Da fare, Nieuw, Openstaand, Heropend, Te doen,
      Nowy, Nowe, Otwarty, Otwarte, Ny, Öppen, Åben, Åpen, Uusi, Avoin, Yeni, Açık, Nový, Otevřený, Új, Nyitott, Νέο, Ανοιχτό, Новый,
      Новая, Новое, Открыт, Открыта, Открыто, Открытый, Переоткрыт, Відкрито, Новий, חדש, פתוח, جديد, مفتوح, 新規, オープン, 未対応, 未着手, 再開,
      新建, 打开, 开放, 待处理, 未处理, 新, 신규, 열림, Mới, Mở, Baru, Terbuka`),
    in_progress: words(`
      In progress, Pending, On hold, Hold, Work in progress, WIP, Assigned, Started, Doing, In review, Waiting, Waiting for customer,
      Waiting on customer, Waiting for support, Waiting on contact, Waiting on us, Awaiting customer, Waiting for third party,
      Waiting on third party, Awaiting user info, Awaiting reply, Awaiting vendor, Awaiting problem, Pending customer response,
      Pending customer, Pending vendor, Pending reminder, Pending close, Pending auto close+, Pending auto close-, Escalated,
      Under investigation, Investigating, Processing, In process, Accepted, Acknowledged, Processing (assigned),
      Processing (planned), Ongoing, Blocked, Suspended, Planned, Scheduled, Under review, Feedback, In Bearbeitung,
      In Bearbeitung (zugewiesen), In Bearbeitung (geplant), In Arbeit, Zugewiesen, Wartend, Warten auf Kunde, Warten auf Erinnerung,
      Ausstehend, Zurückgestellt, Pausiert, En cours, En cours (Attribué), En cours (Planifié), En attente, Attribué, Assigné,
      En traitement, En curso, En curso (asignada), En curso (planificada), En proceso, En progreso, En espera, Pendiente, Asignado,
      Asignada, En revisión, Em andamento, Em atendimento, Em atendimento (atribuído), Em atendimento (planejado), Em progresso,
      Em espera, Pendente, Atribuído, Em curso, Aguardando cliente, In corso, In corso (assegnato), In corso (pianificato),
      In attesa, In lavorazione, Assegnato, In sospeso, In behandeling, Toegewezen, In afwachting, Wachtend, Bezig, W toku,
      W trakcie, Oczekujące, Oczekujący, Przypisany, Pågående, Väntar, I gang, Under behandling, Käsittelyssä, Devam ediyor,
      Beklemede, V řešení, Probíhá, Folyamatban, Σε εξέλιξη, В работе, В процессе, В обработке, В ожидании, Ожидание, Ожидает,
      Назначен, Назначена, Отложен, В роботі, בטיפול, ממתין, قيد التنفيذ, قيد الانتظار, 対応中, 進行中, 処理中, 保留, 保留中, 作業中, 进行中, 处理中, 處理中,
      挂起, 已分配, 等待中, 진행 중, 처리 중, 보류, 대기 중, Đang xử lý, Đang chờ, Sedang diproses, Tertunda`),
    resolved: words(`
      Resolved, Solved, Done, Fixed, Completed, Complete, Answered, Finished, Resolution provided, Verified, Gelöst, Behoben,
      Erledigt, Fertig, Abgeschlossen, Résolu, Résolue, Terminé, Terminée, Corrigé, Resuelto, Resuelta, Solucionado, Solucionada,
      Hecho, Terminado, Completado, Listo, Resolvido, Resolvida, Concluído, Concluída, Feito, Risolto, Risolta, Completato, Fatto,
      Opgelost, Gereed, Klaar, Afgerond, Rozwiązany, Rozwiązane, Zrobione, Gotowe, Löst, Klar, Løst, Ratkaistu, Valmis, Çözüldü,
      Tamamlandı, Vyřešeno, Vyřešený, Hotovo, Megoldva, Επιλύθηκε, Решен, Решена, Решено, Решён, Выполнено, Выполнен, Выполнена,
      Готово, Исправлен, Исправлено, Вирішено, נפתר, تم الحل, 解決, 解決済み, 完了, 対応済み, 已解决, 已解決, 已完成, 已修复, 해결됨, 해결, 완료, Đã giải quyết,
      Hoàn thành, Selesai`),
    closed: words(`
      Closed, Cancelled, Canceled, Archived, Declined, Rejected, Duplicate, Won't fix, Won't do, Wontfix, Merged, Closed successful,
      Closed unsuccessful, Closed complete, Closed incomplete, Closed skipped, Removed, Deleted, Withdrawn, Invalid, Abandoned,
      Not a bug, Cannot reproduce, Spam, Obsolete, Geschlossen, Erfolgreich geschlossen, Erfolglos geschlossen, Abgebrochen,
      Abgelehnt, Storniert, Clos, Close, Fermé, Fermée, Clôturé, Clôturée, Annulé, Annulée, Rejeté, Cerrado, Cerrada, Cancelado,
      Cancelada, Rechazado, Fechado, Fechada, Encerrado, Encerrada, Rejeitado, Chiuso, Chiusa, Annullato, Rifiutato, Gesloten,
      Geannuleerd, Afgewezen, Zamknięty, Zamknięte, Zamknięta, Anulowany, Odrzucony, Stängd, Avslutad, Lukket, Suljettu, Kapalı,
      Kapatıldı, İptal edildi, Uzavřeno, Uzavřený, Zavřený, Lezárva, Κλειστό, Закрыт, Закрыта, Закрыто, Закрытый, Отменен, Отменён,
      Отменено, Отклонен, Отклонён, Отклонено, Закрито, סגור, مغلق, ملغى, クローズ, 終了, 却下, キャンセル, 关闭, 已关闭, 關閉, 已關閉, 已取消, 종료, 닫힘, 취소,
      Đã đóng, Ditutup`),
  },
  category: {
    billing: words(`
      Billing, Payment, Payments, Invoice, Invoices, Invoicing, Billing inquiry, Billing issue, Billing question,
      Billing and payments, Refund, Refunds, Refund request, Returns and refunds, Charge, Charges, Subscription, Pricing, Finance,
      Abrechnung, Rechnung, Rechnungen, Zahlung, Zahlungen, Rückerstattung, Facturation, Facture, Paiement, Remboursement,
      Facturación, Factura, Facturas, Pago, Pagos, Cobro, Cobros, Reembolso, Faturamento, Fatura, Cobrança, Pagamento, Pagamentos,
      Financeiro, Fatturazione, Fattura, Pagamenti, Rimborso, Facturatie, Factuur, Betaling, Facturering, Rozliczenia, Faktura,
      Płatność, Płatności, Fakturering, Ödeme, Fatura/ödeme, Оплата, Платеж, Платежи, Счет, Биллинг, Возврат, חיוב, الفوترة, 請求, 支払い,
      支払, 返金, 账单, 付款, 支付, 退款, 发票, 결제, 청구, 환불, Thanh toán, Tagihan`),
    technical: words(`
      Technical, Technical issue, Technical issues, Technical support, Tech support, Bug, Defect, Error, Hardware, Software, Network,
      Networking, Incident, Problem, Outage, Performance, Database, Infrastructure, IT, IT support, Product support,
      Hardware / Software, Connectivity, Internet, Printer, Printing, Email, Server, Bug report, Technical problem, Installation,
      Technisch, Technik, Technisches Problem, Technischer Support, Störung, Fehler, Netzwerk, Technique, Problème technique,
      Support technique, Matériel, Logiciel, Réseau, Panne, Incidents, Técnico, Técnica, Soporte técnico, Problema técnico,
      Incidencia, Incidente, Avería, Red, Redes, Suporte técnico, Falha, Rede, Erro, Tecnico, Supporto tecnico, Guasto,
      Problema tecnico, Rete, Storing, Netwerk, Technische storing, Techniczny, Błąd, Awaria, Sprzęt, Oprogramowanie, Sieć, Teknisk,
      Fel, Tekninen, Teknik, Technický, Chyba, Технический, Техническая, Техническая проблема, Техподдержка, Ошибка, Баг,
      Оборудование, Сеть, Инцидент, טכני, תקלה, تقني, فني, 技術, 技術的な問題, 不具合, 障害, バグ, ネットワーク, 技术, 技术问题, 故障, 硬件, 软件, 网络, 缺陷, 기술, 기술 지원,
      버그, 장애, Kỹ thuật, Teknis`),
    account: words(`
      Account, Accounts, Account access, Account issue, Account management, Access, Access request, Login, Sign in, Log in, Password,
      Password reset, User account, User management, Authentication, Identity, Permissions, Profile, Onboarding, Konto,
      Benutzerkonto, Zugang, Zugriff, Anmeldung, Passwort, Berechtigung, Berechtigungen, Compte, Comptes, Accès, Connexion,
      Mot de passe, Cuenta, Cuentas, Acceso, Accesos, Contraseña, Inicio de sesión, Conta, Contas, Acesso, Acessos, Senha,
      Palavra-passe, Accesso, Accessi, Utenza, Account utente, Toegang, Wachtwoord, Dostęp, Hasło, Tili, Hesap, Účet, Přístup, Heslo,
      Fiók, Λογαριασμός, Аккаунт, Учетная запись, Доступ, Пароль, Вход, חשבון, حساب, الحساب, アカウント, ログイン, パスワード, 账户, 账号, 帳號, 登录, 密码,
      权限, 계정, 로그인, Tài khoản, Akun`),
    general: words(`
      General, General inquiry, General enquiry, General question, Inquiry, Enquiry, Inquiry / Help, Question, Other, Others, Misc,
      Miscellaneous, Feedback, Product inquiry, Information, Help, Request, Service request, Support, Task, Uncategorized,
      General support, Allgemein, Allgemeine Anfrage, Anfrage, Frage, Sonstiges, Sonstige, Andere, Général, Générale, Demande, Autre,
      Autres, Divers, Consulta, Consultas, Consulta general, Otro, Otros, Otras, Varios, Solicitud, Petición, Pregunta, Geral,
      Dúvida, Dúvidas, Outro, Outros, Solicitação, Requisição, Informação, Generale, Richiesta, Domanda, Altro, Altri, Varie,
      Informazioni, Algemeen, Vraag, Overig, Overige, Anders, Ogólne, Ogólny, Pytanie, Inne, Allmänt, Övrigt, Generelt, Andet, Annet,
      Yleinen, Muu, Genel, Diğer, Obecné, Ostatní, Jiné, Általános, Egyéb, Γενικά, Άλλο, Общее, Общий, Общие, Общий вопрос, Вопрос,
      Другое, Прочее, Запрос, Загальне, Інше, כללי, אחר, عام, أخرى, 一般, その他, 質問, お問い合わせ, 问い合わせ, 其他, 其它, 咨询, 问题, 常规, 일반, 기타, 문의,
      Chung, Khác, Umum, Lainnya`),
  },
};
