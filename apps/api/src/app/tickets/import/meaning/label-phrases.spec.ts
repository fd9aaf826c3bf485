import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';

const reader = new LabelReader(readImportMap([]));
const read = (property: 'status' | 'priority' | 'category', words: string) =>
  words.split('|').map((word) => [word, reader.read(property, word)?.label]);

describe('LabelReader', () => {
  it.each([
    [
      'status',
      'closed',
      'Closed without reply|Chiuso senza risposta|Gesloten zonder reactie|Закрыта без решения|Lukket uden svar',
    ],
    [
      'status',
      'open',
      'Still open|Noch offen|Toujours ouvert|Todavía abierto|Ainda aberto|Nog open|Newly created|Ещё открыт',
    ],
    [
      'status',
      'closed',
      'Ongeldig|Ungültig|Invalide|Non valide|Inválido|Non valido|Nieprawidłowe|Ogiltig|Ugyldig|Neplatné|Érvénytelen|Geçersiz|Недействительный|無効|无效',
    ],
    [
      'category',
      'billing',
      'Fakturierung|Erstattung|Erstattungen|Gutschrift|Rechnungsstellung|Rimborsi|Restitutie|Fakturowanie|Återbetalning|Tilbagebetaling|Hyvitys|Dobropis|Visszatérítés|Возвраты',
    ],
    [
      'category',
      'account',
      "Zugriffsrechte|Zugriffsberechtigung|Droits d'accès|Derechos de acceso|Direitos de acesso|Diritti di accesso|Toegangsrechten|Uprawnienia|Behörighet|Rettigheder|Tilganger|Käyttöoikeudet|Oprávnění|Jogosultságok|Права доступа|Erişim hakları|アクセス権|访问权限",
    ],
    ['status', 'closed', 'Permanently closed|Endgültig geschlossen|Définitivement fermé|Manually closed|Force closed'],
    ['status', 'resolved', 'Confirmed resolved|Bekræftet løst|Vorläufig gelöst|Definitivamente resuelto'],
    [
      'status',
      'in_progress',
      'Vent på svar|Avventer kunde|Avvaktar svar|Odottaa asiakasta|Așteaptă client|Čaká sa na zákazníka',
    ],
    [
      'status',
      'in_progress',
      'Aguarda resposta|Espera de cliente|Menunggu pelanggan|Ждёт клиента|Αναμονή πελάτη|Чака клиент',
    ],
    [
      'status',
      'in_progress',
      'ממתין ללקוח|بانتظار العميل|รอลูกค้า|客户确认中|Warte auf Kunde|Gaidām klientu|Laukiama kliento',
    ],
    [
      'status',
      'in_progress',
      'Actualmente pendiente|Actualmente en curso|Temporairement en attente|Tijdelijk in wacht|Temporarily on hold',
    ],
    [
      'status',
      'resolved',
      'Résolu – en attente de confirmation|Решён, ждёт подтверждения|Vyřešeno – čeká na potvrzení',
    ],
    ['status', 'closed', 'Müşteri tarafından kapatıldı|تم الإغلاق من قبل العميل|Lezárva (megoldva)'],
    [
      'status',
      'in_progress',
      'U obradi kod dobavljača|În lucru la furnizor|U radu kod tehničara|Очаква отговор от клиент|待用户确认',
    ],
    ['status', 'open', '待受理|待分派工程师|待处理'],
    [
      'status',
      'in_progress',
      'В процес на работа|En cours de test|W trakcie diagnozy|Em processo de análise|Ügyfélre vár|Beklemeye alındı',
    ],
    ['status', 'resolved', 'Resolvido pelo usuário|Opgelost door leverancier'],
    [
      'status',
      'in_progress',
      "En cours d'analyse|In behandeling bij leverancier|Triage in progress|Deployment on hold",
    ],
    [
      'status',
      'in_progress',
      'Müşteri yanıtı bekleniyor|対応待ち|回答待ち（顧客）|고객 회신 대기|Rückmeldung ausstehend',
    ],
    [
      'status',
      'in_progress',
      'Esperando a un tercero|En espera de un tercero|Esperando un repuesto|En attente un retour|Aguardando no fornecedor|Pendente no cliente|Em andamento no fornecedor',
    ],
    [
      'status',
      'in_progress',
      'Czeka na klienta|Czekamy na odpowiedź|Várakozás ügyfélre|Odotetaan kolmatta osapuolta|Изчакване на клиент|Чека клијента|Чекає на клієнта|Esperant el client|Kliendi ootel|Bezeroaren zain|Bíður eftir viðskiptavini|Në pritje të klientit|Inväntar kund',
    ],
    [
      'status',
      'in_progress',
      'ग्राहक की प्रतीक्षा|ग्राहक की प्रतीक्षा में|กำลังรอลูกค้า|في انتظار العميل|منتظر مشتری|等待第三方|等待客戶回覆|等候客戶|顧客からの返信を待っています|Kunde wird erwartet',
    ],
    [
      'status',
      'in_progress',
      'Attente client|Attente retour client|Attesa fornitore|A la espera del cliente|À espera do cliente|A aguardar cliente|Customer action required|Need more info',
    ],
    ['status', 'open', 'Attente d’affectation|Attesa di assegnazione|等待分配'],
    ['priority', 'medium', '3 - Umiarkowany|3 - Måttlig|3 - Kohtalainen|Mérsékelt|Умеренный|Помірна'],
    [
      'status',
      'open',
      "En attente d'affectation|Warten auf Zuweisung|In attesa di assegnazione|Aguardando atribuição|受付待ち",
    ],
    ['status', 'closed', 'Lost|Closed Lost|LOST!|(lost)|ＬＯＳＴ|종료됨|취소됨|종결처리|キャンセル済み'],
    ['status', 'resolved', 'Löst|Ticket löst|Lo\u0308st!|完了（解決）|처리됨'],
    ['priority', 'high', '高（至急ではない）|상'],
    ['priority', 'medium', '普通（中）|중'],
    ['category', 'technical', 'Network outage|Technische Störung|Tekniskt fel|システム不具合|버그 신고'],
    ['category', 'account', 'Reset password|Réinitialisation du mot de passe|Passwort zurücksetzen|Şifre sıfırlama'],
    ['category', 'billing', '請求・支払い|お支払いについて|환불 요청|Payment failed'],
    ['category', 'general', 'その他のお問い合わせ|Genel Soru|기타 문의사항'],
  ] as const)('understands phrases for the %s %s: %s', (property, label, words) => {
    expect(read(property, words)).toEqual(words.split('|').map((word) => [word, label]));
  });

  it.each([
    [
      'status',
      'Resolved/Waiting|U obradi zatvoreno|Müşteri tarafından|Still not closed|Noch nicht gelöst|Non ancora risolto|Still|Without status|Sin estado|Ohne Status|Never closed|Nie zamknięte|Not waiting|No esperando|Esperando no|Em andamento não|Assigned to nobody|未解決|미완료|हल नहीं हुआ|हल किया जा रहा है|हो गया|حل نہیں ہوا',
    ],
    ['priority', 'No priority|中止しない|상중하|不高'],
    ['category', 'Payment bug|Account billing|Change|Failed|Vragen|システム|변경|Software contract'],
  ] as const)('understands no phrase of a %s that says too little, too much or the contrary: %s', (property, words) => {
    expect(read(property, words)).toEqual(words.split('|').map((word) => [word, undefined]));
  });
});
