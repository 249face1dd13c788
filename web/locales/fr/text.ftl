# Réponses par message texte et par téléphone. Chaque lettre coûte : des mots courts; ê, ô, ç et d’autres perdent leur accent en chemin.
text-danger = Appelez le 911 si quelqu’un est blessé, en danger ou ne se réveille pas. Dites où vous êtes. Restez si c’est sûr.
text-despair = Vous comptez. Appelez { $name } : { $phone }. En danger, appelez le 911.
text-person = Pour parler à une personne : { $phone }.
text-how = { $town } : textez ce qu’il vous faut, et où vous êtes. Une seule réponse. Aucun numéro n’est gardé.
text-how-short = Textez ce qu’il vous faut, et où vous êtes. Aucun numéro n’est gardé.
text-unclear = Que vous faut-il? Textez un seul mot, et une rue ou un lieu si vous voulez.
text-none = Aucun lieu connu pour cela maintenant.
text-none-call = Aucun lieu connu pour cela maintenant. Appelez { $phone }.
text-only-now = Pour maintenant seulement :
text-only-town = { $town } seulement :
text-next = Ensuite : { $place }
text-despair-short = Vous comptez. Appelez le { $phone }. En danger, appelez le 911.
text-ask = Pour demander : { $phone }.
text-talk = Pour parler maintenant : { $phone }.
text-time = Heure de { $town }.
text-example = Formation seulement.
text-unconfirmed = Non confirmé.
text-away = { $number ->
    [one] Dans une autre ville, { $number } km.
   *[other] Dans une autre ville, { $number } km.
 }
text-other-town = Dans une autre ville.
text-phone-spoken = Téléphone : { $phone }.
voice-danger = En danger, raccrochez et appelez le 911.
voice-other = Pour le français, faites le 1.
voice-person = Pour parler à une personne, faites le 0.
voice-digit = { $what } : faites le { $digit }.
voice-again = Faites un chiffre pour demander encore, ou raccrochez.
voice-through = Nous appelons { $name } pour vous. Un instant.
voice-nobody = Personne ne peut répondre maintenant. En danger, appelez le 911.
voice-bye = Au revoir.
by-text-title = Par texto ou par téléphone
by-text = Pas de données sur votre téléphone? Textez ce qu’il vous faut, ou appelez.
by-text-text = Texter à { $phone }
by-text-how = Une réponse vous revient. Aucun numéro n’est gardé. Votre compagnie de téléphone sait à qui vous textez et qui vous appelez. Un texto coûte ce que dit votre forfait.
