# À propos.
about-title = À propos de ces pages
about-1 = Ces pages répondent à une question : où puis-je aller maintenant? Elles montrent les lieux qui remettent des seringues neuves et du matériel, et ceux qui prennent les seringues usagées. Elles montrent aussi d’autres formes d’aide, comme un lit, un repas ou des soins.
about-order-title = L’ordre de la liste
about-order = En premier vient ce qui peut vous aider le plus tôt. Quand un plan dirige les gens d’un lieu vers un autre, ses lieux passent devant. Ensuite vient le plus proche. Un lieu dont nous ne connaissons pas les heures porte les mots « Appelez d’abord », ou « Demandez sur place » s’il n’a pas de téléphone.
about-sure-title = Ce dont nous sommes sûrs
about-sure = Chaque lieu dit qui l’a confirmé et quel jour, ou bien où nous l’avons lu. Nous ne devinons pas. Ce que personne n’a confirmé est marqué comme tel.
about-time-title = L’heure
about-time = Toutes les heures sont à l’heure de Kenora, sauf si une page dit autre chose. Kenora ne change plus l’heure.
about-others-title = Pour d’autres sites et cartes
about-others = Les programmes peuvent lire les mêmes renseignements.
about-others-link = Comment les programmes peuvent les lire (en anglais)
about-map = La carte est dessinée par des logiciels libres, avec des données que d’autres partagent.
about-licences = Leurs licences
