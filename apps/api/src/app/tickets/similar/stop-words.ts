/** Stop words by language, folded like the texts of tickets. Shorter words are never compared. */
const STOP_WORDS = {
  english:
    'about after again all also and another any anybody anyone are been before being both but can cannot could did does done each ' +
    'for from get gets got had has have having hello her here him his how into its just know let like made make many may might more ' +
    'most much must need needs not now off once one only other our out over own please question regards same she should since some ' +
    'somebody someone still such thank thanks that the their them then there these they this those through too under until very ' +
    'want was way were what when where whether which while who why will with would yes yet you your',
  german:
    'aber alle allem allen aller alles als also auch auf aus bei beim bin bis bitte bitten danke dann das dass dem den denn der des ' +
    'die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines etwas fur für freundlichen gegen ' +
    'grüsse grüssen guten haben habe hat hatte hallo hier ich ihm ihn ihnen ihr ihre ihrem ihren immer ist jede jedem jeden jetzt ' +
    'kann keine keinen können könnte leider man mehr mein meine meinem meinen mich mir mit muss nach nicht noch nur oder ohne schon ' +
    'sehr sein seine seit sich sie sind tag uber über und uns unser unsere vielen vom von vor war was weil wenn werden wie wieder ' +
    'wir wird wurde wurden zum zur zwischen',
  french:
    'alors apres après aussi autre aux avec avez avoir avons bien bonjour car ces cet cette comme cordialement dans depuis des donc ' +
    'elle elles encore entre est ete été être faire fait font ici ils les leur leurs lors mais même merci mes moi mon nos notre nous ' +
    'par pas peut plus pour pourquoi pouvez quand que quel quelle qui sans ses son sont sous sur tous tout toute très une vos votre ' +
    'vous',
  spanish:
    'ahora algo ante antes aquí así aunque bien buenas buenos cada como cómo con cual cuando cuándo del desde días donde dos ella ' +
    'ellos entre era esa ese eso esta está están este esto favor fue gracias había han hasta hay hola las les los más mas mis mucho ' +
    'muy nada nos nosotros nuestra nuestro otra otro para pero por porque puede pueden puedo que qué quien saludos ser sido sin ' +
    'sobre son sus también tengo tiene tienen todo todos una unas uno unos usted ustedes vez',
  portuguese:
    'agora ainda algo ante antes até bem boa bom cada com como cumprimentos das dela dele depois desde dia dos ela elas ele eles era ' +
    'essa esse esta está estão este foi for fosse havia isso isto mais mas mesmo meu minha muito não nao nas nem nos nossa nosso num ' +
    'numa obrigada obrigado olá onde ontem para pela pelo pode pois por porque qual quando que quem são sem ser seu seus sobre sua ' +
    'suas também tem tenho ter uma umas uns você vocês',
} as const;

const WORDS: ReadonlySet<string> = new Set(Object.values(STOP_WORDS).flatMap((words) => words.split(' ')));

/** Whether a folded word is a stop word. */
export function isStopWord(word: string): boolean {
  return WORDS.has(word);
}
