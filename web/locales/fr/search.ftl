# Un lieu par son nom.
search-title = Chercher par nom
# Sur la première page, à côté d’un autre lien, sur une ligne d’un petit téléphone.
search-short = Chercher
search-label = Nom d’un lieu, ou sa rue
search-hint = Le lieu a déménagé ou changé de nom? Écrivez aussi l’ancien nom.
search-go = Chercher
search-needs = Formes d’aide
search-places = Lieux
search-none = Nous ne connaissons aucun lieu avec ces mots. Il a peut-être fermé ou changé de nom.
search-more = { $number ->
    [one] 1 autre lieu. Écrivez plus de lettres du nom.
   *[other] { $number } autres lieux. Écrivez plus de lettres du nom.
  }
search-renamed = « { $old } » s’appelle maintenant { $name }.
search-also = Aussi appelé { $name }.
search-closed = Fermé.
search-moved = { $need } – où aller maintenant
