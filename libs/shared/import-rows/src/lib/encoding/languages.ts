/** Characters of a language outside ASCII, and the encodings in which programs write it. */
interface Language {
  readonly encodings: readonly string[];
  /** Its letters outside ASCII in lower case, the most frequent first. */
  readonly letters: string;
}

const WESTERN = ['windows-1252', 'iso-8859-15', 'ibm850', 'macintosh'];
const CENTRAL = ['windows-1250', 'iso-8859-2', 'ibm852'];
const CYRILLIC = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'iso-8859-5'];

/**
 * Sources: the exemplar characters of CLDR 46, ordered by the letter frequencies of the languages' Wikipedias. The order matters more
 * than the exact figures.
 */
export const LANGUAGES: readonly Language[] = [
  { encodings: WESTERN, letters: 'üäöß' }, // German
  { encodings: WESTERN, letters: 'éàèêçôîùâûëïœüæÿ' }, // French
  { encodings: WESTERN, letters: 'óíáéñú¿¡ü' }, // Spanish
  { encodings: WESTERN, letters: 'ãçáéíóêõâúôàü' }, // Portuguese
  { encodings: WESTERN, letters: 'èàùòìéî' }, // Italian
  { encodings: WESTERN, letters: 'àéóèíòçúïüáñâêôìù' }, // Catalan
  { encodings: WESTERN, letters: 'ëéïèöüêç' }, // Dutch, Albanian
  { encodings: WESTERN, letters: 'äåöéü' }, // Swedish, Finnish
  { encodings: WESTERN, letters: 'øåæéò' }, // Danish, Norwegian
  { encodings: WESTERN, letters: 'ðáíþóæöéúý' }, // Icelandic
  { encodings: CENTRAL, letters: 'łęąóżśćńź' }, // Polish
  { encodings: CENTRAL, letters: 'áíěéšřžčýůúťďňó' }, // Czech
  { encodings: CENTRAL, letters: 'áíčéžýšúľťôňďäóŕĺ' }, // Slovak
  { encodings: CENTRAL, letters: 'áéőöíóúüű' }, // Hungarian
  { encodings: CENTRAL, letters: 'ăîâşţ' }, // Romanian
  { encodings: CENTRAL, letters: 'čšžćđ' }, // Croatian, Slovene
  { encodings: ['windows-1257'], letters: 'ėšųžąįūčę' }, // Lithuanian
  { encodings: ['windows-1257'], letters: 'āīšēūļģķņčž' }, // Latvian
  { encodings: ['windows-1257'], letters: 'äõüöšž' }, // Estonian
  { encodings: ['windows-1254'], letters: 'ıüöşçğâî' }, // Turkish
  { encodings: ['windows-1258'], letters: 'đàáôưêâơăóéíúèìùãòýõĩũ\u0300\u0301\u0309\u0323\u0303' }, // Vietnamese
  { encodings: CYRILLIC, letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё' }, // Russian
  { encodings: CYRILLIC, letters: 'оанивтреіслкудмпзяьбгйчхїжцшюєщфґ' }, // Ukrainian
  { encodings: CYRILLIC, letters: 'аоеитнрсвлдкпмзугябъщчцхжшюйфь' }, // Bulgarian
  { encodings: CYRILLIC, letters: 'аиоенрсјтувдкплмзбгчшцћжхљњђфџ' }, // Serbian
  { encodings: CYRILLIC, letters: 'аніыроеялсткдмупвьзўгчбцйшжэхфюё' }, // Belarusian
  { encodings: ['windows-1253'], letters: 'αοιετνησρπκυμλςωόίάέήύώγδθχφβξζψϊΐϋΰ' }, // Greek
  { encodings: ['windows-1255'], letters: 'יוהלארתבשמנםדקחפעכטסגצזןךףץ' }, // Hebrew
  { encodings: ['windows-1256'], letters: 'الينمرتهوبعدسفكقحجشةطخصأىإءذضزثغئظؤآپچژگًٌٍَُِّْـ،؛؟' }, // Arabic, Persian
  {
    encodings: ['windows-874'],
    letters: 'นารกเงวมอทสลย่้ดิต็ีคหบั์แพขใปชจไะซผถุูำึื๊โณศธญษภฟฝฐฆฎฉ๋ฏฬฮฤๆฑ',
  }, // Thai
];

/** A language whose characters have two bytes each. */
interface Ideographic {
  readonly encodings: readonly string[];
  /** Its frequent characters, in any order. */
  readonly frequent: string;
  /** The characters in which it is written. */
  readonly script: RegExp;
}

/**
 * Sources of the frequent characters: the frequency lists of Jun Da (Chinese), of the Taiwanese Ministry of Education (traditional
 * Chinese), and of the National Institute of Korean Language; and words of service desks.
 */
export const IDEOGRAPHIC: readonly Ideographic[] = [
  {
    encodings: ['gb18030'],
    script: /\p{Script=Han}/u,
    frequent:
      '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
      '登录密码错误打印机网络服务器系统客户退款订单支付账号账户描述标题状态优先级紧急高低中类别创建时间日期编号工单故障升级安装软件硬件更新无法失败页面加载显示输入点击按钮链接邮箱邮件收到验证码重置帮助反馈投诉咨询处理已解决待处理关闭开启',
  },
  {
    encodings: ['big5'],
    script: /\p{Script=Han}/u,
    frequent:
      '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運' +
      '登錄密碼錯誤打印機網路絡服務器系統客戶退款訂單支付帳號賬戶描述標題主旨狀態優先級緊急高低中類別建立創建時間日期編號工單故障升級安裝軟體硬體更新無法失敗頁面載入顯示輸入點擊按鈕連結郵箱郵件收到驗證碼重置幫助回饋投訴諮詢處理已解決待處理關閉開啟印表螢幕滑鼠鍵盤資料檔案使用者',
  },
  {
    encodings: ['shift_jis', 'euc-jp'],
    script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    frequent:
      'あいうえおかがきぎくぐけげこごさざしじすずせぜそぞただちっつづてでとどなにぬねのはばひびふぶへべほぼまみむめもゃやゅゆょよらりるれろわをんアィイウェエォオカガキギクグケゲコゴサザシジスズセゼソタダチッツテデトドナニネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロワンー' +
      '日一国人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天母火右読友左休父雨件説明優先度状態作成番号登録者担当問合内容詳細題画面変更削除確認表示入力文字化印刷機器故障障害対応受付完了未済保留解決方法再起動設定接続切断通信回線端末利用申請希望緊急種別分類部署社員連絡返信送信添付資料請求支払払戻金額商品注文配送住所電話認証失敗成功開始終了',
  },
  {
    encodings: ['euc-kr'],
    script: /\p{Script=Hangul}/u,
    frequent:
      '이다는의에을를가하고은로한지도서사기시자으있어대리그나인일수정아부들해보전과여우제구상주스장나만라조소유원공동세안면비성위모내생각드니요게까때없것못않았었했됩습니까되용합세입신' +
      '제목설명우선순위상태번호생성등록접수처리완료대기진행중높음낮음보통긴급문의문제오류로그인불가비밀번호입력화면페이지프린터인쇄출력안됨됩니다않습니다합니다결제환불주문배송계정이메일전화변경삭제추가확인요청서버네트워크연결접속설치업데이트프로그램실행에러메시지고객담당자분류카테고리내용작성일시후전월년',
  },
];

/** Punctuation of all these languages. */
export const WIDE_PUNCTUATION =
  '、。，．！？：；（）「」『』【】《》〈〉“”‘’…—～・　％＃＆＋－／＝０１２３４５６７８９';
