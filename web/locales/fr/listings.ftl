# Fiches vérifiées par téléphone, et lieux qui ont demandé de ne pas y être.
month-name = { $number ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[other] décembre
}
month-and-year = { $month } { $year }
check-score = { $right } des { $of } fiches vérifiées par téléphone en { $month } étaient exactes (probablement de { $least } à { $most } %).
check-how = Nous tirons des lieux au sort et les appelons. Un lieu que nous ne pouvons pas joindre compte comme inexact.
check-title = Vérifié par téléphone
check-intro = Les lieux sont tirés au sort parmi tous ceux qui ont un numéro, avec la même chance pour chacun. Appelez chacun et demandez : ce numéro est-il le vôtre, où êtes-vous, quand êtes-vous ouverts, qu’offrez-vous? La page « À propos » dit combien étaient exacts, en bien ou en mal, dès que tous les lieux d’un tirage ont été appelés.
check-many = Combien de lieux
check-seed = Nombre pour le tirage
check-seed-hint = Le même nombre donne les mêmes lieux. La date d’aujourd’hui convient très bien.
check-draw = Tirer des lieux
check-fault = Écrivez combien de lieux, de 1 à { $most }, et un nombre entier pour le tirage.
check-all = Tirages
check-none = Aucun lieu n’a encore été tiré.
check-drawn = Tirage du { $day }
check-so-far = { $done } sur { $of } appelés jusqu’ici. Rien n’est public avant que tous le soient.
check-how-drawn = { $asked } des { $of } lieux qui ont un numéro, tirés avec le nombre { $seed }.
check-ask = Dites qui vous êtes et que vous vérifiez une liste publique. Demandez, sans lire les réponses d’abord.
check-done = Enregistré.
check-nothing-drawn = Aucun lieu n’a de numéro que l’on puisse appeler.
check-changed = Ceci a changé depuis le tirage. Demandez d’après ce qui est écrit ici maintenant.
check-gone = Ce lieu n’est plus dans la liste.
check-phone = Numéro
check-address = Adresse
check-hours = Heures
check-offers = Ce qu’ils offrent
check-right = Exact
check-wrong = Inexact
check-unreachable = Personne n’a pu dire
check-not-yet = Pas encore demandé
check-save = Enregistrer
check-hours-line = { $what } : { $hours }
check-hours-unknown = heures inconnues
check-offers-none = rien que nous sachions
st-home-phone = Lieux tirés au sort et appelés.
dnl-title = Ne pas inscrire, ne pas appeler
dnl-intro = Des lieux demandent de ne pas être inscrits. Tant qu’un lieu est ici, il n’est sur aucune page, dans aucun fichier et sur aucune feuille d’appels, quoi qu’une importation apporte, et personne ne peut le proposer. Un lieu du même nom dans la même ville est caché aussi.
dnl-standing = Non inscrits
dnl-none = Aucun lieu ne l’a demandé.
dnl-hides = Cachés maintenant :
dnl-hides-none = Nous n’avons pas de lieu pareil. S’il arrive plus tard, il reste caché.
dnl-set-line = Depuis le { $day }, par { $who } : { $why }
dnl-lifted-line = Levé le { $day } par { $who } : { $why }
dnl-lift = L’inscrire de nouveau
dnl-new = Un lieu demande de ne pas être inscrit
dnl-name = Nom du lieu
dnl-locality = Ville ou secteur
dnl-phone = Numéro à ne pas appeler
dnl-reason = Pourquoi, et qui l’a demandé
dnl-fault-name = Écrivez le nom du lieu.
dnl-fault-reason = Écrivez pourquoi, pour ceux qui liront ceci plus tard.
dnl-do = Le cacher
dnl-done-set = Il est caché. Si un plan y dirige des gens, changez le plan.
dnl-done-lifted = Il peut être inscrit de nouveau.
dnl-lifted = Levés
dnl-link = Ne pas inscrire ce lieu
st-home-do-not-list = Lieux qui l’ont demandé.
st-new-fault-do-not-list = Ce lieu a demandé de ne pas être inscrit et de ne pas être appelé.
st-reason-do-not-list = a demandé de ne pas être inscrit et de ne pas être appelé
st-reason-listed-again = peut être inscrit de nouveau
