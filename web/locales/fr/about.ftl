# À propos.
about-title = À propos de ces pages
about-1 = Ces pages répondent à une question : où puis-je aller maintenant? Elles montrent les lieux qui remettent des seringues neuves et du matériel, et ceux qui prennent les seringues usagées. Elles montrent aussi d’autres formes d’aide, comme un lit, un repas ou des soins.
about-order-title = L’ordre de la liste
about-order = En premier vient ce qui peut vous aider le plus tôt, par demi-heures, avec la marche. Quand un plan dirige les gens d’un lieu vers un autre, ses lieux passent devant. Les lieux pour tout le monde viennent avant ceux qui sont pour certains âges ou certaines personnes. Ensuite vient ce qui est confirmé, puis ce que nous avons lu quelque part, puis ce que personne ne sait. Quand il faut appeler d’abord, les lieux qui ont un numéro viennent avant. Ensuite vient le plus proche. Les lieux trop loin à pied viennent après tous ceux-là, sous « Dans d’autres villes » : la ville la plus proche d’abord, et ce qui y est ouvert d’abord. Le lieu d’où vous venez vient en dernier, sauf s’il peut vous aider pour cela.
about-sure-title = Ce dont nous sommes sûrs
about-sure = Chaque lieu dit qui l’a confirmé et quel jour, ou bien où nous l’avons lu. Nous ne devinons pas. Ce que personne n’a confirmé est marqué comme tel.
about-time-title = L’heure
about-time = Toutes les heures sont à l’heure de Kenora, sauf si une page dit autre chose. Kenora ne change plus l’heure.
about-others-title = Pour d’autres sites et cartes
about-others = Les programmes peuvent lire les mêmes renseignements.
about-others-link = Comment les programmes peuvent les lire (en anglais)
about-calendar = Un logiciel de calendrier peut suivre les fermetures et les autres heures. Un lecteur de fils peut suivre ce qui change.
about-calendar-link = Le calendrier
about-feed-link = Le fil
about-map = Ces pages et la carte sont faites avec des logiciels libres, et avec des données que d’autres partagent.
about-streets = Une carte sans rues reste une carte. Qui gère ce serveur ajoute les rues avec une commande :
about-licences = Leurs licences
