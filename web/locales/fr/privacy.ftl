# Vie privée.
privacy-title = Votre vie privée
privacy-not-title = Ce que nous ne gardons pas
privacy-not-1 = Aucun témoin (« cookie »). Tout ce que ces pages gardent sur votre téléphone est une copie de la liste. Voyez « La liste enregistrée » plus bas.
privacy-not-2 = Pas de noms, pas de comptes, pas de suivi des personnes.
privacy-not-3 = Aucune autre entreprise n’apprend que vous avez ouvert ces pages. Les pages ne chargent rien d’ailleurs.
privacy-not-4 = Pas l’endroit où vous êtes. Quand vous touchez « Partir de ma position », votre téléphone trie la liste tout seul. La position n’est pas envoyée.
privacy-keep-title = Ce que le serveur note
privacy-keep = Le genre de page, si elle a fonctionné et en combien de temps. Pas votre adresse sur le réseau, pas ce que vous cherchiez, pas le modèle de votre téléphone.
privacy-counts = Combien de fois on cherche quelque chose : par semaine, et par ancienne porte ou sorte d’aide. Jamais qui, quand ni où. Moins de 5, c’est tout pareil. Nous n’ajoutons pas de bruit exprès : dans une ville de cette taille, il noierait tous les chiffres.
privacy-receipt-title = Tout ce que le serveur garde
privacy-receipt = Chaque table de la base de données, ses colonnes et son nombre de lignes. Le serveur a écrit cette liste d’après la base même, dans la dernière minute.
privacy-receipt-rows = { $number ->
    [one] { $number } ligne
   *[other] { $number } lignes
}
privacy-more-title = Pour plus de discrétion
privacy-more-1 = Votre téléphone garde un historique. Servez-vous d’une fenêtre privée, ou effacez ensuite la page de l’historique.
privacy-more-2 = L’adresse d’une page montre ce que vous cherchiez. Une personne qui surveille votre téléphone ou à qui appartient le Wi-Fi peut voir que vous avez ouvert ces pages.
privacy-more-3 = Les appels restent dans la liste d’appels du téléphone. Vous pouvez les y effacer.
privacy-more-4 = « Itinéraire » remet le lieu à l’application de cartes de votre téléphone, qui peut s’en souvenir. L’adresse est toujours écrite aussi.
privacy-more-5 = Vous pouvez imprimer la liste. Le papier ne retient rien.
privacy-feedback = Quand vous répondez à « Était-ce exact? » : votre réponse, le lieu et le jour. Vos mots sont effacés dès que quelqu’un a regardé. Le reste est effacé après 90 jours. Ce qui reste : combien de réponses sont venues en un mois, de quelle sorte, et combien de temps nous avons pris.
