const value = '[^\\s"\'`]{1,256}';
const quoted = String.raw`(?:"[^"\n]{1,256}"|'[^'\n]{1,256}'|${value})`;
/** Other words of a command, up to an option. */
const words = String.raw`(?: [^\s|;&]{1,200}){0,12}?`;

const command = (names: string, option: string, flags = 'gi') =>
  new RegExp(String.raw`(?<![\w-])(?:${names})(?:\.exe)?${words} ${option}(?<secret>${quoted})`, flags);
const pattern = (source: string) => new RegExp(source.replace('SECRET', `(?<secret>${quoted})`), 'gi');

/** Commands that read a password from standard input, and options that enable it. */
const READERS = 'sudo|passwd|chpasswd|smbpasswd|htpasswd|docker|podman|nerdctl|su|gpg2?|kinit|cryptsetup|openssl';
const FROM_INPUT = '(?<=\\s)(?:--password-stdin|--passphrase-fd|--stdin|--with-token|-S|stdin)(?!\\w)';

/** Passwords in commands and settings, by the manual of the command. The group "secret" is the password. */
export const COMMAND_SECRETS: readonly (readonly [pattern: RegExp, source: string])[] = [
  [
    command('(?:mysql|mariadb)(?:dump|admin|import|check|show|pump|sh)?', '-p', 'g'),
    'https://dev.mysql.com/doc/refman/8.4/en/connecting.html',
  ],
  [command('sshpass', '-p ?'), 'https://manpages.debian.org/stable/sshpass/sshpass.1.en.html'],
  [
    command(String.raw`(?:docker|podman|nerdctl|helm registry|buildah|skopeo|az|oras|crane auth) login`, '-p ?'),
    'https://docs.docker.com/reference/cli/docker/login/',
  ],
  [command('oc login', '-p ?'), 'https://docs.redhat.com/en/documentation/openshift_container_platform'],
  [
    command('ldap(?:search|modify|add|delete|passwd|whoami|modrdn|compare)', '-w ?'),
    'https://manpages.debian.org/stable/ldap-utils/ldapsearch.1.en.html',
  ],
  [
    pattern(
      String.raw`(?<![\w-])net use(?: [^\s/"']{1,3}:)?(?: [\\]{1,4}[^\s"']{1,200})(?: /(?!user)\S{1,60}){0,4} (?!/)SECRET`,
    ),
    'https://learn.microsoft.com/windows-server/administration/windows-commands/net-use',
  ],
  [
    pattern(String.raw`(?<![\w-])net use [^\n]{1,200}? /u(?:ser)?:[^\s]{1,100} (?!/)SECRET`),
    'https://learn.microsoft.com/windows-server/administration/windows-commands/net-use',
  ],
  [
    pattern(String.raw`(?<![\w-])net user [^\s/]{1,64} (?![/*])SECRET`),
    'https://learn.microsoft.com/windows-server/administration/windows-commands/net-user',
  ],
  [
    pattern(String.raw`(?<![\w-])rasdial (?:"[^"\n]{1,64}"|[^\s/"]{1,64}) (?!/)[^\s/]{1,64} (?![/*])SECRET`),
    'https://learn.microsoft.com/windows-server/administration/windows-commands/rasdial',
  ],
  [command('psexec(?:64)?', '-p '), 'https://learn.microsoft.com/sysinternals/downloads/psexec'],
  [
    pattern(String.raw`(?<![\w-])convertto-securestring (?:-\w{1,20} ){0,3}SECRET`),
    'https://learn.microsoft.com/powershell/module/microsoft.powershell.security/convertto-securestring',
  ],
  [command('redis-cli', '-a '), 'https://redis.io/docs/latest/develop/tools/cli/'],
  [command(String.raw`(?:un)?zip`, '-P ?', 'g'), 'https://manpages.debian.org/stable/unzip/unzip.1.en.html'],
  [command(String.raw`(?:7z|7za|7zr|rar|unrar)`, '-h?p', 'g'), 'https://documentation.help/7-Zip/set_password.htm'],
  [
    command(String.raw`(?:sqlcmd|bcp|isql|osql|tsql|freebcp)`, '-P ?', 'g'),
    'https://learn.microsoft.com/sql/tools/sqlcmd/sqlcmd-utility',
  ],
  [
    command('mongo(?:sh|dump|restore|export|import|stat|top)?', '-p ?'),
    'https://www.mongodb.com/docs/mongodb-shell/reference/options/',
  ],
  [
    command('(?:rabbitmqctl|rabbitmqadmin)', '(?:(?:add_user|change_password|authenticate_user) [^\\s]{1,64} |-p ?)'),
    'https://www.rabbitmq.com/docs/man/rabbitmqctl.8',
  ],
  [command('ipmitool', '-P ?'), 'https://manpages.debian.org/stable/ipmitool/ipmitool.1.en.html'],
  [
    command('htpasswd', '-[a-z]{0,6}b[a-z]{0,6} [^\\s]{1,200} [^\\s]{1,64} '),
    'https://httpd.apache.org/docs/current/programs/htpasswd.html',
  ],
  [command('(?:plink|pscp|psftp|putty)', '-pw '), 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/Chapter3.html'],
  [
    command('(?:xfreerdp3?|wfreerdp|rdesktop|mstsc)', '(?:/p:|-p )'),
    'https://manpages.debian.org/stable/freerdp3-x11/xfreerdp3.1.en.html',
  ],
  [
    command('openssl', '(?:-pass(?:in|out)? (?:pass:)?|-[kK] )', 'g'),
    'https://docs.openssl.org/master/man1/openssl-passphrase-options/',
  ],
  [command('keytool', '-(?:store|key)pass '), 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html'],
  [
    command('(?:smbclient|mount\\.cifs|rpcclient|smbmap|lftp|ncftp)', '(?:-U|-u) ?[^\\s%,"\']{1,64}[%,]'),
    'https://www.samba.org/samba/docs/current/man-html/smbclient.1.html',
  ],
  [
    pattern(
      String.raw`(?<![\w-])(?:echo|printf)(?: -[a-z]{1,3})?(?: ["']?%s(?:[\\]n|\n)?["']?)? SECRET {0,2}\| {0,2}(?:(?:${READERS})(?!\w)|[^\n|]{1,200}?${FROM_INPUT})`,
    ),
    'https://manpages.debian.org/stable/sudo/sudo.8.en.html',
  ],
  [
    pattern(String.raw`(?:(?<![\w-])(?:${READERS})(?!\w)|${FROM_INPUT})[^\n<]{0,200}<<< {0,2}SECRET`),
    'https://www.gnu.org/software/bash/manual/html_node/Redirections.html',
  ],
  [
    pattern(
      String.raw`(?<![\w-])(?:curl|http|https|xh|wget)${words} -(?:[a-z]{0,4}u|a) ?["']?(?<secret>[^\s:"']{1,64}:[^\s"']{1,256})`,
    ),
    'https://curl.se/docs/manpage.html#-u',
  ],
  [
    pattern(
      String.raw`(?<![\w-])(?:ssh|scp|sftp|rsync|ftp|telnet)${words} (?<secret>[^\s:@/"']{1,64}:[^\s@/"']{1,256})(?=@)`,
    ),
    'https://manpages.debian.org/stable/openssh-client/ssh.1.en.html',
  ],
  [
    pattern(
      String.raw`(?:(?<![\w-])(?:sqlplus|sqlldr|expdp|impdp|exp|imp|rman|tnsping|sql)${words} ["']?(?:userid=)?|jdbc:oracle:(?:thin|oci8?):)[^\s:/@"'-][^\s:/@"']{0,63}/(?<secret>[^\s@"'/]{1,128})(?=@)`,
    ),
    'https://docs.oracle.com/en/database/oracle/oracle-database/23/sqpug/starting-SQL-Plus.html',
  ],
  [
    pattern(String.raw`(?<!\w)connect [^\s:/@"']{1,64}/(?<secret>[^\s@"'/]{1,128})(?=@)`),
    'https://docs.oracle.com/en/database/oracle/oracle-database/23/sqpug/CONNECT.html',
  ],
  [
    pattern(String.raw`(?<!\w)identified (?:with [^\s]{1,64} )?(?:by|as)(?: password| values)? {1,3}SECRET`),
    'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
  ],
  [
    pattern(String.raw`(?<!\w)(?:create|alter) (?:user|role|login) [^\n;]{1,200}?(?<!\w)password ?=? {0,2}SECRET`),
    'https://www.postgresql.org/docs/current/sql-createrole.html',
  ],
  [
    pattern(
      String.raw`(?<![\w-])enable (?:password|secret(?=[^\n\d]{0,64}\d))(?: level \d{1,2})?(?: \d)? (?!\d )SECRET`,
    ),
    'https://www.cisco.com/c/en/us/td/docs/ios/12_2/security/command/reference/fsecur_r.html',
  ],
  [
    pattern(
      String.raw`(?<![\w-])username [\w.@-]{1,64}(?: privilege \d{1,2})? (?:secret|password)(?: \d)? (?!\d )SECRET`,
    ),
    'https://www.cisco.com/c/en/us/td/docs/ios/12_2/security/command/reference/fsecur_r.html',
  ],
  [
    pattern(
      String.raw`(?<![\w-])(?:password|secret|key-string|(?:tacacs|radius)-server key|md5|pre-shared-key|key) [05-9] SECRET`,
    ),
    'https://www.cisco.com/c/en/us/td/docs/ios/12_2/security/command/reference/fsecur_r.html',
  ],
  [
    pattern(
      String.raw`(?<![\w-])(?:snmp-server community|snmp(?:walk|get|set|bulkwalk|getnext)${words} -c|(?:rw|ro)community6?|set snmp community) SECRET`,
    ),
    'https://www.cisco.com/c/en/us/td/docs/ios/12_2/configfun/command/reference/ffun_r.html',
  ],
  [
    /(?<![\w.:*-])[a-z\d.*-]{1,253}:(?:\d{4,5}|\*):[a-z_*][\w.*-]{0,63}:[a-z_*][\w.*-]{0,63}:(?<secret>\S{1,256})/gi,
    'https://www.postgresql.org/docs/current/libpq-pgpass.html',
  ],
];
