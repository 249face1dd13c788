# What stands on every page.
title = Where to go now
skip = Skip to the answers
home = Where to go now
other-language = Français
leave = Leave
leaving = Leaving this page
edition-label = Please note
preview = Preview. These places are real, but most details are not confirmed yet. Call first.
preview-training = Preview.
clock = At { $time }, { $place } time
nav = More pages
nav-map = Map
nav-disposal = Where to leave used needles
nav-plan = What changed
nav-about = About
nav-privacy = Privacy
nav-leave = How Leave works
