# Heures, jours et dates. Les espaces devant « h » et « : » sont insécables.

# Combien d’heures l’horloge compte avant de recommencer : 12 ou 24.
hours-of-the-clock = 24
clock-midnight = minuit
clock-noon = midi
clock-morning = { $hour } h
clock-afternoon = { $hour } h
clock-morning-minutes = { $hour } h { $minute }
clock-afternoon-minutes = { $hour } h { $minute }

monday = lundi
tuesday = mardi
wednesday = mercredi
thursday = jeudi
friday = vendredi
saturday = samedi
sunday = dimanche

january = janvier
february = février
march = mars
april = avril
may = mai
june = juin
july = juillet
august = août
september = septembre
october = octobre
november = novembre
december = décembre

# Un jour de l’année en question : le premier d’un mois, tout autre jour.
date-first = 1er { $month }
date = { $day } { $month }
date-and-year = { $date } { $year }

# Une heure de la semaine.
weekday-and-clock = { $day } à { $time }
# Un jour de la semaine avec sa date : « lundi 30 novembre ».
weekday-and-date = { $day } { $date }

# Quand quelque chose commence, vu d’aujourd’hui. Se place après « Ouvre ».
at-today = à { $time }
at-tomorrow = demain à { $time }
at-weekday = { $day } à { $time }
at-date = le { $date } à { $time }
at-midnight-tonight = à minuit ce soir
at-weekday-midnight = { $day } à 0 h
at-date-midnight = le { $date } à 0 h

# Quand quelque chose finit, vu d’aujourd’hui. Minuit appartient au jour qui finit.
until-today = jusqu’à { $time }
until-tomorrow = jusqu’à demain à { $time }
until-weekday = jusqu’à { $day } à { $time }
until-date = jusqu’au { $date } à { $time }
until-tomorrow-midnight = jusqu’à demain à minuit
until-weekday-midnight = jusqu’à { $day } à minuit
until-date-midnight = jusqu’au { $date } à minuit

# Quand quelque chose finit un jour, sans heure à soi.
until-day-tomorrow = jusqu’à demain
until-day-weekday = jusqu’à { $day }
until-day-date = jusqu’au { $date }

# D’une heure à une autre.
from-to = de { $from } à { $to }

# La même chose un jour donné, au début d’une phrase.
times-today = aujourd’hui { $times }
times-tonight = ce soir { $times }
times-tomorrow = demain { $times }
times-weekday = { $day } { $times }
times-date = le { $date } { $times }
