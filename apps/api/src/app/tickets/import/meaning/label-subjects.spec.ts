import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';

const reader = new LabelReader(readImportMap([]));
const read = (words: string) => words.split('|').map((word) => [word, reader.read('category', word)?.label]);

describe('a category that is a problem with something, or a question about it', () => {
  it.each([
    ['billing', 'Проблемы с оплатой|Вопросы по оплате|Проблема с платежом|Вопрос о счёте|Проблема з оплатою'],
    ['billing', 'Problem z płatnością|Pytanie o fakturę|Problém s platbou|Probleem met betaling|Fråga om faktura'],
    ['billing', 'Frage zur Rechnung|Question sur la facturation|Pregunta sobre facturación|Dúvida sobre cobrança'],
    [
      'billing',
      'Domanda sulla fattura|Masalah pembayaran|Vấn đề thanh toán|支払いの問題|결제 관련 문의|مشكلة في الدفع|בעיה בתשלום',
    ],
    ['account', 'Проблемы с доступом|Проблема с паролем|Вопросы по аккаунту|Problem z kontem|Problém s přihlášením'],
    [
      'account',
      'Problema de acceso|Problema con l’account|Problemas com a conta|Question sur mon compte|Frage zum Konto',
    ],
    ['billing', 'Kysymys laskusta|Ongelma laskussa|Dotaz ohledně faktury'],
    [
      'account',
      'Problem med inloggning|Kirjautumisongelma|Probleem met inloggen|Masalah akun|ログインの問題|مشكلة في الحساب',
    ],
    ['technical', 'Проблемы с сетью|Проблема с принтером|Problema com a rede|Problém se sítí|Problem z drukarką'],
    ['billing', 'Χρεώσεις|תשלומים|Hóa đơn|Mokėjimai|Rēķini|Obračun|費用'],
    ['technical', 'תמיכה טכנית|پشتیبانی فنی|Hỗ trợ kỹ thuật|Perangkat keras|Techninė|Porucha|नेटवर्क'],
    [
      'technical',
      'Correo electrónico|Messagerie|Почта|メール|Impresora|Servidor|Datenbank|Anwendung|Aplicación|Seguridad',
    ],
    ['account', 'Bejelentkezés|Вхід|הרשאות|تسجيل الدخول|Mật khẩu|Kata sandi|Prisijungimas|密碼|เข้าสู่ระบบ'],
    ['technical', 'Netwerkprobleem|Masalah jaringan|ネットワークの問題|مشكلة في الشبكة|Problem with my printer'],
  ])('is %s: %s', (label, words) => {
    expect(read(words)).toEqual(words.split('|').map((word) => [word, label]));
  });

  it.each([
    ['billing', 'Invoice complaint|Réclamation facture|Reklamation Rechnung|Reclamo fattura|Billing complaint'],
  ])('belongs to the subject of a complaint, %s: %s', (label, words) => {
    expect(read(words)).toEqual(words.split('|').map((word) => [word, label]));
  });

  it.each([
    'Problem with',
    'Question about',
    'Проблема с',
    'Problem with a chair',
    'Invoice for my account',
    'Вопрос о чём-то',
    'Complaint about a colleague',
  ])('is not understood if it names no subject, or two: %s', (word) => {
    expect(reader.read('category', word)).toBeUndefined();
  });
});
