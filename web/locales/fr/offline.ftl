# Sans réseau : la liste enregistrée.
offline-wait = Un instant. Nous cherchons votre liste enregistrée.
offline-saved = Pas de réseau, ou il est très lent. Liste enregistrée { $when }.
offline-old = La liste enregistrée est vieille. Demandez d’abord.
offline-clock = L’horloge de votre téléphone n’est peut-être pas juste : nous ne pouvons pas dire ce qui est ouvert. Demandez d’abord.
offline-page = Cette page a besoin du réseau. Voici la liste enregistrée.
offline-map = La carte n’est pas encore sur ce téléphone. Il lui faut le réseau une fois.
offline-gone = Ce lieu n’est pas dans la liste enregistrée.
offline-none = Pas de réseau, et aucune liste n’est encore enregistrée sur ce téléphone.
offline-again = Essayer de nouveau avec le réseau
# La liste enregistrée quand il y a du réseau, et comment l’enlever.
kept-note = Cette liste est aussi enregistrée sur votre téléphone, pour les moments sans réseau.
kept-remove-link = L’enlever
kept-title = La liste enregistrée
kept-1 = Quand vous ouvrez la liste, votre téléphone en garde une copie. Elle marche sans réseau. Après 14 jours, elle vous dit qu’elle est vieille.
kept-2 = La copie est la même pour tout le monde. Elle ne dit pas où vous êtes ni ce que vous cherchiez. Elle dit quand elle a été enregistrée.
kept-3 = Les parties de la carte que vous avez regardées sont gardées aussi. Elles peuvent montrer quel coin de la ville vous avez regardé.
kept-4 = Une personne qui fouille dans votre téléphone peut voir qu’il a cette liste. Elle s’appelle « Où aller maintenant ».
kept-5 = Dans une fenêtre privée, elle disparaît quand vous fermez la fenêtre.
kept-remove = Enlever la liste enregistrée
kept-removed = C’est enlevé. Rien n’est gardé sur votre téléphone maintenant. Tant que cet onglet reste ouvert, rien n’y est gardé de nouveau. Si vous ouvrez la liste plus tard dans un nouvel onglet, elle est enregistrée de nouveau.
kept-failed = Cela n’a pas marché. Effacez les données de ce site dans les réglages de votre navigateur.
kept-nothing = Aucune liste n’est enregistrée sur ce téléphone maintenant.
kept-by-hand = Vous pouvez aussi effacer les données de ce site dans les réglages de votre navigateur.
