# La liste dans un cadre, sur un autre site.
embed-whole = Ouvrir cette liste dans sa propre page
about-embed = Votre site peut afficher la liste ou la carte. Mettez ceci à l’endroit voulu :
