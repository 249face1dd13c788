# Le plan en mots, pour la coordination, les lettres et les commandes.
plan-door = { $place }, { $need }

# Ce qui ne va pas dans une version.
plan-fault-zone = Le fuseau horaire du plan n’est pas connu.
plan-fault-no-first-day = Il faut un premier jour. Sans lui, le plan ne commence jamais.
plan-fault-dates = Le dernier jour vient avant le premier, ou aucun jour de la règle n’est un jour du plan. { $door }
plan-fault-overlap = { $door } : une autre règle vaut pour la même porte, le même besoin et les mêmes jours. Seule la première compterait.
plan-fault-loop = { $door } : les gens tourneraient en rond et reviendraient à une porte d’où ils viennent.
plan-fault-own-door = { $door } : personne n’est renvoyé à la porte d’où il vient.
plan-fault-unknown-site = { $door } : un lieu de cette règle n’est pas dans le répertoire. { $place }
plan-fault-not-offered = { $door } : { $place } n’offre pas cela.
plan-fault-no-message = { $door } : écrivez en anglais ce que lisent les gens qui viennent ici.
plan-fault-no-rules = Le plan n’a pas encore de règle. Il ne dirigerait personne.
plan-fault-plans-overlap = La version { $number } est approuvée pour une partie des mêmes jours. Ces jours-là, cette version-ci compte, car son numéro est plus élevé.
plan-fault-overridden = Du { $day } au { $last }, la version { $number } compte et non celle-ci, car son numéro est plus élevé.
plan-fault-overridden-on = À partir du { $day }, la version { $number } compte et non celle-ci, car son numéro est plus élevé.
plan-fault-never-counts = Cette version ne compterait jamais. Ces versions sont approuvées pour ses jours et ont un numéro plus élevé : { $number }. Terminez-les d’abord, ou commencez la version suivante comme copie de celle-ci.
plan-fault-over = Le dernier jour de cette version est passé. Elle n’enverrait personne nulle part.
plan-fault-outside-plan = { $door } : certains jours de la règle ne sont pas des jours du plan. Ces jours-là, la règle ne compte pas.
plan-fault-one-language = { $door } : le message n’est pas encore en français.
plan-fault-no-targets = { $door } : aucun lieu n’est nommé. Les gens lisent le message et la liste habituelle.
plan-fault-target-twice = { $door } : { $place } est nommé deux fois.
plan-fault-offer-unknown = { $door } : personne n’a dit si { $place } offre cela. Les gens lisent qu’il faut appeler avant.
plan-fault-unconfirmed = { $door } : personne n’a confirmé ce qu’offre { $place } pour le jour où la règle commence. Les gens lisent qu’il faut appeler avant.
plan-fault-no-consent = { $door } : l’organisme de { $place } n’a pas encore accepté; personne n’y est dirigé.
plan-fault-consent-gap = { $door } : l’organisme de { $place } n’a pas accepté pour tous les jours. À partir du { $day }, personne n’y est dirigé.
plan-fault-names-unagreed = { $door } : les mots nomment « { $name } », mais { $who } n’a pas accepté. D’ici là, les gens lisent une phrase à nous.
plan-fault-names-unagreed-plan = Le titre ou le résumé nomme « { $name } », mais { $who } n’a pas accepté. D’ici là, les gens lisent des mots à nous.
plan-fault-names-gap = { $door } : les mots nomment « { $name } », mais { $who } n’a pas accepté pour tous les jours. À partir du { $day }, les gens lisent une phrase à nous.
plan-fault-names-gap-plan = Le titre ou le résumé nomme « { $name } », mais { $who } n’a pas accepté pour tous les jours. À partir du { $day }, les gens lisent des mots à nous.
plan-fault-closes-earlier = { $place } prend le relais de { $from } pour ceci : { $need }. Mais ce lieu ferme à { $at }, { $earlier } avant { $from } : { $days }.
plan-fault-closes-earlier-always = { $place } prend le relais de { $from } pour ceci : { $need }. Mais ce lieu ferme à { $at }, et { $from } ne fermait jamais : { $days }.
plan-fault-closed-days = { $door } : { $from } ouvre des jours où aucun lieu qui prend le relais n’ouvre. Personne n’y est : { $days }.
plan-days = du { $first } au { $last }
plan-fault-sent-on = { $door } : une autre règle dirige ailleurs les gens de { $place }; ils ne voient jamais ce lieu.

