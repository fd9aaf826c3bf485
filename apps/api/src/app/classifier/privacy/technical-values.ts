/** Extensions of source files and of built files. */
const EXTENSIONS =
  '(?:[cm]?[jt]sx?|java|ktm?s?|scala|groovy|clj[cs]?|cs|vb|fsx?|cpp|cc|cxx|ch?|hpp|hh|mm?|swift|go|rs|py[xiwc]?|rb|erb|php|phtml|p[lm]|lua|exs?|erl|hs|ml|dart|vue|svelte|astro|html?|xhtml|[aj]spx?|cshtml|razor|sql|sh|ps1|psm1|bat|cmd|pas|abap|cob|jsbundle|bundle|map|dll|exe|jar|war|so(?:\\.\\d{1,3}){0,3}|dylib|wasm|node)';
/** "auth.service.ts:112:17", "https://app.example.com/main.4f3a2b.js:1:23456", "Auth.cs:line 42", "libauth.so.1+0x1f". */
const POSITION = new RegExp(
  String.raw`[\w$)\]>-]\.${EXTENSIONS}(?:\?[^\s()]{0,80}?)?(?:(?::|#L?)(?:line)?\d{1,7}(?:[:-]L?\d{1,7})?|\+0x[\da-f]{1,16})?$`,
  'i',
);
/** Positions without the extension of a file: "blob:https://app.example.com/9a8b:1:234", "<anonymous>:1:234", "node:internal/crypto:95:5", "VM1234". */
const ENGINE =
  /^\(?(?:(?:blob:)?[a-z][a-z-]{1,19}:\/\/[^\s()]{1,200}:\d{1,7}:\d{1,7}|(?:<anonymous>|native|eval|node:[\w/.-]{1,80}|VM\d{1,7})(?::\d{1,7}){1,2}|VM\d{1,7})$/i;

const STAGE =
  '(?:alpha|beta|rc|snapshot|dev|preview|pre|post|final|ga|rtm|lts|nightly|canary|hotfix|patch|sp|build|release|stable)';
/** "v2.3.1", "2.3.1-rc.1", "Version2.3": a number with one dot needs a word for a version. */
const VERSION = new RegExp(
  String.raw`^(?:(?:v|ver|version|release|rel|build)[._-]?\d{1,5}(?:\.\d{1,5}){1,4}|\d{1,5}(?:\.\d{1,5}){2,4}|\d{1,5}\.\d{1,5}(?=[-+._]?${STAGE}))(?:[-+._]?${STAGE}[.-]?\d{0,8}(?:\.\d{1,8})?)?(?:[-+.][\da-f]{6,40})?$`,
  'i',
);
/** Names of standards with a number: "SHA256", "base64-encoded". */
const STANDARD =
  /^(?:base(?:16|32|58|64|85)|md[45]|sha-?(?:[1-3]|224|256|384|512)|aes-?(?:128|192|256)|utf-?(?:8|16|32)|argon2(?:id?|d)?|pbkdf2|bcrypt(?:-2[abxy])?|[ehpr]s(?:256|384|512)|oauth-?[12](?:\.[01])?|saml-?2(?:\.0)?|tls-?v?1\.[0-3]|ed25519|x\.?509|pkcs-?#?\d{1,2}|ntlm(?:v[12])?|wpa-?[23]|(?:php|python|java|node(?:js)?|ruby|go|perl|\.?net|angular|spring|ios|macos|android|openssl|mysql|mariadb|postgres(?:ql)?)[-/]?\d{1,3}(?:\.\d{1,4}){1,3}|[mo](?:ffice)?365|ipv[46])(?:-\p{L}{2,20}){0,2}$/iu;

/** Whether a value is the position of code in its source, a version, or the name of a standard. None of them is a secret. */
export const isTechnical = (value: string) =>
  POSITION.test(value) || ENGINE.test(value) || VERSION.test(value) || STANDARD.test(value);
