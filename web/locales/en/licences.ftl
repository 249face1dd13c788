# Licences of what is built in.
licences-title = Licences
licences-1 = These pages are made with free software. Here is what is in them, and what each part may be used for.
licences-own = Signpost itself is free: you may use it, change it and pass it on. Its licence is Apache 2.0.
licences-texts = The texts of all licences, in English
licences-libraries = Parts that others made
licences-choice = Where a licence says “OR”, you may choose one of them.
licences-program = { $number ->
    [one] In the server: { $number } part
   *[other] In the server: { $number } parts
 }
licences-pages = { $number ->
    [one] In the pages and the map: { $number } part
   *[other] In the pages and the map: { $number } parts
 }
licences-pictures = { $number ->
    [one] In the program that draws map pictures: { $number } part
   *[other] In the program that draws map pictures: { $number } parts
 }
licences-pictures-how = This is a program of its own. Not every server has it.
licences-others = Code, letters and maps beside these
licences-std = What comes with the Rust language:
licences-sqlite = SQLite, which keeps the data: free for all, in the public domain.
licences-zones = The rules of time zones, by IANA: in the public domain.
licences-fonts = Noto Sans, the letters on posters and maps:
licences-district = The map of the district, from Natural Earth: in the public domain.
licences-streets = Streets on the map and ways on foot, where this server has them. They are © OpenStreetMap contributors:
licences-data = The list of places
licences-directory = The list does not say yet how others may use it. Who runs this server must say that. Each place says where we read about it.
