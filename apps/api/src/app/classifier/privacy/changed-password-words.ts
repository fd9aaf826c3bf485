import { phrases } from './personal-id-labels';

/** The starts of verbs and nouns for a change, as a readable text has them. */
export const CHANGE_STEMS = phrases(
  'chang, reset, re-set, updat, switch, renew, rotat, replac, modif, swap, set',
  'geander, ander, anpass, angepasst, gewechsel, wechsel, zuruckgesetzt, umgestellt, gesetzt, aktualisier, reinitialis, rempla, passe',
  'cambi, actualiz, restablec, alter, mudad, mudei, mudou, mudar, trocad, troquei, trocou, atualiz, redefin, reimpost, aggiorn, sostitu',
  'gewijzigd, wijzig, verander, aangepast, zmien, zmian, ustawi, zresetow, zamien, andra, bytt, byte, bytet, aendre, ændr, skift, skifte, endre, oppdater, opdater, nollstall',
  'vaihd, muut, zmen, izmen, promijen, promenj, spremen, schimb, degis, menemin, diubah, mengubah, ubah, diganti, ganti, mengganti, đổi, thay, αλλαξ, αλλαγ, muudet, pakeist, nomain',
  'измен, сменил, сменен, смен, поменя, обнов, промен, змін, замін',
);

/** Other words between the name of a password and what it was changed from or to, as a readable text has them. */
export const CHANGE_FILLERS = phrases(
  'is, was, has, have, had, been, got, just, now, already, recently, today, yesterday, again, successfully, for, me, him, her, us, them',
  'wurde, ist, habe, hat, haben, heute, gestern, gerade, eben, neulich, jetzt, schon, wieder, mir, uns, sich, a, ete, vient, ai, d’etre, hier, est',
  'ha, he, han, sido, fue, se, hoy, ayer, foi, tem, ontem, hoje, e, stata, stato, viene, oggi, ieri, is, werd, heb, heeft, gisteren, vandaag',
  'zostało, został, jest, było, dziś, wczoraj, blev, har, blivit, er, ble, igar, idag, i gar, i dag, byl, byla, som, jsem, на, был, было, была, вчера, сегодня, було, a fost, am, fost, telah, sudah, đã, được, đi',
  'on, for, the, our, his, her, my, your, their',
);

/** Words before the old and before the new password. */
export const CHANGE_PAIRS: readonly (readonly [from: string, to: string])[] = [
  ['from', 'to|into'],
  ['von|vom', 'auf|zu|in|nach'],
  ['van', 'naar|in|op'],
  ['de|du|depuis', 'a|en|vers|par|por|para|pour'],
  ['desde|do|da|dal|dalla|dari', 'a|para|por|in|ke|menjadi'],
  ['fran|fra', 'till|til'],
  ['z|ze|s|sa|iz', 'na|u|v'],
  ['с|со|із|зі|з|от|од', 'на|в'],
  ['din|de la', 'in|la'],
  ['tu', 'thanh|sang'],
  ['απο', 'σε'],
];

/** The same in scripts without spaces: words before the old password, between both, and before a new one alone. */
export const UNSPACED_CHANGE = {
  from: phrases('从, 由, 從, を, は, が, 를, 을, 가, 이'),
  between: phrases('改为, 改成, 更改为, 变更为, 变成, 换成, 改為, 變更為, 換成, から, 에서'),
  to: phrases('改为, 改成, 更改为, 变更为, 换成, 已改为, 已改成, 改為, 換成, 設定为, 设置为'),
  after: phrases('に, へ, 으로, 로'),
};
