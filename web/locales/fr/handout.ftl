# Une feuille de papier à remettre, par exemple à qui quitte l’hôpital.
handout-title = Une page à remettre
handout-how = Imprimez cette page avec votre navigateur. Elle tient sur une feuille.
handout-both = La même en français et en anglais
handout-one = La même en français seulement
handout-changes = Les heures peuvent changer, surtout les jours fériés.
# Of one place on paper: the holidays on which it is closed.
paper-closed-on = Fermé : { $days }.
handout-newest = Ce qui est vrai aujourd’hui est ici :
handout-left-out = { $number ->
    [one] La liste a 1 autre lieu.
   *[other] La liste a { $number } autres lieux.
  }
