"""The story across all articles: one table of which sentence tells what which other tells, and what follows from it.

One module each: ``table`` (links and support marks), ``linking`` and ``trust`` (how it is made), ``linkage`` and
``claims`` (what several articles tell), ``speaking`` (who said it), ``coverage`` (how much of one stands in another),
``omissions`` (what an article leaves out, how many sources there are), ``conflicting`` (what contradicts),
``counterparts`` (all of this for one sentence, in words), ``near`` (which pairs of many are worth lining up).

Copies are told without lining sentences up: ``prints`` (what is kept of a text), ``rare`` (who shares what),
``kinship`` (how two texts are kin), ``copies`` (all pairs and groups). ``overview`` puts all this together.
"""
