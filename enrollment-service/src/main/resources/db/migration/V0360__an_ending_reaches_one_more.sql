-- An enrollment that ended for another reason, and would stand again after the person's death, ends with that death: the stored
-- ending names it too, so that it is restored when the death turns out a mistake.
GRANT UPDATE (effects) ON person_ending TO ${app};
