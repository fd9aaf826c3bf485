/** Texts with secret keys next to hashes, and with YAML values on lines of their own. ⟦ and ⟧ enclose each secret. */
export const FINGERPRINT_CANARIES = [
  'api key: ⟦sha256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8⟧',
  'API key is ⟦sha256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8⟧',
  'secret key ⟦SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8⟧',
  'password: ⟦SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8⟧',
  'token=⟦sha256:9f86d081884c7d659a2feaa0c55ad015⟧',
  'key: ⟦sha256abc91kd82ls03mf⟧',
  'the key is ⟦SHA256-Fuchs-4471-Igel⟧',
  'key ⟦md5:Fuchs4471Igel8812⟧',
];

/** Fingerprints of public keys, which are public as well. */
export const FINGERPRINT_LOOK_ALIKES = [
  'Since today: host key SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8 changed',
  'The host key is SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'The host key is SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8.',
  'host key: SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'HostKey=SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'host key (SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8) changed',
  'host_key "SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8"',
  'Der Host-Key ist SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'ssh key SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8 was added',
  'Deploy key SHA256:uNiVztksCsDhcc0u9e8BrwQXVUpKZIDTMczCvj3tD2s is read-only',
  'RSA key fingerprint SHA256:nThbg6kXUpJWGl7E1IGOCspRomTxdCARLviKw6E5SY8',
  'ED25519 key fingerprint is SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU.',
  'Accepted publickey for git: ED25519 SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU',
  'curl: pinned public key sha256//YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE= does not match',
  'curl --pinnedpubkey sha256//YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE= https://example.com',
  'Pinned public key: sha256/YhKJKSzoTt2b5FP18fvpHo7fJYqQCjAa3HWY3tvRMwE=',
  'the public key is sha1/dWp4Qz7Lk2mN9vXcB5tRhYgU3sE=',
  'host key MD5:16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48 changed',
  'The host key is 16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48',
  'key SHA1:2f:d4:e1:c6:7a:2d:28:fc:ed:84:9e:e1:bb:76:e7:39:1b:93:eb:12 is unknown',
  'the signing certificate has key sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
];
