import { analyse } from 'chardet';
import fc from 'fast-check';
import { encode } from '../testing/encode';
import { noDetection } from '../testing/split';
import { Transcoder, type TranscoderOptions } from './transcoder';

/** Converts a file that arrives in chunks of `chunkSize` bytes. */
function transcode(file: Uint8Array, options: Partial<TranscoderOptions> = {}, chunkSize = Infinity) {
  const transcoder = new Transcoder({ detect: analyse, ...options });
  const parts: Uint8Array[] = [];
  for (let start = 0; start < file.length; start += chunkSize)
    parts.push(...transcoder.push(file.slice(start, start + chunkSize)));
  parts.push(...transcoder.end());
  const { encoding, isGuessed } = transcoder;
  return { bytes: Buffer.concat(parts), text: Buffer.concat(parts).toString(), encoding, isGuessed };
}

const GERMAN = 'Titel;Beschreibung\r\nDie Größe fehlt;Die Größe kann nicht geändert werden, sie müsste 5 € kosten\r\n';

describe.each([1, 2, 3, 7, Infinity])('a Transcoder with chunks of %p bytes', (size) => {
  it.each(['utf-8', 'utf-16le', 'utf-16be'])('knows %s by its byte order mark', (encoding) => {
    const file = encode(`\ufeff${GERMAN}`, encoding);

    expect(transcode(file, { detect: noDetection }, size)).toMatchObject({ text: GERMAN, encoding, isGuessed: false });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('knows %s without a byte order mark', (encoding) => {
    const file = encode(GERMAN, encoding);

    expect(transcode(file, { detect: noDetection }, size)).toMatchObject({ text: GERMAN, encoding, isGuessed: false });
  });

  it.each(['utf-16le', 'utf-16be'])('knows %s by the spaces and commas of a Chinese header', (encoding) => {
    const text = '标题,描述,状态\r\n打印机,没有反应,开\r\n';

    expect(transcode(encode(text, encoding), {}, size)).toMatchObject({ text, encoding, isGuessed: false });
  });

  it.each([
    ['windows-1252', GERMAN],
    ['windows-1252', 'title,description\nGröße,x\n'],
    ['windows-1252', 'title,description\nIt’s broken,it costs 5 € – “really”\n'],
    ['windows-1252', 'Asunto;Descripción\nNo puedo iniciar sesión;La contraseña no funciona\n'],
    ['windows-1250', 'Předmět;Popis\nNefunguje tiskárna;Po aktualizaci tiskárna netiskne, prosím o pomoc\n'],
    ['windows-1251', 'Тема;Описание\nНе работает принтер;После обновления принтер не печатает\n'],
    ['koi8-r', 'Тема;Описание\nНе работает принтер;После обновления принтер не печатает\n'],
    ['windows-1253', 'Θέμα;Περιγραφή\nΔεν λειτουργεί;Ο εκτυπωτής δεν λειτουργεί μετά την ενημέρωση\n'],
    ['windows-1254', 'Konu;Açıklama\nGiriş yapamıyorum;Şifremi değiştirdikten sonra giriş yapamıyorum\n'],
    ['windows-1255', 'נושא;תיאור\nהמדפסת לא עובדת;המדפסת לא מדפיסה אחרי העדכון\n'],
    ['windows-1256', 'الموضوع;الوصف\nالطابعة لا تعمل;الطابعة لا تطبع بعد التحديث\n'],
    ['gb18030', '标题,描述\n无法登录,密码错误\n'],
    ['gb18030', 'title,description\n无法登录,输入密码后页面一直加载\n打印机,没有反应\n'],
    ['big5', '標題,描述,優先級\n無法登入,輸入密碼後頁面一直載入,高\n'],
    ['shift_jis', '件名,説明,優先度\nログインできない,パスワードを入力しても画面が変わりません,高\n'],
    ['euc-jp', '件名,説明,優先度\nログインできない,パスワードを入力しても画面が変わりません,高\n'],
    ['euc-kr', '제목,설명,우선순위\n로그인 불가,비밀번호를 입력해도 로그인되지 않습니다,높음\n'],
    ['windows-1254', 'Başlık,Açıklama\nYazıcı arızası,Çalışmıyor\n'],
    ['windows-1254', 'title\nŞifre sıfırlama\n'],
  ])('guesses %s of %j', (encoding, text) => {
    expect(transcode(encode(text, encoding), {}, size)).toEqual({
      bytes: Buffer.from(text),
      text,
      encoding,
      isGuessed: true,
    });
  });

  it('decides at the first byte that is not ASCII, wherever it is', () => {
    const text = 'title,description\n' + 'plain,text\n'.repeat(100_000) + GERMAN;

    const result = transcode(encode(text, 'windows-1252'), {}, Math.max(size, 1000));

    expect(result).toMatchObject({ encoding: 'windows-1252', isGuessed: true });
    expect(result.text === text).toBe(true);
  });

  it('leaves invalid bytes in a text that is UTF-8 beyond doubt', () => {
    const file = Buffer.concat([Buffer.from(GERMAN.repeat(5)), Buffer.of(0xe9), Buffer.from(GERMAN)]);

    expect(transcode(file, { detect: noDetection }, size)).toMatchObject({ bytes: file, encoding: 'utf-8' });
  });

  it('leaves few invalid bytes among many valid sequences', () => {
    const file = Buffer.concat([Buffer.from('title,description\n'), Buffer.of(0xe9), Buffer.from(GERMAN.repeat(5))]);

    expect(transcode(file, { detect: noDetection }, size)).toMatchObject({ bytes: file, encoding: 'utf-8' });
  });

  it('marks bytes that are not text in the encoding as invalid', () => {
    const file = Buffer.concat([encode('标题', 'gbk'), Buffer.of(0xff), encode('!', 'gbk')]);

    const { bytes } = transcode(file, { encoding: 'gbk' }, size);

    expect(bytes).toEqual(Buffer.concat([Buffer.from('标题'), Buffer.of(0xff), Buffer.from('!')]));
  });

  it('uses the declared encoding, unless there is a byte order mark', () => {
    const options = { encoding: 'iso-8859-15', detect: noDetection };

    expect(transcode(Buffer.of(0xa4), options, size)).toMatchObject({ text: '€', encoding: 'iso-8859-15' });
    expect(transcode(Buffer.from('\ufeffö'), options, size)).toMatchObject({ text: 'ö', encoding: 'utf-8' });
    expect(transcode(encode('Größe', 'windows-1252'), { ...options, encoding: 'utf-8' }, size)).toMatchObject({
      encoding: 'utf-8',
      isGuessed: false,
    });
  });
});

describe('a Transcoder', () => {
  it('guesses from at most 32 kB of the sample', () => {
    const samples: number[] = [];
    const detect = (sample: Uint8Array) => {
      samples.push(sample.length);
      return [];
    };

    transcode(Buffer.alloc(3_000_000, 'x\xe9 ', 'latin1'), { detect }, 10_000);

    expect(samples).toEqual([32_768]);
  });

  it.each([
    ['windows-1250', 'Název,Popis\nNový účet,Starý počítač, přístup\n'],
    ['windows-1252', 'Efni\nLykilorð virkar ekki lengur og það þarf nýtt, þökk sé ykkur á síðunni\n'],
    ['windows-1257', 'Pavadinimas\nŠiuo metu neveikia žiniatinklio puslapis, ačiū už pagalbą\n'],
    ['windows-1251', 'Тема,Описание\nНе работает принтер,Помогите пожалуйста\n'],
  ])('does not take %s of %j for Turkish', (encoding, text) => {
    expect(transcode(encode(text, encoding), {}, 1000).encoding).not.toBe('windows-1254');
  });

  it('guesses from a sample that is cut inside a character', () => {
    const text = '标x题无法登录'.repeat(20_000);

    const result = transcode(encode(text, 'gbk'));

    expect(result.encoding).toBe('gb18030');
    expect(result.text === text).toBe(true);
  });

  it('returns rows before the end of the file, as soon as it knows their encoding', () => {
    const transcoder = new Transcoder({ detect: noDetection });

    expect(Buffer.concat([...transcoder.push(Buffer.from('who,when\n'))]).toString()).toBe('who,when\n');
    expect(Buffer.concat([...transcoder.push(Buffer.from('äöüßäöüß,x\n'))]).toString()).toBe('äöüßäöüß,x\n');
  });

  it('converts any text in UTF-8 or UTF-16 with its mark, in any chunks', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        fc.integer({ min: 1, max: 9 }),
        (text, encoding, size) => {
          const file = encode(`\ufeff${text}`, encoding);

          expect(transcode(file, { detect: noDetection }, size).text).toBe(text);
        },
      ),
    );
  });
});
