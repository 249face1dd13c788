# Comment marche « Quitter ».
leave-title = Comment marche « Quitter »
leave-1 = « Quitter » se trouve en haut de chaque page. Il vous mène tout de suite à une page sur la météo.
leave-2 = Avec un clavier, vous pouvez aussi appuyer trois fois sur Échap.
leave-3 = Cela n’efface pas l’historique. Une personne qui fouille dans votre téléphone peut encore voir que vous avez ouvert ces pages. Servez-vous d’une fenêtre privée, ou effacez les pages de l’historique.
leave-4 = Cela n’enlève pas non plus la liste enregistrée. Vous pouvez l’enlever à la page « Votre vie privée ».
leave-now = Quitter maintenant
leave-history = Pour plus de discrétion
