# Messages par courriel, aux personnes qui ouvrent une session.
letter-hello = Bonjour { $name },
letter-invite-subject = Votre accès au répertoire
letter-invite-why = { $by } vous demande d’aider à tenir le répertoire à jour.
letter-invite-link = Choisissez votre mot de passe ici :
letter-invite-once = Le lien sert une seule fois, jusqu’au { $day } à { $time }. S’il ne fonctionne plus, demandez-en un autre à la coordination.
letter-reset-subject = Un nouveau mot de passe pour le répertoire
letter-reset-why = { $by } a créé un lien pour que vous choisissiez un nouveau mot de passe.
letter-not-you = Si vous ne savez pas de quoi il s’agit, supprimez ce message. Rien ne se passera.
letter-due-subject = { $number ->
    [one] Répertoire : une chose à revoir
   *[other] Répertoire : { $number } choses à revoir
 }
letter-due-why = { $number ->
    [one] Une fiche arrive à sa date de révision. Si rien n’a changé, ouvrez-la et touchez « Toujours exact ». Après cette date, on dit aux gens d’appeler d’abord.
   *[other] { $number } fiches arrivent à leur date de révision. Si rien n’a changé, ouvrez chacune et touchez « Toujours exact ». Après cette date, on dit aux gens d’appeler d’abord.
 }
letter-waiting = { $number ->
    [one] Un changement attend une décision :
   *[other] { $number } changements attendent une décision :
 }
letter-more = { $number ->
    [one] Et une autre :
   *[other] Et { $number } autres :
 }
letter-end = Ce message arrive environ une fois par semaine, et seulement s’il y a quelque chose à revoir. Personne ne lit les réponses.
