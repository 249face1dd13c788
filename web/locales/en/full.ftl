# The code on a box for used needles.
full-ask = Is this box full?
full-yes = Yes, it is full
full-private = We keep only the day and the box. Nothing about you.
full-thanks = Thank you. The people who empty it can see it now.
full-known = Thank you. Somebody said so before, and it is on the list.
full-too-many = Too many people are telling us at once. Please call one of these numbers.
full-then = What now?
full-where-else = Other places for used needles
full-ground = Please do not leave needles on the ground or beside the box.
full-may-be = Somebody said that it may be full.
full-tell = Is it full? Tell us
full-gone = This box is not here any more.
full-gone-nearest = The nearest place for used needles that is open now:
