# La liste : où aller maintenant.
list-needs = De quoi avez-vous besoin?
list-more = Autres formes d’aide
list-other = Chercher autre chose
near-label = Près de
near-none = Un lieu que vous connaissez
near-sort = Trier
near-me = Trier selon ma position
near-wait = Nous demandons à votre téléphone où vous êtes.
near-done = Trié selon la distance à partir de vous. Ce qui est ouvert reste en haut. Les distances sont en ligne droite : le chemin peut être plus long. Votre téléphone n’a dit à personne où vous êtes.
near-refused = Votre téléphone n’a pas dit où vous êtes. Ce n’est pas grave. Vous pouvez choisir un lieu que vous connaissez.
near-failed = Votre téléphone n’a pas trouvé où vous êtes. Vous pouvez choisir un lieu que vous connaissez.
came-from = Vous venez de : { $place }.
none-open = À notre connaissance, rien n’est ouvert pour cela en ce moment. Vous pouvez appeler :
none-known = Nous ne connaissons pas encore de lieu pour cela. Vous pouvez appeler :
try-these = Lieux à essayer
or-call = Ou appelez
