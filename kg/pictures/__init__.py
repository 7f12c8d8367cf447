"""Pictures for reports: charts of answers, and networks as they open in Gephi. Needs matplotlib (``rol-kg[plot]``)."""
