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

# Ce qui n’est peut-être pas voulu, à qui écrit des heures.
warning-night-cut = Une des nuits finit à minuit, parce qu’une autre règle commence le lendemain. Pour garder le matin, écrivez une virgule et une espace avant cette règle au lieu d’un point-virgule, ou inscrivez le jour fermé comme exception.
warning-weeks = Certaines années ont 53 semaines. Après une telle année, une semaine sur deux selon son numéro ouvre deux semaines de suite, ou pas pendant trois. Vérifiez les dates autour du Nouvel An.
warning-long-night = Ouvre à { $from } et ferme à { $to } le lendemain. Si la fermeture est le même jour, écrivez cette heure : de 9 h à 5 h de l’après-midi, c’est 09:00-17:00.
warning-never-open = Ce n’est jamais ouvert. Si les heures ne sont pas connues, ou si c’est sur rendez-vous, dites-le plutôt.

# Jours isolés : « le premier et le troisième mardi du mois », « un jeudi sur deux ».
nth-1 = le premier
nth-2 = le deuxième
nth-3 = le troisième
nth-4 = le quatrième
nth-5 = le cinquième
nth-last = le dernier
and-nth = { $nths } et { $nth }
day-of-the-month = { $nths } { $day } du mois
every-second = un { $day } sur deux
single-days = { $rule } : { $dates }
by-appointment = { $hours } sur rendez-vous : appelez d’abord
always-by-appointment = Sur rendez-vous : appelez d’abord
# La même chose où personne ne répond au téléphone.
by-appointment-ask = { $hours } sur rendez-vous : demandez sur place
always-by-appointment-ask = Sur rendez-vous : demandez sur place
by-appointment-ask-them = { $hours } sur rendez-vous : demandez-leur quand vous les voyez
always-by-appointment-ask-them = Sur rendez-vous : demandez-leur quand vous les voyez
