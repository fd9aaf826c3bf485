import { planColumns } from './column-plan';
import { readImportMap } from './import-map';
import { LabelReader } from './label-reader';

const NO_MAP = readImportMap([]);
const reader = new LabelReader(NO_MAP);

const FIELDS = ['title', 'description', 'status', 'priority', 'category', 'created_at', 'requester', 'assignee'];
const LABELS = [
  ['status', 'open'],
  ['status', 'in_progress'],
  ['status', 'resolved'],
  ['status', 'closed'],
  ['priority', 'critical'],
  ['priority', 'high'],
  ['priority', 'medium'],
  ['priority', 'low'],
] as const;

/**
 * Columns and labels of a file for each language, each name from one desk's localisation: Redmine, MantisBT, Request Tracker, OTOBO, iTop,
 * Trac, Kanboard, EspoCRM, Frappe Helpdesk, django-helpdesk, FreeScout, UVdesk, Flyspray, Taiga and Peppermint. A hyphen marks a name that
 * none of them has.
 */
describe('the words of desks', () => {
  it.each([
    'ar; موضوع|وصف|الحالة|أفضلية|الفئة|تم الانشاء في|المؤلف|المحال اليه; جديد|مُعلّقة|تم بنجاح|مغلق|ضروري|مرتفع|عادي|قليل',
    'az; Mövzu|Təsvir|Status|Prioritet|Kateqoriya|Yaradılıb|Müəllif|Təyin edilib; Yeni|İşlənməkdədir|Həll edilib|Bağlanıb|Təxirsiz|Yüksək|Normal|Aşağı',
    'be; Падсумаваньне|Апісаньне|Статус|Прыярытэт|Катэгорыя|-|Ініцыятар|Прызначаная; новая|водгук|разьвязаная|закрытая|сьпешны|высокі|звычайны|нізкі',
    'bg; Обобщение|Подробности|Състояние|Приоритет|Категория|Дата на съобщаване|Съобщен от|Собственик; Отворено|Работа в прогрес|Готови|Дублиране|Спешен|Висок|Нормален|Нисък',
    'bs; Naslov|Opis|Status|Prioritet|Kategorija|Datum kreiranja|Pozivatelj|Vlasnik; Nedodijeljen|U izradi|Gotovo|Otkazano|Hitno|Visok|Normalan|Nizak',
    'ca; Tema|Descripció|Estat|Prioritat|Categoria|Creat|Client|Propietari; Sense assignar|En curs|Resolt|Tancat|Urgent|Alta|Normal|Baixa',
    'cs; Předmět|Popis|Stav|Priorita|Kategorie|Vytvořeno|Zadavatel|Vlastník; Nepřiřazeno|Přiřazený|Dokončeno|Uzavřené|Urgentní|Vysoká|Normální|Nízká',
    'da; Titel|Beskrivelse|Status|Prioritet|Kategori|Oprettet|Kontakt|Ansvarlig; Ny|I gang|besvaret|Lukket|Presserende|Høj|Normal|Lav',
    'de; Thema|Beschreibung|Status|Priorität|Kategorie|Erstellt|Kontakt|Zugewiesener Benutzer; Neu|Zurückgehalten|Erledigt|Geschlossen (closed)|Sofort|Hoch|Normal|Niedrig',
    'el; Περίληψη (μέχρι 64 χαρακτήρες)|Περιγραφή|Κατάσταση|Προτεραιότητα|Κατηγορία|Ημερομηνία δημιουργίας|Επαφή|Ανάδοχος; Νέα|Σχόλια|Επιλυμένο|Κλειστό|Επείγον|Υψηλή|Κανονική|χαμήλη',
    'eo; Subjekto|Priskribo|Stato|Prioritato|Kategorio|-|-|-; nova|agnoskita|solvita|fermita|urĝa|alta|ordinara|malalta',
    'es; Asunto|Descripción|Estado|Prioridad|Categoría|Creado|Contacto|Usuario asignado; Nuevo|En espera|Listo|Cerrado|Inmediata|Alta|Normal|Baja',
    'et; Kokkuvõte|Kirjeldus|Seisund|Prioriteet|Kategooria|Loodud|Autor|Tegeleja; Avatud|Töös|Lahendatud|Suletud|Täna vaja|kõrge|Tavaline|madal',
    'eu; Gaia|Azalpena|Egoera|Lehentasuna|Kategoria|Sortuta|Egilea|Honi esleitua; Berria|Lanean|Ebatzita|Itxita|Larria|Altua|normala|Baxua',
    'fa; عنوان|شرح|وضعیت|اولویت|دسته‌بندی|ایجاد شده|مشتری|اختصاص یافته به; جدید|در حال انجام|حل‌شده|بسته|فوری|بالا|متوسط|۱ خیلی پائین',
    'fi; Kohde|Kuvaus|Status|Kiireellisyys|Kategoria|Luotu|Asiakas|Osoitettu; Uusi|In Progress|ratkaistu|Suljettu|kiireellinen|Korkea|Normaali|4. Vähemmän kiireellinen',
    'fr; Sujet|Description|Statut|Priorité|Catégorie|Créé à|Nom du client|Assignée à; Ouvrir|En Cours|Résolu|fermé|5 très important|4 important|Moyenne|Basse',
    'gl; Tema|Descrición|Estado|Prioridade|Categoría|Creado|Autor|Asignado a; Nova|En curso|resolto|Pechado|5 moi alto|Alta|Normal|Baixa',
    'he; נושא|גוף|סטטוס|עדיפות|קטגוריות|נוצר|כותב|משוייך אל; חדש|המתנה למשוב|בוצע|סגור|דחוף|גבוה|בינוני|נמוך',
    'hi; विषय|विवरण|स्थिति|प्राथमिकता|श्रेणी|बनाया|ग्राहक|नियुक्ति; नया|विचाराधीन|हल किया|रद्द कर दिया गया|अविलंब|उच्च|सामान्य|कम',
    'hr; naslov|Opis|Status|Prioritet|Kategorija|Napravljen|Autor|Dodijeljen; Novo|Na čekanju|Gotovo|Zatvoreni|Hitan|Visok|Redovan|Nizak',
    'hu; Összegzés|Részletes leírás|Státusz|Prioritás|Kategória|Létrehozva|Bejelentő|Tulajdonos; Nyitott|Hozzárendelt|Teljesítve|Lezárt|Sürgős|Magas|Normál|Alacsony',
    'id; Judul|Deskripsi|Status|Prioritas|Kategori|Dibuat|Pengarang|Ditugaskan ke; Baru|Dalam proses|Sudah Diselesaikan|Ditutup|5 sangat tinggi|Tinggi|Normal|Rendah',
    'is; Titill|Lýsing|Staða|Forgangur|Flokkur|Búið til|Tilkynnt af|Úthlutað til; nýtt|bíða eftir viðbrögðum|Leyst|Lokað|áríðandi|Hátt|Venjulegt|Lagt',
    'it; Soggetto|Descrizione|Stato|Priorità|Categoria|Creato|Autore|Assegnato a; nuova|in stallo|Fatto|Chiuso|Urgente|Alto|Normale|4. Bassa',
    'ja; 件名|詳細|状態|優先度|カテゴリ|作成日|作成者|担当者; 新規|保留中|解決済み|マージ|緊急|高い|通常|低め',
    'ka; შეჯამება|აღწერილობა|სტატუსი|პრიორიტეტი|კატეგორია|-|-|მიმაგრებულია; ახალი|უკუკავშირი|გადაწყვეტილი|დახურული|სასწრაფო|მაღალი|საშუალო|დაბალი',
    'ko; 제목|설명|상태|우선순위|범주|등록|저자|상담원; 새로운|지연|완료됨|병합됨|긴급|높음|보통|낮음',
    'lt; Tema|Aprašas|Būsena|Prioritetas|Kategorija|Sukurta|Pranešėjas|Atsakingas; Atidarytas|Priskirta|Išspręstas|Uždaryta|Skubu|Aukštas|Normalus|Žemas',
    'lv; Temats/virsraksts|Apraksts|Statuss|Prioritāte|Kategorija|Reģistrēts|Pieprasītājs|Īpašnieks; Jaunie|Piešķirtie|Atrisināts|Aizvērtie|Steidzama|Augsta|Normāla|Zema',
    'mk; Наслов|Опис|Статус|Приоритет|Категорија|Креирано|Корисник|Извршител; Не е доделен|Во тек|Разрешена|Затворена|Итно|Висок|Нормален|Низок',
    'mn; Гарчиг|Тайлбар|Төлөв|Зэрэглэл|Төрөл|Үүссэн|-|Оноогдсон; Шинэ|Feedback|Шийдвэрлэгдсэн|Хаагдсан|Нэн яаралтай|Өндөр|Хэвийн|Бага',
    'ms; Tajuk|Penerangan|Status|Keutamaan|Kategori|Dicipta|Pelanggan|Ejen; Buka|Tergantung|Selesai|Ditutup|5 sangat tinggi|4 tinggi|Normal|1 sangat rendah',
    'my; Judul|Deskripsi|Status|Keutamaan|Kategori|Tanggal dibuat|-|Ditugaskan ke; Belum ditugaskan|လုပ်ဆောင်နေဆဲ|ပြီးဆုံးပြီ|Duplikasi|-|-|-|-',
    'nb; Emne|Innhold|Status|Prioritet|Kategori|Opprettet|Rapportert av|Eier; Åpen|Under arbeid|Ferdig|Lukket|Haster|2. Høy|3. Normal|Lav',
    'nl; Samenvatting|Details|Status|Prioriteit|Categorie|Aangemeld op|Aanvrager|Behandelaar; Nieuw|In uitvoering|Afgerond|Gesloten|Onmiddellijk|Hoog|Normaal|Laag',
    'nn; Emne|Skildring|-|Prioritet|Kategori|Oppretta|Innmeldar|Eigar; Ny|stoppa opp|Løyst|sletta|-|-|-|-',
    'pl; Temat|Opis|Status|Priorytet|Kategoria|Data utworzenia|Autor|Przypisany do; nowy|zamrożone|Wykonane|Zamknięty|Pilne|Wysoki|Normalny|5. Bardzo nisk',
    'pt; Título|Corpo|Status|Prioridade|Categoria|Criado|Autor|Atribuído a; Novo|Pendências|Solucionado|removido|Urgente|Alta|3. Normal|4. Baixo',
    'ro; Sumar|Descriere|Status|Prioritate|Categorie|Creat la|Raportor|Agent; Deschis|În desfășurare|Completat|Duplicare|urgentă|mare|normală|mică',
    'ru; Название|Подробное описание|Статус|Приоритет|Категория|Создан|Автор заявки|Агент; Новый|В процессе|Выполнено|Закрыто|Критичный|2. Высокий|Нормальный|Низкий',
    'sk; Súhrn|Popis|Stav|Priorita|Kategória|Vytvorené|Zákazník|Agent; Nepridelené|V riešení|Hotovo|Uzatvorené|Urgentná|Vysoká|Normálna|Nízká',
    'sl; Tema|Opis|Status|Prioriteta|Kategorija|Ustvarjeno|Vlagatelj|Lastnik; Novo|Dodeljeno|Dokončano|Zaključen|Urgentna|Visoka|Običajna|Nizka',
    'sq; Subjekt|Përshkrim|Gjendje|Përparësi|Kategori|Krijuar më|Raportues|Caktuar; E re|Në Ecuri|E zgjidhur|E mbyllur|Urgjente|E lartë|Normale|E ulët',
    'sr; Предмет|Опис|Статус|Приоритет|Категорија|креирано|Позивалац|Агент; Нови|У току|Решено|Затворено|Хитно|Висок|Нормалан|Низак',
    'sr-Latn; Kratak opis|Opis|Status|Prioritet|Kategorija|Datum kreiranja|Pozivalac|Agent; Novo|U toku|Rešeno|Zatvoreno|Hitno|Visok|Normalan|nizak',
    'sv; Ämne|Beskrivning|Status|Prioritet|Kategori|Skapad|Uppringare|Tilldelad; Öppna|Pågår|Löst|Stängd|Brådskande|Hög|normal|1 mycket låg',
    'sw; Mada|Maelezo|Hali|Kipaumbele|Kategoria|Muda wa kutengeneza|Mteja|-; Mpya|Inasubiri|-|Fungwa|5 juu sana|4 juu|Kawaida|1 chini sana',
    'ta; பொருள்|விளக்கம்|நிலை|முன்னுரிமை|வகை|உருவாக்கப்பட்டது|-|நியமிக்கப்பட்ட; புதியது|முன்னேற்றத்தில் உள்ளது|தீர்க்கப்பட்டது|மூடப்பட்டது|அவசரம்|உயர்|இயல்பானது|குறைந்த',
    'th; หัวข้อ|คำอธิบาย|สถานะ|ความสำคัญ|หมวดหมู่|สร้างเมื่อ|ผู้โทร|เจ้าของ; เปิด|กำลังดำเนินการ|เสร็จแล้ว|ปิด|เร่งด่วน|สูง|3 ปกติ|1 ต่ำมาก',
    'tl; Pamagat|Deskripsyon|Katayuan|-|-|Nilikha|-|Itinalaga sa; Hindi Itinalaga|balik-ulat|nalunasan|sarado na|mabilisan|Mataas|Normal|mababa',
    'tr; Özet|Açıklama|Durum|Priority|Kategori|Oluşturulma tarihi|Müşteri|Temsilci; Atanmamış|Atandı|Yanıtlanan|Kapalı|Acil|Yüksek|Normal|düşük',
    'uk; Заголовок|Опис|Стан|Пріоритет|Категорія|Створено|Автор|Призначена до; Новий|В процесі|Вирішено|Зачинено|Терміновий|Високий|нормальний|1 найнижчий',
    'uz; Mavzu|Tavsif|Holat|Ustuvorlik|Kategoriyalar|yaratilgan|Mijoz|Agent; Yangi|Jarayonda|Tugallandi|Bekor qilindi|-|-|-|-',
    'vi; Chủ đề|Mô tả|Trạng thái|Ưu tiên|Chuyên mục|Tạo|Tác giả|Phân công cho; mới|Đang treo|Đã xong|Đóng|Gấp|Cao|Bình thường|Thấp',
    'zh; 标题|正文|状态|优先级|分類|创建时间|作者|分派给; 打开|挂起|已解决|被合并|紧急|高|3. 一般|4. 低',
  ])('are understood: %s', (language) => {
    const [, columns = '', labels = ''] = language.split('; ');
    const known = columns.split('|').flatMap((name, at) => (name === '-' ? [] : [[name, FIELDS[at]]]));
    const words = labels.split('|').flatMap((word, at) => (word === '-' ? [] : [[word, ...(LABELS[at] ?? [])]]));

    expect(
      planColumns(
        known.map(([name = '']) => name),
        NO_MAP,
      ).columns.map(({ name, field }) => [name, field]),
    ).toEqual(known);
    expect(
      words.map(([word = '', property]) => [word, property, reader.read(property as 'status', word)?.label]),
    ).toEqual(words);
  });

  it.each([
    'Oplossing|Previsto para a Versão|Adjuntos|Aktualisiert|Последња измена|До датум|Sự phân giải|Mērķa versija',
    'Kalutasan|Ruxsat|Senaste uppdatering|Dátum splnenia|далучэньне(і)|Προθεσμία|Última Atualização|vedhæftede filer',
    'Оцінний час|ბოლო განახლება|Resolución|Lampiran|Helburu Bertsioa|Bifogade dokument|Nazadnje posodobljeno|muokattu',
    '経過時間|Resolution|Փոփոխված|Closed|Data fim estimada|Data modyfikacji|Utoljára aktualizálva|Azken eguneraketa',
    'Решение|Potrošeno vremena|Patřící k datu|منسلکات|Plandatum|Çözüm|Forfalds dato|Konponketa',
    'Closed|Adjunts|目标版本|Opdateret|Última Actualización|Izmjenjeno|Paskutiniai pakeitimai|Masa Dihabiskan',
    'Решение|Resolució|ŝanĝita|Τελευταία ενημέρωση|Son güncelleme|Terminas|փոփոխված|Краен срок',
    'Крајња верзија|Krajnji rok|přílohy|melléklet|gaçık(i)|Agoz|Data de venciment|Zmieniony',
    'Stängd|Closed|Cập nhật|到期日|Lösung|Jeplaant för de Väsjohn|Wersja docelowa|Priponke',
    'Close date|Resolución|Vedlegg|Потрошено време|Termin realizacji|annexo(s)|Closed|Резолюция',
    'pezh stag|Risinājums|መጨረሻ ላይ የዘመነ|Letschti Aktualisierig|समाधान|Prisegtukai|Síðast uppfært|Päivitysajankohta',
    'تحلیل|Ανάλυση|Pēdējoreiz atjaunināts|Рок|Posljednje ažuriranje|آخرین بروزرسانی|Alpendaĵoj|Abgabedatum',
    'Ŝanĝita|muutmine|Prilozi|Prevista para versión|問題分析|Målversjon|Harus selesai|Beplande weergawe',
    'แนบ|Апошняе абнаўленьне|Solution|Дата дзеяньня|Versiyonê hedefi|Closed|Очаквана дата|Naposledy aktualizované',
    'modifié|Version ciblada|Løsning|Geplande versie|Izpildes termiņš|Sist oppdatert|Uuendatud|Paskutinis atnaujinimas',
    'การแก้ไขปัญหา|Batas tanggal terakhir|پیوست(ها)|Zoläz jeändert|Sprendimas|Оценка временных затрат|Strávený čas|Εκδοχή Στόχου',
    'تاریخ سررسید|Laatste update|Pembaharuan Terakhir|Hazırlıq|Ziilversion|Συνημμένα|Bashkëngjitje|Thời gian ước lượng',
    'Rok|உரிய தேதி|ጥራት|прилог/зи|Rješenje|上次更新日期|Tempo effettivo|Closed',
    'Løsningsstatus|نتھی(اں)|Beslut|Kohë përafërsisht|Вложения|Lokadagur|Τελευταία ενημέρωση|Markútgáfa',
    'Határidő|Pechado|Timp petrecut|Modificado|Atjaunots|תאריך יעד|Datum uzavření|结束日期',
  ])('fill no field if they name something else, such as the last change or the time that is due: %s', (names) => {
    expect(names.split('|').map((name) => [name, planColumns([name], NO_MAP).columns[0]?.field])).toEqual(
      names.split('|').map((name) => [name, undefined]),
    );
  });
});
