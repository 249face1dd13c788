# Ce qu’on dit d’un lieu, dans la liste et sur sa propre page.
call = Appeler { $phone }
directions = Itinéraire
not-confirmed = Non confirmé
distance = environ { $distance } à vol d’oiseau
# Par les ponts, d’un bout à l’autre : le chemin est au moins aussi long.
distance-over = au moins { $distance } à pied
no-phone = Nous n’avons pas de numéro pour ce lieu.
confirmed = Confirmé le { $day } par { $who }.
from-source = Non confirmé. Source : { $source }, { $day }.
from-source-dated = Non confirmé. Source : { $source }.
from-source-undated = Non confirmé. Source : { $source }, sans date.
call-first = Appelez d’abord.
example = Exemple
local-time = (heure locale)
month = { $number ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
  }
dispose-here = On peut aussi y déposer des seringues usagées.
dispose-near = Seringues usagées :
ask-there = On ne le sait pas. Demandez sur place.
distance-away = à environ { $distance }
elsewhere = Dans d’autres villes
more-elsewhere = { $number ->
    [one] 1 autre, dans une autre ville
   *[other] { $number } autres, dans d’autres villes
  }
more-left-out = { $number ->
    [one] 1 autre lieu
   *[other] { $number } autres lieux
  }
look-there = On ne le sait pas. Regardez sur place.
ask-them = On ne le sait pas. Demandez-leur quand vous les voyez.
ages-between = Pour les { $from } à { $to } ans
ages-from = Pour les { $from } ans et plus
ages-to = Pour les { $to } ans et moins
ages-one = Pour les personnes de { $from } ans
find-out-ask = Demandez sur place.
find-out-look = Regardez sur place.
find-out-ask-them = Demandez-leur quand vous les voyez.
# Dans la dernière demi-heure; $number va de 2 à 30.
closes-in = Ferme dans { $number } minutes
closes-now = Ferme dans une minute
