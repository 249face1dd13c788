# One sheet of paper to hand over, such as to who leaves a hospital.
handout-title = A page to hand over
handout-how = Print this page with your browser. It fits on one sheet.
handout-both = The same in English and French
handout-one = The same in English only
handout-changes = Hours can change, above all on holidays.
# Of one place on paper: the holidays on which it is closed.
paper-closed-on = Closed { $days }.
handout-newest = What is true today stands here:
handout-left-out = { $number ->
    [one] The list has 1 more place.
   *[other] The list has { $number } more places.
  }
