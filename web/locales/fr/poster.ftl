# Les affiches aux anciennes portes. Au plus 60 mots avec les deux langues ; rien ici ne dit pourquoi une personne viendrait.

poster-title = Affiche pour { $place }
poster-headline = Où aller maintenant
poster-changed = Ce qu’on trouve ici a changé.
poster-scan = Balayez ou tapez :
poster-call = Ou appelez le { $phone }
poster-text = Ou textez au { $phone }
poster-code = Un code pour l’appareil photo. Il ouvre { $address }

# Les affiches en place, pour la coordination.
poster-hangs = { $door } : { $place }
poster-next = À partir du { $day } : { $what }
poster-right = Elle dit ce qui vaut.
poster-early = Elle dit ce qui vaudra à partir du { $day }.
poster-ended = Aucun plan approuvé ne dirige les gens à partir de cette porte. Enlevez-la.
poster-other-sentence = La phrase du plan n’est pas celle de l’affiche. Imprimez-la de nouveau.
poster-other-text = Le numéro pour texter n’est pas celui de l’affiche. Imprimez-la de nouveau.
poster-other-phone = Le numéro à appeler n’est pas celui de l’affiche. Imprimez-la de nouveau.
poster-other-address = L’adresse n’est pas celle de l’affiche. Imprimez-la de nouveau.
poster-other-places = Ses mots sont les mêmes, mais la porte dirige les gens ailleurs que le jour où elle a été posée : { $places }. Vérifiez si les mots conviennent encore.
poster-other-nowhere = Ses mots sont les mêmes, mais le plan ne nomme pour cette porte aucun lieu qui a accepté. Vérifiez si les mots conviennent encore.
