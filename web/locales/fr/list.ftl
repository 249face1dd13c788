# La liste : où aller maintenant.
list-needs = De quoi avez-vous besoin?
list-more = Autres formes d’aide
list-other = Chercher autre chose
near-label = Près de
near-none = Un lieu que vous connaissez
near-sort = Afficher
near-or-when = Un autre lieu ou un autre moment
near-or-wish = Un autre lieu ou souhait
near-when-wish = Autre lieu, moment ou souhait
wish-title = De quoi avez-vous besoin sur place?
wish-no-id = Sans pièce d’identité
wish-step-free = Sans marche
wish-for-women = Pour les femmes
wish-pets = Animaux admis
wish-age = Votre âge
wish-shown = Seulement : { $what }.
wish-age-shown = Pour { $age } ans : les lieux pour d’autres âges viennent en dernier.
wish-all = Tout afficher
wish-unsaid = Personne ne l’a dit pour ceux-ci
wish-none = Nous ne connaissons pas de lieu où quelqu’un l’a dit.
wish-denied = { $number ->
    [one] Un lieu a dit non. Il n’est pas affiché.
   *[other] { $number } lieux ont dit non. Ils ne sont pas affichés.
}
wish-id-asked = Pièce d’identité demandée
wish-steps = Il y a des marches
wish-no-pets = Animaux non admis
when-title = Quand?
when-now = Maintenant
when-tonight = Ce soir à 21 h
when-tomorrow = Demain à 9 h
when-this-morning = Ce matin à 9 h
when-day = Un jour, à midi
near-me = Partir de ma position
near-wait = Nous demandons à votre téléphone où vous êtes.
near-done = La liste part de l’endroit où vous êtes. Ce qui vous aide le plus tôt reste en haut, puis vient le plus proche. Les distances sont à vol d’oiseau : le chemin peut être plus long. Votre téléphone n’a dit à personne où vous êtes.
near-refused = Votre téléphone n’a pas dit où vous êtes. Ce n’est pas grave. Vous pouvez choisir un lieu que vous connaissez.
near-failed = Votre téléphone n’a pas trouvé où vous êtes. Vous pouvez choisir un lieu que vous connaissez.
came-no-plan = Aucun plan pour ce lieu en ce moment.
came-from = Vous venez de : { $place }.
none-open = Nous ne connaissons aucun lieu ouvert pour cela en ce moment.
none-known = Nous ne connaissons pas encore de lieu pour cela.
none-near = Nous ne connaissons aucun lieu pour cela près d’ici. Il y en a dans d’autres villes.
call-these = Vous pouvez appeler :
ask-these = Demandez ici :
# Quand personne ne nous a dit si un des lieux est ouvert : pour une forme d’aide, dans ses propres mots.
nobody-said = Personne ne nous a encore dit lesquels de ces lieux sont ouverts.
nobody-said-supplies = Nous ne savons pas encore qui a des seringues neuves.
try-these = Lieux à essayer
or-call = Ou appelez
list-print = Une page à imprimer
list-on-map = Voir ces lieux sur une carte
# Le titre d’une liste, quand le nom du besoin en dirait long à qui regarde par-dessus l’épaule.
subject-supplies = Matériel
subject-disposal = Dépôt
subject-drug-checking = Analyse
subject-treatment = Traitement
# Ce que beaucoup de lieux d’une liste disent de même est écrit une fois, après eux.
said-once = { $number } de ces lieux : { $words }
