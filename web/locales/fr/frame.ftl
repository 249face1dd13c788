# Ce qui se trouve sur chaque page.
title = Où aller maintenant
title-short = Où aller
skip = Passer aux réponses
home = Où aller maintenant
other-language = English
languages = Langues
language-oj-latn = Anishinaabemowin
language-oj-cans = Anishinaabemowin (écriture syllabique)
leave = Quitter
leaving = Vous quittez cette page
edition-label = À noter
preview = Version d’essai. Lieux réels, mais détails à confirmer. Demandez d’abord.
preview-training = Version d’essai.
# Sur chaque page quand la base de données ne peut servir et qu’une copie est montrée.
kept-copy = Cette liste est une copie du { $day }, { $time }. Des choses ont pu changer depuis. Appelez avant de partir.
clock = À { $time }, heure de { $place }
nav = Autres pages
nav-map = Carte
nav-disposal = Où déposer des seringues usagées
nav-found = Une seringue trouvée?
nav-plan = Ce qui a changé
nav-about = À propos
nav-privacy = Vie privée
nav-leave = Comment marche « Quitter »
# Au bas de chaque page.
operator-title = Qui s’occupe de ce site et comment les joindre
operator-runs = Site tenu par { $who }.
operator-unsaid = Personne n’a encore dit qui s’occupe de cette copie. Personne n’en répond donc : ne vous fiez pas à elle seule.
operator-wrong = Une erreur au sujet d’un lieu? Ouvrez sa page et touchez « Était-ce exact? ». Pas besoin de compte, et nous ne demandons pas qui vous êtes.
# Sur une page restée ouverte. $when est « 14 h 05, mardi ».
stale = Cette liste date de { $when }.
stale-when = { $time }, { $day }
stale-update = Mettre à jour

# Une page telle qu’elle est à un autre moment.
as-of-label = Aperçu
as-of = Aperçu du { $weekday } { $day }, { $time }, selon ce que nous savons aujourd’hui. Ce n’est pas la situation de maintenant.
as-of-unread = Nous n’avons pas pu lire le jour dans cette adresse. Voici la situation de maintenant.
unread-need = Nous ne connaissons pas l’aide de cette adresse. Choisissez-en une ici.
unread-near = Nous ne connaissons pas le lieu de cette adresse. Cette page vaut donc pour toute la ville.
unread-from = Nous ne connaissons pas l’ancien lieu de cette adresse. Cette liste continue sans lui.
unread-at = Cette page ne connaît pas d’autre jour. Voici comment c’est maintenant.
as-of-now = Voir la situation de maintenant
