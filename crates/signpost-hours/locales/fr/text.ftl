# Un texte d’heures en mots : « du lundi au vendredi de 8 h 30 à 16 h 30; fermé les jours fériés ».

always = Ouvert 24 heures sur 24, tous les jours
always-that-day = 24 heures sur 24
every-day = tous les jours
public-holidays = les jours fériés
weekdays = du { $first } au { $last }
days-and-times = { $days } { $times }
all-day = toute la journée
closed-every-day = fermé { $days }
closed-on-days = fermé { $days }
