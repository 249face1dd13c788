# Ce qu’on lit à la place de mots qui nomment quelqu’un qui n’a pas accepté. Cela ne nomme personne et vaut pour chaque porte.

changed-here = Quelque chose a changé ici pour ceci : { $need }. La liste montre où aller.
plan-changed = Une partie de ce plan a changé. La liste montre où aller.
version = Version { $number } du plan
