# Et si une boîte arrivait, partait ou se déplaçait, et où les prochaines seraient le plus utiles. Pour les gens qui ouvrent une session.
metres = { $number } m
what-if-title = Et si
what-if-intro = Essayez ce qui changerait si une boîte arrivait, partait ou se déplaçait. Rien n’en est public, et rien ne change dans le répertoire.
what-if-now = Comme c’est maintenant
what-if-outcome = Avant et après
what-if-what = Quoi
what-if-before = Avant
what-if-after = Après
what-if-change = Différence
what-if-form = Changer quelque chose
what-if-form-why = Remplissez seulement ce qui change. Une nouvelle boîte se trouve à un endroit connu, comme ceux à la fin, ou à une latitude et une longitude comme 49.7696, -94.4882.
what-if-metres = Distance à pied
what-if-count = Quels lieux comptent avant
what-if-count-all = Tous ceux qui ouvrent d’ici deux semaines, aussi là où il faut d’abord demander
what-if-count-now = Seulement ce qui est ouvert maintenant
what-if-count-night = Seulement ce qui est ouvert à 3 h
what-if-at = Où se trouve la nouvelle boîte { $number }
what-if-at-hint = Un endroit connu, comme ceux ci-dessous, ou la latitude et la longitude : 49.7696, -94.4882
what-if-name = Son nom
what-if-open = Boîtes proposées qui arrivent
what-if-drop = Lieux qui partent
what-if-move = Un lieu qui se déplace
what-if-move-none = Aucun
what-if-to = Où il se trouve alors
what-if-known = Endroits connus
what-if-compare = Comparer
what-if-empty = Recommencer
what-if-area = Terrain près d’une boîte
what-if-area-more = { $area } de plus
what-if-area-less = { $area } de moins
what-if-share = Part du terrain de tous les quartiers
what-if-points = { $number } points
what-if-landmarks = Endroits connus avec une boîte tout près, sur { $of }
what-if-gained = Près d’une boîte seulement après : { $names }.
what-if-lost = Près d’une boîte seulement avant : { $names }.
what-if-new-spot = { $name } (nouveau)
what-if-proof = Aucun groupe de { $places } nouveaux lieux que nous avons essayés n’atteint plus de { $best } carrés de terrain sur { $of }. Les vôtres en atteignent { $yours }. Un carré a { $side } m de côté. C’est prouvé.
what-if-proof-one = Aucun nouveau lieu que nous avons essayé n’atteint à lui seul plus de { $best } carrés de terrain sur { $of }. Le vôtre en atteint { $yours }. Un carré a { $side } m de côté. C’est prouvé.
what-if-bound = Aucun groupe de { $places } nouveaux lieux que nous avons essayés ne peut atteindre plus de { $best } carrés de terrain sur { $of }; peut-être qu’aucun n’en atteint autant. Les vôtres en atteignent { $yours }. Un carré a { $side } m de côté.
what-if-bound-one = Aucun nouveau lieu que nous avons essayé ne peut à lui seul atteindre plus de { $best } carrés de terrain sur { $of }; peut-être qu’aucun n’en atteint autant. Le vôtre en atteint { $yours }. Un carré a { $side } m de côté.
what-if-rounded = Les chiffres sont arrondis.
what-if-keep = Le garder
what-if-keep-why = Donnez-lui un nom, pour que les autres qui ouvrent une session ici le trouvent. La clientèle ne le voit jamais.
what-if-called = Nom
what-if-note = Note
what-if-keep-it = Garder
what-if-kept = C’est gardé, ci-dessous.
what-if-kept-by = Gardé par { $who }, { $when }
what-if-ideas = Ce qui a été gardé
what-if-take-off = Retirer de la liste
what-if-fault-place = Nous ne savons pas où se trouve « { $name } ». Écrivez un endroit connu, ou la latitude et la longitude.
what-if-fault-water = « { $name } » est dans l’eau sur notre carte. Choisissez un endroit sur la terre ferme.
what-if-fault-beyond = « { $name } » est au-delà du terrain que nous connaissons. Choisissez un endroit en ville.
what-if-fault-name = Donnez-lui un nom.
what-if-fault-metres = « { $name } » n’est pas une distance à pied. Choisissez-en une, ou écrivez des mètres de 50 à 5000.
what-if-fault-unknown = Aucun lieu de ce nom sur la liste : « { $name } ».
what-if-fault-moves = Choisissez le lieu qui va à « { $name } ».
what-if-fault-both = { $name } ne peut pas à la fois disparaître et aller ailleurs. Choisissez.
sketch-was = Près d’une boîte avant
sketch-gain = Près d’une boîte seulement après
sketch-loss = Près d’une boîte seulement avant
sketch-how = Vous pouvez aussi toucher le dessin. Touchez le sol : une nouvelle boîte. Touchez une boîte une fois, puis le sol : elle se déplace. Touchez-la deux fois : elle part. Touchez un point d’interrogation : cette boîte proposée arrive.
sketch-numbers = Ce que sont les numéros
sketch-new = Une nouvelle boîte est là.
sketch-full = Il n’y a plus de place pour une autre. Comparez d’abord celles-ci.
sketch-move = { $name } : touchez l’endroit où ce lieu sera. Touchez-le encore et il part.
sketch-moved = { $name } se déplace là.
sketch-drop = { $name } part.
sketch-open = { $name } arrive.
sketch-undone = { $name } reste comme c’est.
next-title = Et ensuite
next-intro = Où les prochaines boîtes seraient-elles le plus utiles? Nous essayons chaque choix de lieux, et ce qui existe maintenant reste en place.
next-places = Combien de nouvelles boîtes
next-ask = Demander
next-most = Ce qui atteint le plus
next-near = près de
next-counted = Le terrain est compté par carrés de { $side } m de côté. Nous avons essayé { $tried } lieux : boîtes proposées, autres lieux de la liste, endroits connus et une grille sur la ville.
next-left-out = { $number ->
    [one] Un lieu de plus n’a pas été essayé, car nous en essayons 100 au plus. La preuve n’en parle pas.
   *[other] { $number } lieux de plus n’ont pas été essayés, car nous en essayons 100 au plus. La preuve n’en parle pas.
}
next-wet = { $name } est dans l’eau sur notre carte. C’est une erreur, donc nous ne l’avons pas essayé.
next-proof = Aucun groupe de { $places } lieux que nous avons essayés n’atteint plus de { $best } carrés sur { $of }. Ceux-ci en atteignent { $reached }; ce qui existe maintenant en atteint { $before }. C’est prouvé.
next-proof-one = Aucun lieu que nous avons essayé n’atteint à lui seul plus de { $best } carrés sur { $of }. Celui-ci en atteint { $reached }; ce qui existe maintenant en atteint { $before }. C’est prouvé.
next-bound = Aucun groupe de { $places } lieux que nous avons essayés ne peut atteindre plus de { $best } carrés sur { $of }; peut-être qu’aucun n’en atteint autant. Ceux-ci en atteignent { $reached }; ce qui existe maintenant en atteint { $before }.
next-bound-one = Aucun lieu que nous avons essayé ne peut à lui seul atteindre plus de { $best } carrés sur { $of }; peut-être qu’aucun n’en atteint autant. Celui-ci en atteint { $reached }; ce qui existe maintenant en atteint { $before }.
next-nothing = Rien de ce que nous avons essayé n’atteindrait davantage. Ce qui existe maintenant atteint { $reached } carrés sur { $of }.
next-chosen = Ces lieux :
next-try = Les essayer dans « Et si »
next-drawn = Près d’une boîte, avec les nouvelles
next-all = Le moins de boîtes pour chaque quartier
next-fewest = Il en faut { $number } de plus pour que le milieu de chaque quartier ait une boîte à moins de { $metres } m. Moins ne suffit pas. C’est prouvé.
next-fewest-found = Avec { $number } de plus, le milieu de chaque quartier a une boîte à moins de { $metres } m. Peut-être que moins suffit.
next-fewest-none = Il n’en faut pas d’autres : le milieu de chaque quartier a une boîte à moins de { $metres } m.
next-fewest-missing = Aucun nombre des lieux que nous avons essayés n’atteint chaque quartier. Hors de portée : { $names }.
next-fewest-others = Pour tous les autres quartiers, il en faut { $number } de plus pour que le milieu de chacun ait une boîte à moins de { $metres } m. Moins ne suffit pas pour ceux-là. C’est prouvé.
next-fewest-others-found = Avec { $number } de plus, le milieu de chaque autre quartier a une boîte à moins de { $metres } m. Peut-être que moins suffit pour ceux-là.
next-fewest-others-none = Les autres quartiers n’en demandent pas d’autres : le milieu de chacun a une boîte à moins de { $metres } m.
effect-title = Ce que l’on sait de l’effet
effect-intro = Être tout près n’est pas la même chose qu’être utilisé. Voici ce que des études ont trouvé, des deux côtés.
effect-montreal = Montréal : après l’arrivée de 12 boîtes, jusqu’à 98 % moins de seringues ont été trouvées dehors près d’elles (entre 72 et 100 %). L’effet se voyait jusqu’à 200 m à pied, et moins à mesure qu’on s’éloignait.
effect-montreal-source = de Montigny et autres, International Journal of Drug Policy, 2010
effect-baltimore = Baltimore : des boîtes rouges ont reçu 2 971 seringues en 10 mois. Les seringues dans les rues n’ont pas changé davantage que là où il n’y avait pas de boîtes.
effect-baltimore-source = Riley et autres, Journal of Acquired Immune Deficiency Syndromes, 1998, volume 18, page 120
effect-san-francisco = San Francisco : 20 seringues se trouvaient sur 1 000 pâtés de maisons, et des gens ont dit en laisser 13 % au mauvais endroit. Ceux qui recevaient des seringues neuves d’un programme en laissaient moins.
effect-san-francisco-source = Wenger et autres, American Journal of Public Health, 2011, volume 101, page 484
effect-none = Nous ne connaissons aucune étude d’une petite ville du Nord. La neige, la noirceur et les longs chemins peuvent tout changer.
beside-title = Matériel neuf sans boîte tout près
beside-intro = Les lieux qui remettent du matériel neuf, et la distance de chacun jusqu’à un lieu où déposer des seringues usagées. À moins de 200 m, c’est tout près.
beside-none = Chacun a un lieu où déposer des seringues usagées à moins de 200 m.
beside-far-ones = Aucun lieu où déposer des seringues usagées à moins de 200 m
beside-near-ones = Un lieu où déposer des seringues usagées à moins de 200 m
beside-place = Lieu avec du matériel
beside-nearest = Jusqu’au plus proche
beside-here = Au même lieu
beside-far = { $far }, { $name }
beside-nowhere = Nous ne savons pas où ceux-ci se trouvent : { $names }.
beside-counted = Comme dans les réponses, un lieu compte quand il prend les seringues de tout le monde et que quelqu’un répond de ses heures, quelle que soit l’heure où il ouvre.
report-title = Seringues usagées, du { $first } au { $last }
report-runs = Ce mois n’est pas fini. Il est raconté jusqu’à aujourd’hui.
report-before = Le mois d’avant
report-after = Le mois d’après
report-emptied = { $number ->
    [0] Personne n’a noté qu’une boîte a été vidée.
    [one] Des boîtes ont été vidées une fois.
   *[other] Des boîtes ont été vidées { $number } fois.
}
report-counted = { $number ->
    [one] Environ une seringue a été comptée en tout. Rien n’a été pesé.
   *[other] Environ { $number } seringues ont été comptées en tout. Rien n’a été pesé.
}
report-taken = { $kilograms } kg ont été pesés, environ { $needles } seringues en tout.
report-flags = { $number ->
    [0] Personne n’a dit qu’une boîte est pleine.
    [one] Une fois, quelqu’un a dit qu’une boîte est pleine.
   *[other] { $number } fois, quelqu’un a dit qu’une boîte est pleine.
}
report-overdue = { $number ->
    [0] Aucune boîte n’était en retard à la fin.
    [one] Une boîte était en retard à la fin.
   *[other] { $number } boîtes étaient en retard à la fin.
}
report-far = { $number ->
    [one] Un lieu avec du matériel neuf n’a aucun lieu pour les seringues usagées à moins de 200 m maintenant.
   *[other] { $number } lieux avec du matériel neuf n’ont aucun lieu pour les seringues usagées à moins de 200 m maintenant.
}
report-volumes = Ce qui a été retiré
report-weight = Poids
report-needles = Seringues
report-fullest = Au plus plein
report-about = environ { $number }
report-nothing = Rien n’a été noté.
report-flagged = Boîtes dont quelqu’un a dit qu’elles sont pleines
report-no-flags = Aucune.
report-said = Dit le
report-came = Ce qui a suivi
report-flag-emptied = { $number ->
    [0] Vidée le même jour
    [one] Vidée après 1 jour
   *[other] Vidée après { $number } jours
}
report-flag-looked = { $number ->
    [0] Vérifiée le même jour, pas vidée
    [one] Vérifiée après 1 jour, pas vidée
   *[other] Vérifiée après { $number } jours, pas vidée
}
report-flag-open = Personne n’a noté avoir vérifié
report-late = En retard à la fin
report-reach = Ce qui est près d’une boîte
report-method = À moins de { $metres } m, le dernier jour du mois d’avant et le dernier jour raconté ici, tous les lieux qui existaient alors, à n’importe quelle heure. { $method } Les chiffres sont arrondis.
report-proposals = Propositions
report-proposed-since = { $name }, à partir du { $day }
report-ideas = Gardé dans « Et si » :
report-log = Journal
report-day = Jour
report-left-out = { $number } lignes de plus sont dans le tableur.
report-printed = Tel que connu le { $day }.
