# Les affiches aux anciennes portes. Au plus 60 mots avec les deux langues ; rien ici ne dit pourquoi une personne viendrait.

poster-title = Affiche pour { $place }
poster-headline = Où aller maintenant
poster-changed = Ce qu’on trouve ici a changé.
poster-scan = Balayez ou tapez :
poster-call = Ou appelez le { $phone }
poster-code = Un code pour l’appareil photo. Il ouvre { $address }
