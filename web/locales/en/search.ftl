# A place by its name.
search-title = Search by name
# On the first page, beside another link on one line of a small phone.
search-short = Search by name
search-label = Name of a place, or its street
search-hint = A place that moved or has a new name? Write the old name too.
search-go = Search
search-needs = Kinds of help
search-places = Places
search-none = We know of no place with these words. It may be gone, or have a new name.
search-more = { $number ->
    [one] 1 more place. Write more of the name.
   *[other] { $number } more places. Write more of the name.
  }
search-renamed = “{ $old }” is now called { $name }.
search-also = Also called { $name }.
search-closed = Closed.
search-moved = { $need } – where to go now
