"""Records as they come, and the searchable view of them: nothing protected gets past here.

`values` reads the leaves of a record, `surroundings` what a leaf stands among, `leaks` what in it would give a person
away, `moderated` the text that may stay; `projection` puts them together.
"""
