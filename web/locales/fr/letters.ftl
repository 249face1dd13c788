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
    [one] Une chose est à revoir. Si une fiche n’a pas changé, ouvrez-la et touchez « Toujours exact ». Pour une fermeture, dites « C’est toujours le cas » ou « C’est fini ». Après cette date, on dit aux gens d’appeler d’abord.
   *[other] { $number } choses sont à revoir. Si une fiche n’a pas changé, ouvrez-la et touchez « Toujours exact ». Pour une fermeture, dites « C’est toujours le cas » ou « C’est fini ». Après cette date, on dit aux gens d’appeler d’abord.
 }
letter-waiting = { $number ->
    [one] Un changement attend une décision :
   *[other] { $number } changements attendent une décision :
 }
letter-ahead = { $number ->
    [one] Si personne ne fait rien, une chose arrive au plan qui dit où les gens sont dirigés :
   *[other] Si personne ne fait rien, { $number } choses arrivent au plan qui dit où les gens sont dirigés :
 }
letter-posters = { $number ->
    [one] Une affiche à une ancienne porte ne dit pas ce qui vaut, ou ne le dira bientôt plus :
   *[other] { $number } affiches à d’anciennes portes ne disent pas ce qui vaut, ou ne le diront bientôt plus :
 }
letter-boxes = { $number ->
    [one] Un lieu où déposer des seringues usagées est à vérifier :
   *[other] { $number } lieux où déposer des seringues usagées sont à vérifier :
 }
letter-more = { $number ->
    [one] Et une autre :
   *[other] Et { $number } autres :
 }
letter-end = Ce message arrive environ une fois par semaine, et seulement s’il y a quelque chose à revoir. Personne ne lit les réponses.
letter-phone-subject = Un téléphone perdu, pour le répertoire
letter-phone-why = { $by } a créé un lien pour vous, parce que votre téléphone est perdu. Il désactive la deuxième étape. Il vous faut votre mot de passe.
letter-phone-link = Ouvrez ceci :
letter-notice-subject = Votre accès au répertoire
letter-notice-when = Quand : le { $day } à { $time }.
letter-notice-not-you = Si c’était vous, ou si vous le saviez, tout va bien. Sinon, changez maintenant votre mot de passe, fermez vos autres sessions et dites-le à la coordination :
letter-notice-password = Un nouveau mot de passe a été choisi pour votre compte.
letter-notice-step-on = La deuxième étape a été activée pour votre compte.
letter-notice-step-off = La deuxième étape a été désactivée pour votre compte.
letter-notice-codes = De nouveaux codes de secours ont été créés pour votre compte. Les anciens ne servent plus.
letter-notice-recovery = Quelqu’un a ouvert une session de votre compte avec un code de secours.
letter-notice-sessions = Toutes les autres sessions de votre compte ont été fermées.
letter-notice-role = { $by } a donné un autre rôle à votre compte.
letter-notice-stopped = { $by } a arrêté votre accès.
letter-notice-let-in = { $by } vous a redonné accès.
letter-notice-link = De votre compte, un lien a été créé pour { $whom }.
letter-notice-role-given = De votre compte, un autre rôle a été donné à { $whom }.
letter-notice-stop-given = De votre compte, l’accès de { $whom } a été arrêté.
letter-notice-let-in-given = De votre compte, l’accès a été redonné à { $whom }.
letter-notice-token = { $by } a créé un jeton qui peut changer les lieux d’un organisme : { $label }.
letter-notice-token-ended = { $by } a mis fin à un jeton : { $label }.
