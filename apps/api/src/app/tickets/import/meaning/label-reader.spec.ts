import { PROPERTY_NAMES, type PropertyName } from '@docket/domain';
import fc from 'fast-check';
import { foldWord } from '@docket/import-rows';
import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';
import { LABEL_WORDS } from './label-words';
import { findNumberScale } from './number-scales';
import { respelled } from '../../../../testing/respelled';

const NO_MAP = readImportMap([]);

/** Every word of the table, with its property and label. */
const WORDS = PROPERTY_NAMES.flatMap((property) =>
  Object.entries<readonly string[]>(LABEL_WORDS[property]).flatMap(([label, words]) =>
    words.map((word) => ({ property, label, word })),
  ),
);

const read = (property: PropertyName, word: string) => new LabelReader(NO_MAP).read(property, word)?.label;

describe('LabelReader', () => {
  it.each([
    [
      'priority',
      'critical',
      ['urgent', 'CRITICAL', ' Highest ', 'P1', '1 - Critical', 'Sev 1', 'blocker', 'Muy alta', 'DRINGEND'],
    ],
    ['priority', 'high', ['Major', 'High', 'hoch', 'Alta', 'P2', '2-High', 'HIGH (P2)', 'Élevée']],
    ['priority', 'high', ['P2 Hoog', 'p2 High', 'SEV-2 High', 'Prio 2 Hoch', 'Severity 2 élevée', 'Level 2 High']],
    ['priority', 'critical', ['P1 Urgent', 'S1 Critical', 'Sev1 Critical', 'P1 (Kritisch)']],
    ['priority', 'medium', ['normal', 'Medium', '3 - Moderate', 'P3', 'mittel', 'Média', 'moyenne']],
    ['priority', 'low', ['Low', 'minor', 'Trivial', 'lowest', 'P4', 'p5', '5 - Planning', 'niedrig', 'BAJA', '4. Low']],
    ['status', 'open', ['New', 'Open', 'TO DO', 'to-do', 'Reopened', 'Re-Opened', 'Nuevo', 'neu', 'Nouveau']],
    [
      'status',
      'in_progress',
      ['Pending', 'on-hold', 'On Hold', 'IN_PROGRESS', 'Work in Progress', 'En curso', 'in bearbeitung'],
    ],
    ['status', 'in_progress', ['Waiting for customer', 'Assigned', 'En cours (Attribué)', 'Pending Customer Response']],
    ['status', 'resolved', ['Solved', 'resolved', 'Done', 'FIXED', 'Resuelto', 'gelöst']],
    ['status', 'closed', ['Closed', 'Cancelled', 'cerrado', 'Geschlossen', 'closed successful', "Won't Fix"]],
    [
      'status',
      'closed',
      ['Closed/Resolved', 'Auto-closed', 'Cancelled by user', 'closed with workaround', 'Lezárt', 'تم الإغلاق'],
    ],
    ['status', 'in_progress', ['Stalled', 'Calling']],
    ['status', 'resolved', ['Fulfilled']],
    ['priority', 'high', ['Aukštas', 'Augsta', 'Kõrge', 'بالا']],
    ['status', 'open', ['UNCONFIRMED', 'Uus', 'Atvērts', 'جدید']],
    [
      'status',
      'in_progress',
      ['warten auf erfolgreich schließen', 'warten zur Erinnerung', 'needs_work', 'Vykdoma', 'Töös', 'در حال انجام'],
    ],
    ['status', 'resolved', ['Išspręsta', 'Lahendatud', 'حل شده']],
    ['status', 'closed', ['Abgewiesen', 'Uždaryta', 'Slēgts', 'Suletud', 'Trash', 'بسته شده']],
    ['status', 'closed', ['Clos sans suite', 'Closed (Support Pipeline)', 'Closed as duplicate', 'Ticket closed']],
    [
      'status',
      'resolved',
      ['Rozwiązano', 'Finalizado', 'Rezolvat', '対応済', '已处理', 'Traité', 'Afgehandeld', 'Released', 'Deployed'],
    ],
    [
      'status',
      'in_progress',
      [
        'Waiting on contact (Support Pipeline)',
        'Working on it',
        'Stuck',
        'Snoozed',
        'Awaiting Approval',
        'Awaiting your reply',
      ],
    ],
    [
      'status',
      'in_progress',
      ['W realizacji', 'İŞLEMDE', 'En attente client', 'Обратная связь', '反馈', 'On hold - parts', 'STATUS_PENDING'],
    ],
    ['status', 'in_progress', ['Escalated to L2', 'Assigned to group 3', 'Pending on vendor X']],
    [
      'priority',
      'critical',
      ['very urgent', 'PRIORITY_URGENT', '今すぐ', '急いで', '立刻', 'Bloquante', 'Κρίσιμη', 'Наивысшая'],
    ],
    [
      'priority',
      'high',
      ['High Priority', 'PRIORITY_HIGH', 'Priority: High', 'Haut', '高め', 'H', 'Висок', 'Ridicată', 'Prioridad alta'],
    ],
    ['priority', 'medium', ['通常', 'M', 'Medium (SLA 2 days)']],
    ['priority', 'low', ['Bas', '低め', 'L', 'Low [4]', 'Priorité basse']],
    [
      'category',
      'billing',
      ['Billing & Payments', 'Faktury', 'Laskutus', 'Számlázás', 'Billing questions', 'Finance > Invoices'],
    ],
    [
      'category',
      'technical',
      ['Donanım', 'Yazılım', 'Anomalie', 'ハードウェア', 'Технічна', 'Hardware and network', 'Software / Office'],
    ],
    ['category', 'general', ['Assistance', 'Suporte', 'Soporte', 'Support & help']],
    ['category', 'account', ['Account problems', 'Login issues', 'Password / MFA']],
    ['category', 'billing', ['Billing inquiry', 'Refund request', 'Facturación', 'RECHNUNG']],
    ['category', 'technical', ['Technical issue', 'Bug', 'hardware', 'Störung']],
    ['category', 'account', ['Account access', 'Cuenta', 'Password reset']],
    ['category', 'general', ['General Inquiry', 'Inquiry / Help', 'Question', 'Otros']],
    // Inflected words, compounds, and signs before words
    ['category', 'billing', ['결제 오류', '결제 문의', '결제관련', '支付错误']],
    ['category', 'account', ['로그인 오류', 'ログインエラー']],
    ['category', 'technical', ['오류', '네트워크 오류', 'エラー']],
    ['priority', 'critical', ['عالية جدا', 'عالية جدًا', 'أولوية عالية جدا', 'مرتفع جدًا', 'خیلی زیاد']],
    ['priority', 'low', ['منخفضة جدا', '우선순위 낮음']],
    ['status', 'open', ['Nuevos', 'Nuevas']],
    [
      'priority',
      'critical',
      ['Срочные', 'Критические', 'العاجلة', 'Urgentes', 'Kritische', '1️⃣ Urgent', '🔴 Critical'],
    ],
    [
      'priority',
      'high',
      ['Высокие', 'العالية', 'أولوية عالية', 'Hohe Priorität', '高优先级', '優先度高', 'Ưu tiên cao'],
    ],
    ['priority', 'low', ['Низкие', 'المنخفضة', 'Niedrige', 'Prioritas rendah']],
    ['status', 'open', ['Открытые', 'Новые заявки', 'المفتوحة', 'Abiertos', 'Offene', 'Reopen']],
    [
      'status',
      'in_progress',
      ['Ожидающие', 'Отложенные', 'Wait for response', 'Awaiting agent', 'Pending customer confirmation', 'قيد التقدم'],
    ],
    ['status', 'resolved', ['Решённые', 'Решенный', 'Выполненные', 'محلولة', 'Résolus', 'Gelöste', 'Vyriešený']],
    [
      'status',
      'closed',
      ['Закрытые', 'Отменённые', 'المغلقة', 'Cerrados', 'Fechados', 'Geschlossene', 'Closed (no response)', 'Đã hủy'],
    ],
    [
      'category',
      'billing',
      ['Счета и платежи', 'الفواتير', 'Zahlungsprobleme', '支付问题', 'Problèmes de facturation'],
    ],
    [
      'category',
      'technical',
      ['Технические вопросы', 'Ошибки', 'التقنية', 'مشكلة تقنية', 'Technische Probleme', 'Techniek'],
    ],
    ['category', 'account', ['Учётные записи', 'Аккаунты', 'الحسابات', 'Kontoprobleme', 'アカウント関連', '登录问题']],
    ['category', 'general', ['Общие вопросы', 'Feature request', 'FEATURE_REQUEST', 'New Feature', 'Enhancement']],
  ] as const)('understands words for the %s %s', (property, label, words) => {
    expect(words.map((word) => [word, read(property, word)])).toEqual(words.map((word) => [word, label]));
  });

  it.each([
    'P9',
    '1 - Unknown',
    'Low - Critical',
    'P1 Low',
    'Open - Closed',
    'non-urgent',
    'Not closed',
    'Not closed (on hold)',
    'Не закрытые',
    'Нерешённые',
    'Not pending',
    'Pending not',
    'Urgent (not)',
    'List',
    'Liste',
    'Listen',
    'Fonts',
    'Pas urgent',
    'Hardware or invoice / billing - bug',
    '1',
    '',
    '-',
    'constructor',
    '__proto__',
    'x'.repeat(1e6),
  ])('does not understand %.20j', (word) => {
    for (const property of PROPERTY_NAMES) expect(read(property, word)).toBeUndefined();
  });

  it('has one meaning for each word', () => {
    const meanings = new Map<string, string>();
    for (const { property, label, word } of WORDS) {
      const key = `${property} ${foldWord(word)}`;
      expect([word, meanings.get(key) ?? label]).toEqual([word, label]);
      meanings.set(key, label);
    }
  });

  it('understands every known word in any case, width, padding and punctuation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...WORDS).chain((word) => fc.tuple(fc.constant(word), respelled(word.word))),
        ([{ property, label }, spelling]) => read(property, spelling) === label,
      ),
      { seed: 10 },
    );
  });

  it('understands no other word', () => {
    const known = new Set(WORDS.map(({ word }) => foldWord(word)).concat('inprogress'));
    fc.assert(
      fc.property(fc.constantFrom(...PROPERTY_NAMES), fc.string({ unit: 'grapheme' }), (property, word) => {
        const parts = word.split(/[^\p{L}\p{N}\p{M}]+/u).map(foldWord);
        fc.pre(![foldWord(word), ...parts].some((part) => known.has(part)));
        return read(property, word) === undefined;
      }),
      { seed: 10 },
    );
  });

  it('prefers the meaning that the caller gives', () => {
    const reader = new LabelReader(
      readImportMap(['priority.P1=low', 'priority.a=b=high', 'status.?!=closed', 'category.Bug=-']),
    );

    expect(reader.read('priority', ' p-1 ')).toEqual({ label: 'low', reason: 'map' });
    expect(reader.read('priority', 'A=B')).toEqual({ label: 'high', reason: 'map' });
    expect(reader.read('status', ' ?! ')).toEqual({ label: 'closed', reason: 'map' });
    expect(reader.read('category', 'bug')).toEqual({ label: null, reason: 'map' });
    expect(reader.read('priority', 'Urgent')).toEqual({ label: 'critical', reason: 'synonym' });
  });

  it.each([
    [['number', 'short_description', 'priority'], 'critical', 'resolved'],
    [['id', 'name', 'itilcategories_id'], 'low', 'closed'],
    [['id', 'subject', 'fr_escalated'], 'low', undefined],
    [['id', 'subject', 'description_text', 'fwd_emails'], 'low', undefined],
    [['ticketnumber', 'prioritycode', 'statecode'], 'high', undefined],
    [['id', 'title', 'state_id', 'article_count'], 'low', 'closed'],
    [['identifier', 'title', 'priorityLabel'], 'critical', undefined],
    [['ID', 'Work Item Type', 'Title', 'State', 'Priority'], 'critical', undefined],
    [['id', 'properties.subject', 'properties.hs_pipeline_stage'], undefined, undefined],
    [['short_description', 'fr_escalated'], undefined, undefined],
  ])('reads the bare numbers of a product by its scale: columns %j', (columns, one, six) => {
    const reader = new LabelReader(NO_MAP, findNumberScale(columns));

    expect(reader.read('priority', '1')?.label).toBe(one);
    expect(reader.read('status', '6')?.label).toBe(six);
  });
});

it('reads the priorities of Intercom', () => {
  const reader = new LabelReader(NO_MAP, findNumberScale(['id', 'state', 'priority', 'waiting_since']));

  expect(['priority', 'not_priority'].map((word) => reader.read('priority', word)?.label)).toEqual(['high', 'medium']);
  expect(read('priority', 'priority')).toBeUndefined();
});

it.each(['Arabic', 'Cyrillic', 'Greek', 'Hebrew', 'Latin'])('spells no word partly in %s letters', (script) => {
  const letters = new RegExp(String.raw`\p{Script=${script}}`, 'gu');
  const isMixed = (word: string) => {
    const others = word.replaceAll(letters, '');
    return others !== word && /\p{L}/u.test(others);
  };

  expect(WORDS.map(({ word }) => word).filter(isMixed)).toEqual([]);
});
