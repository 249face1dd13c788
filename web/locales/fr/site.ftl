# Un lieu.
site-run-by = Organisme : { $who }
site-indigenous-led = Dirigé par des Autochtones.
site-getting-there = S’y rendre
way-coordinates = Point sur toute carte
way-copy = Copier le point
way-copied = Copié.
way-app = Ouvrir la carte de ce téléphone
way-elsewhere = D’autres cartes montrent le chemin. Vous quittez ce site, et elles voient où vous voulez aller.
site-address = Adresse
site-phone = Téléphone
site-website = Site web
site-door = Comment trouver la porte
site-access = Accès
site-languages = Langues
site-offers = Ce que vous trouvez ici
site-week = Les sept prochains jours
site-hours-unknown = Nous ne connaissons pas les heures.
site-hours-emergency = Nous ne sommes pas sûrs des heures. En danger, appelez le 911.
site-not-offered = Pas offert ici
site-not-known = On ne sait pas
site-not-known-why = Nous ne savons pas si cela est offert ici maintenant.
site-where-else = Où aller pour cela maintenant
site-changes = Jours différents
site-holidays = Jours fériés à venir
site-holiday-closed = Fermé
site-holiday-usual = Heures habituelles
site-holiday-unknown = On ne sait pas.
# Quand les services diffèrent : « Fermé (nourriture) ».
site-holiday-of = { $what } ({ $names })
site-exception-closed = Fermé
site-exception-open = Ouvert
site-exception-unknown = On ne sait pas.
site-exception-out-of-stock = En rupture de stock.
site-exception-full = Plein.
# Une partie de ce qu’un service donne ou reprend; le reste est là.
items-out = En rupture de stock jusqu’à nouvel ordre : { $items }
items-out-until = En rupture de stock jusqu’au { $day } : { $items }
items-full = Plus de place jusqu’à nouvel ordre : { $items }
items-full-until = Plus de place jusqu’au { $day } : { $items }
items-unsure = Peut-être en rupture de stock : { $items }.
site-days = Du { $first } au { $last }
site-days-open = À partir du { $first }, jusqu’à nouvel ordre
site-changed = { $days } : { $what }.
site-sources = D’où viennent ces renseignements
site-source = Ce lieu : { $source }, { $day }.
site-source-dated = Ce lieu : { $source }.
site-source-undated = Ce lieu : { $source }, sans date.
site-time-there = Les heures de cette page sont celles de l’endroit.
site-place-unknown = Nous ne connaissons pas l’endroit exact.
language-en = anglais
language-fr = français
language-oj = anishinaabemowin
language-cr = cri
# Le lien vers la liste d’où l’on vient.
site-back = Retour à la liste : { $need }
# La ligne de la semaine qui est en cours. Une nuit commencée la veille est « cette nuit ».
week-today = aujourd’hui
week-tonight = cette nuit
# Au-dessus des jours à venir, dont certains peuvent différer.
site-usual = Heures habituelles
# Transmettre un lieu, sans personne entre les deux.
share-title = Partager ce lieu
share-link = Lien vers cette page
share-copy = Copier le lien
share-done = Copié.
share-text = L’envoyer par texto
