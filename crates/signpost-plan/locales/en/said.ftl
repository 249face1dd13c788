# What people read in place of words that name somebody who has not agreed. It names nobody, and is true of every door.

changed-here = Something changed here for this: { $need }. The list shows where to go.
plan-changed = A part of this plan has changed. The list shows where to go.
version = Version { $number } of the plan
