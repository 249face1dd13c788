# La preuve heure par heure. Un test relit ses phrases jusqu’à la grille dont elles viennent.

lost = perdu
call-first = appeler d’abord
moved = déplacé
kept = gardé
gained = gagné
not-served = pas servi, ni avant ni après
moved-farther = déplacé, { $metres } m plus loin
moved-nearer = déplacé, { $metres } m plus près
moved-up-to = déplacé, jusqu’à { $metres } m plus loin
moved-up-to-nearer = déplacé, jusqu’à { $metres } m plus près
moved-as-far = déplacé, aussi loin qu’avant
moved-unknown = déplacé, on ne sait pas à quelle distance
run = { $when } : { $what }.
part = { $when } : { $what }
between = { "; " }
every-hour = Chaque heure de la semaine
days = { $first } au { $last }
days-and-times = { $days } { $times }
from-to = de { $from } à { $to }
all-day = toute la journée
nobody-all-day = personne n’est servi de toute la journée, ni avant ni après
day-hour = { $day } { $time }
hours = { $number ->
    [one] { $number } heure
   *[other] { $number } heures
}
worst-lost = Pire heure : { $when }, puis rien n’est ouvert pendant { $hours }.
worst-never = Pire heure : { $when }, et rien n’est ouvert de toute la semaine.
worst-farther = Pire heure : { $when }, { $metres } m plus loin.
longest-lost = Plus longue perte : { $hours }, à partir de { $from }.