# Ce qui diffère entre deux versions.
plan-fact-title = Titre
plan-fact-summary = Résumé
plan-fact-from = Premier jour
plan-fact-until = Dernier jour
plan-fact-decision = Décision
plan-fact-decided-on = Jour de la décision
plan-fact-decided-by = Qui a décidé
plan-fact-owner = Qui s’en occupe
plan-fact-review-by = À revoir d’ici le
plan-fact-hidden = Seule la coordination voit l’ébauche
plan-diff-fact = { $fact } : c’était { $before }, c’est maintenant { $after }.
plan-diff-nothing = rien
plan-diff-yes = oui
plan-diff-no = non
plan-diff-span = { $first } à { $last }
plan-diff-nowhere = aucun lieu
plan-diff-then = , puis { "" }
plan-diff-rule-added = Nouveau : les gens qui viennent à { $door } sont dirigés vers { $targets }.
plan-diff-rule-removed = Retiré : les gens qui venaient à { $door } étaient dirigés vers { $targets }.
plan-diff-days = Jours de la règle pour { $door }
plan-diff-message = Message à { $door }
plan-diff-decision = Décision pour { $door }
plan-diff-target-added = { $door } : les gens sont maintenant aussi dirigés vers { $place }.
plan-diff-target-removed = { $door } : les gens ne sont plus dirigés vers { $place }.
plan-diff-consent-added = Inscrit dans le plan : l’accord de { $who } pour ceci : { $need }, { $days } ({ $reference }).
plan-diff-consent-removed = N’est plus inscrit dans le plan : l’accord de { $who } pour ceci : { $need }, { $days } ({ $reference }).
plan-diff-every-need = tout
plan-diff-order = { $door } : un autre ordre. Maintenant { $place }.
plan-diff-fact-new = { $fact } : rien avant, maintenant { $after }.
plan-diff-fact-gone = { $fact } : c’était { $before }, c’est maintenant retiré.
plan-diff-from = à partir du { $first }
plan-diff-until = jusqu’au { $last }
plan-diff-as-plan = les jours du plan
plan-diff-note-gone = { $door } : la note sur { $place } est retirée.
plan-diff-note = { $door } : la note sur { $place } est maintenant { $note }.

# Ce qui arrive si personne ne fait rien.
plan-ahead-since = Depuis le { $day }
plan-ahead-consent = { $who } n’a pas accepté à partir de ce jour pour ceci : { $need }. Le plan n’y dirige alors personne.
plan-ahead-consent-gone = L’accord de { $who } ne vaut plus pour ceci : { $need }. Le plan n’y dirige personne maintenant.
plan-ahead-confirmation = Personne ne se porte plus garant de { $who } pour ceci : { $need }. Les gens lisent qu’il faut appeler avant.
plan-ahead-rule = Une règle est terminée. Les gens lisent la liste habituelle.
plan-ahead-rule-next = Une règle est terminée, et la suivante commence le { $day }. D’ici là, les gens lisent la liste habituelle.
plan-ahead-rule-by = À partir de ce jour, la version { $number } compte et n’a pas de règle pour cela. Les gens lisent la liste habituelle.
plan-ahead-every-week = Chaque semaine, aucun lieu n’est ouvert pendant { $hours } : { $when }.
plan-ahead-hours = { $who } n’a plus de jour d’ouverture pour ceci : { $need }. Les gens sont dirigés vers un lieu fermé.
plan-ahead-holiday = { $holiday } : { $who } n’a pas dit s’il est ouvert pour ceci : { $need }. Les gens lisent qu’il faut appeler avant.
plan-ahead-not-known = { $who } : ce jour-là, personne n’est sûr que ce soit ouvert pour ceci : { $need }. Les gens lisent qu’il faut appeler avant.
plan-ahead-no-place = Ce jour-là, aucun lieu n’est ouvert pendant { $hours } où il y en a un dans une semaine habituelle.
# Une ancienne porte que cela touche. $reads est une des phrases plus bas.
plan-ahead-door = { $door } : { $reads }
plan-ahead-door-lost = { $door } : les gens ne sont plus dirigés vers { $lost }. { $left } { $reads }
plan-ahead-left = { $number ->
    [0] Il ne reste aucun autre lieu.
    [one] Il reste 1 lieu.
   *[other] Il reste { $number } lieux.
}
plan-minutes-count = { $number ->
    [one] 1 minute
   *[other] { $number } minutes
}
plan-ahead-hours-count = { $number ->
    [one] 1 heure
   *[other] { $number } heures
}
plan-ahead-reads-open = On lirait d’abord : { $place }, ouvert.
plan-ahead-reads-closed = On lirait d’abord : { $place }, fermé.
plan-ahead-reads-unknown = On lirait d’abord : { $place }, appelez avant.
plan-ahead-reads-nothing = On lirait qu’aucun lieu n’est connu.
plan-ahead-reads-own = Dans la liste habituelle, { $place } viendrait encore en premier, comme tout lieu proche, et non à cause du plan.

# Qui avait accepté et n’accepte plus.
plan-gone = L’accord ne vaut plus : { $who }.
plan-gone-doors = { $number ->
    [one] Une ancienne porte a perdu un lieu.
   *[other] { $number } anciennes portes ont perdu un lieu.
}
plan-gone-bare = { $number ->
    [one] L’une d’elles n’a plus de lieu.
   *[other] { $number } d’entre elles n’ont plus de lieu.
}

# Ce qui était promis, et ce qui a été tenu.
plan-delivered = { $served } des { $promised } heures promises ont été tenues.
plan-delivered-unknown = Pour { $hours }, personne ne sait : les gens lisaient qu’il faut appeler ou demander avant.
plan-delivered-nothing = Rien n’était promis : personne n’était dirigé vers un lieu qui dit ses heures.
plan-delivered-hours = { $hours } heures
plan-delivered-missed-closed = { $weekday } { $day } : { $hours } non tenues. { $why }
plan-delivered-missed-unknown = { $weekday } { $day } : pour { $hours }, personne ne sait. { $why }
plan-delivered-why = { $why } : { $reason }
plan-delivered-why-exception = Fermé ou autres heures
plan-delivered-why-unsure = Les heures n’étaient pas sûres
plan-delivered-why-out-of-stock = En rupture de stock
plan-delivered-why-full = Plein
plan-delivered-why-holiday = Jour férié
plan-delivered-why-not-offered = Ce lieu ne fait pas cela
plan-delivered-why-not-confirmed = Personne n’avait confirmé ses heures
