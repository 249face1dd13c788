# « Est-ce que c’était juste? » : ce que des gens disent d’un lieu, et la liste pour qui s’en occupe.
feedback-ask = Était-ce exact?
feedback-right = Oui, c’était exact
feedback-closed = C’était fermé à mon arrivée
feedback-moved = Le lieu a déménagé ou n’existe plus
feedback-not-done = On n’y offre pas cela
feedback-other = Autre chose
feedback-other-hint = 500 caractères au plus. Pas de noms, s’il vous plaît.
feedback-send = Envoyer ces mots
feedback-private = Nous gardons ce que vous dites et le jour. Nous ne gardons ni qui vous êtes, ni où vous êtes, ni quel téléphone vous avez.
feedback-back = Retour à ce lieu
feedback-thanks = Merci
feedback-kept = Les personnes qui s’occupent de cette page le liront.
feedback-changed = Cette page a changé depuis que vous l’avez lue. Voyez ce qu’elle dit maintenant.
feedback-fault-said = Choisissez une de ces réponses, s’il vous plaît.
feedback-fault-empty = Écrivez ce qui n’était pas exact, s’il vous plaît.
feedback-fault-words = Écrivez au plus 500 caractères, en mots simples.
feedback-fault-many = Beaucoup de gens nous écrivent en ce moment. Réessayez dans une heure, s’il vous plaît.
# Après « Appelez d’abord : » ou « Demandez d’abord : ».
feedback-doubt = Des gens sont venus et ont trouvé porte close
# Pour qui s’occupe des lieux.
fb-title = Ce que disent les gens
fb-intro = Des personnes qui ont lu la page d’un lieu nous ont dit ceci. Regardez, puis dites ce que vous avez trouvé. Nous ne savons pas qui elles sont. Leurs mots sont effacés quand vous décidez.
fb-none = Rien n’attend.
fb-doubted = Trois personnes ont trouvé porte close. Jusqu’à votre décision, le public lit : appelez ou demandez d’abord.
fb-line = { $what } : { $when }
fb-line-need = { $what } ({ $need }) : { $when }
fb-right = C’était exact
fb-closed = Fermé à leur arrivée
fb-moved = Déménagé ou disparu
fb-not-done = On n’y offre pas cela
fb-other = Autre chose
fb-age = { $number ->
    [0] aujourd’hui
    [1] hier
   *[other] il y a { $number } jours
  }
fb-mended = J’ai corrigé la page
fb-still-right = La page est exacte
fb-not-ours = Cela ne nous concerne pas
fb-change = Modifier la page
fb-decided = Décidé récemment
fb-decided-line = { $what }. { $decision } ({ $who })
fb-done = C’est fait. Merci d’avoir regardé.
fb-waiting = { $number ->
    [0] Rien n’attend.
    [1] Des gens nous ont dit quelque chose d’un lieu.
   *[other] Des gens nous ont dit quelque chose de { $number } lieux.
  }
fb-months = Ce qui en est advenu, par mois
fb-months-why = Mois terminés, d’après le jour de la décision. De 0 à 4, on lit « moins de 5 »; le reste est arrondi à 5.
fb-months-all = Décidés : { $number }.
fb-share = { $number } ({ $percent } %)
fb-took = { $number ->
    [0] 9 signalements sur 10 ont été décidés le jour même.
    [one] 9 signalements sur 10 ont été décidés en 1 jour.
   *[other] 9 signalements sur 10 ont été décidés en { $number } jours.
  }
fb-took-few = Trop peu pour dire combien de temps il a fallu.
fb-goal-met = { $number ->
   *[other] L’objectif de { $number } jours est atteint.
  }
fb-goal-missed = { $number ->
   *[other] L’objectif est de { $number } jours.
  }
