# Ce qui se trouve sur chaque page.
title = Où aller maintenant
skip = Passer aux réponses
home = Où aller maintenant
other-language = English
leave = Quitter
leaving = Vous quittez cette page
edition-label = À noter
preview = Version d’essai. Lieux réels, mais détails à confirmer. Appelez d’abord.
preview-training = Version d’essai.
clock = À { $time }, heure de { $place }
nav = Autres pages
nav-map = Carte
nav-disposal = Où déposer des seringues usagées
nav-plan = Ce qui a changé
nav-about = À propos
nav-privacy = Vie privée
nav-leave = Comment marche « Quitter »
