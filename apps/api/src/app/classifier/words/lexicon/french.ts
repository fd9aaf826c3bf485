import type { Lexicon } from './lexicon';

/** Written for Docket, from the words of support desks in general. */
export const FRENCH: Lexicon = {
  categories: {
    billing: {
      3: `
        facture*, facturation, factures, preleve*, prelevement*, preleves, debite*, debite deux fois, preleve deux fois,
        facture deux fois, double facturation, rembours*, avoir sur facture, tva, abonnement*, frais, recu de paiement, recu fiscal,
        devis, remise, code promo, tarif*, virement*, mensualite*, releve bancaire, relance*, impaye*
      `,
      2: `
        paiement*, payer, paye, prix, carte bancaire, carte de credit, carte bleue, argent, montant*, euros, renouvellement, renouvele,
        commande, banque, cout*, solde, forfait, offre
      `,
      1: `
        contrat, resilier, resiliation, achat
      `,
    },
    technical: {
      3: `
        erreur*, ne fonctionne pas, ne fonctionne plus, ne marche pas, ne marche plus, ne fonctionnent pas, ne fonctionnent plus, plante*,
        plantage*, bug*, panne*, en panne, ne charge pas, ne se charge pas, ne s ouvre pas, ne s affiche pas, ne repond pas,
        ne repond plus, lent, lente, lenteur*, page blanche, ecran noir, ecran blanc, ecran bleu, serveur*, connexion internet, reseau,
        imprimante*, base de donnees, navigateur, integration, delai depasse, inaccessible, indisponible, hors service, install*,
        mise a jour, disparu*, perte de donnees, wifi, vpn, ordinateur, clavier, synchronis*, echoue*, echec*, refuse*, se bloque, fige*,
        api, webhook*, coupure*
      `,
      2: `
        application, appli, site, page, systeme, logiciel, version, fichier*, telecharg*, export*, import*, rapport*, bouton, ecran,
        recherche, parametre*, portable, messagerie, impossible de
      `,
      1: `
        probleme*, ne peux pas, n arrive pas, n arrive plus
      `,
    },
    account: {
      3: `
        mot de passe, mots de passe, identifiant*, me connecter, se connecter, connexion a mon compte, mon compte, compte bloque,
        compte verrouille, compte utilisateur, nom d utilisateur, profil, droit d acces, droits d acces, droits, autorisation*,
        nouvel utilisateur, nouvel employe, nouvelle employee, nouveau collaborateur, nouvelle collaboratrice, nouveau salarie,
        supprimer mon compte, fermer mon compte, cloturer mon compte, verification, verifier mon identite, identite,
        double authentification, authentification, code de verification, changer mon adresse, changer d adresse, modifier mon adresse,
        changer mon nom, donnees personnelles, rgpd, vole, volee, pirate*, invitation*, role, roles, reinitialis*, deverrouiller, acces a
      `,
      2: `
        compte, comptes, utilisateur*, acces, employe*, collegue*, salarie*, adresse, telephone, securite, activer, desactiver, bloque,
        verrouille*, connexion
      `,
      1: `
        changer, modifier, nom, code
      `,
    },
    general: {
      3: `
        horaire*, heures d ouverture, suggestion*, ce serait bien, je voudrais savoir, j aimerais savoir, je souhaite savoir,
        documentation, mode d emploi, tutoriel, formation*, webinaire, proposez vous, offrez vous, livrez vous, livraison*,
        combien de temps, question generale, une question, avez vous, est il possible, y a t il, existe t il, difference entre,
        ou trouver, ou puis je, merci pour, prevoyez vous, partenariat
      `,
      2: `
        comment puis je, comment faire, pouvez vous me dire, information*, renseignement*, quels pays, quelles, quels, disponible*,
        recommand*, question*, langues, expedition
      `,
      1: `
        comment, quand, est ce que
      `,
    },
  },
  priorities: {
    critical: {
      3: `
        panne totale, panne generale, tout est en panne, plus rien ne fonctionne, plus rien ne marche, pour tous les utilisateurs,
        pour tous nos clients, tous nos clients, personne ne peut, personne n arrive, production arretee, production a l arret,
        perte de donnees, donnees perdues, donnees supprimees, fuite de donnees, faille de securite, rancongiciel, ransomware, pirate*,
        donnees d un autre client, donnees d autres clients
      `,
      2: `
        tous les utilisateurs, tous les clients, site est inaccessible, est indisponible, en production, a l arret, hors service
      `,
    },
    high: {
      3: `
        urgent*, urgence, des que possible, au plus vite, le plus rapidement possible, immediatement, ne pouvons plus travailler,
        ne peux plus travailler, bloques, aujourd hui meme, echeance
      `,
      2: `
        toute l equipe, tout le service, plusieurs clients
      `,
    },
    low: {
      3: `
        pas urgent, rien d urgent, quand vous aurez le temps, quand vous pourrez, coquille, faute de frappe, detail mineur
      `,
    },
  },
};
