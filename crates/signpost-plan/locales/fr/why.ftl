# Pourquoi un lieu est parmi les réponses : une phrase courte chacune.

plan-target = Ce lieu prend le relais de « { $from } ».
plan-target-alone = Le plan vous dirige ici.
open-now = Ouvert en ce moment.
open-all-day = C’est ouvert jour et nuit.
closing-soon = L’endroit ferme trop tôt pour y aller maintenant.
opens-later = L’endroit ouvre plus tard.
opens-at = Ouvre { $when }.
not-soon = L’endroit n’ouvre pas dans les deux prochaines semaines.
call-first = Appelez d’abord.
ask-there = Demandez sur place.
look-there = Regardez sur place.
ask-them = Demandez-leur quand vous les voyez.
unconfirmed = Ces renseignements ne sont pas confirmés.
nearest = C’est l’endroit le plus proche.
crosses-water = Il faut traverser l’eau pour y aller.
crosses-water-over = Il faut traverser l’eau pour y aller : { $crossings }.
and-then = { $crossings }, puis { $next }
no-way-on-foot = Nous ne connaissons pas de chemin pour y aller à pied.
place-not-known = Nous ne connaissons pas l’endroit exact.
other-town = Dans une autre ville, trop loin à pied.
