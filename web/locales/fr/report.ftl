# Le rapport d’un mois, pour la coordination et, une fois public, pour tout le monde.
rep-name = Rapport du mois
rep-title = { $town } : rapport, { $month }
rep-title-invented = { $town } : rapport, { $month } (tout est inventé)
rep-made = Fait le { $day }.
rep-rule = Nombres de ce que les gens ont fait : de 0 à 4, on lit « moins de 5 »; le reste est arrondi à 5, et les sommes sont faites de ce qui est imprimé.
rep-week = Semaine du
rep-what = Quoi
rep-day = Jour
rep-hours = Heures promises
rep-hours-caption = Heures promises par le plan, par semaine
rep-promised = Promises
rep-served = Servies
rep-unknown = Inconnues
rep-look-ups-title = Ce que les gens ont cherché
rep-look-ups = Recherches
rep-look-ups-caption = Recherches et réponses, par semaine
rep-look-ups-said = { $all } recherches; dans { $open } un lieu était ouvert.
rep-look-ups-none = Aucune recherche n’a été comptée.
rep-open = Un lieu était ouvert
rep-line = Aucun ouvert : lignes téléphoniques
rep-past = Un lieu montré était à revoir
rep-scans = Codes d’affiches suivis
rep-beside-caption = Avant et après le plan du { $day }
rep-before = { $number ->
    [one] 1 semaine avant
   *[other] { $number } semaines avant
  }
rep-after = { $number ->
    [one] Dernière semaine
   *[other] { $number } dernières semaines
  }
rep-places = À quel point la liste est sûre
rep-places-caption = Ce que les lieux offrent
rep-places-said = { $confirmed } des { $all } offres étaient confirmées le { $day }; de { $stale }, personne ne répond maintenant.
rep-listings = Offres
rep-confirmed = Confirmées
rep-sourced = D’une source, non confirmées
rep-stale = À revoir, ou jamais dites
rep-reports = Ce que les gens ont dit inexact
rep-reports-caption = Signalements décidés
rep-decided = Décidés
rep-percent = Pour cent
rep-phone-none = Aucun lieu n’a encore été vérifié par téléphone.
rep-disposal = Aiguilles utilisées
rep-disposal-caption = Ce qui a été emporté
rep-needles-said = { $number ->
    [0] Aucune aiguille n’a été comptée.
    [one] Environ une aiguille s’y trouvait.
   *[other] Environ { $number } aiguilles s’y trouvaient.
}
rep-place = Lieu
rep-emptied = Vidé
rep-kilograms = Kilogrammes
rep-needles = Aiguilles
rep-coverage = Personnes près d’un lieu, en pour cent
rep-coverage-caption = À moins de { $metres } mètres d’un lieu pour les aiguilles utilisées
rep-month-before = Mois d’avant
rep-month-after = Ce mois
rep-plans = Le plan
rep-plans-caption = Versions et décisions
rep-plan-none = Aucun plan n’était en vigueur.
rep-plan-said = La version { $version } du plan était en vigueur, depuis le { $day }.
rep-version = Version
rep-from = Du
rep-until = Au
rep-decision = Décision
rep-ahead = Ce qui change dans les 60 prochains jours
rep-ahead-caption = Si personne ne fait rien
rep-ahead-said = { $number ->
    [0] Rien du plan n’expire d’ici 60 jours.
    [one] 1 chose du plan expire d’ici 60 jours.
   *[other] { $number } choses du plan expirent d’ici 60 jours.
  }
rep-ahead-more = { $number ->
    [one] 1 autre est sur la page du plan.
   *[other] { $number } autres sont sur la page du plan.
  }
rep-publish = Le rendre public tel quel
rep-publish-again = Rendre publics les chiffres d’aujourd’hui
rep-withdraw = Le retirer
rep-not-public = Seule la coordination voit ceci. Rendu public, il reste tel quel, en anglais et en français.
rep-public-page = La page publique
rep-done-public = Il est public.
rep-done-withdrawn = Il n’est plus public.
rep-none-public = Aucun rapport n’est public maintenant.
st-home-report = Un mois pour la table des partenaires; quatre pages sur papier.
