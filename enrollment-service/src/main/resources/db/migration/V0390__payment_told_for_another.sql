-- A payment that was assigned to the wrong person is told as reversed, and again when the right one has it.
GRANT UPDATE (person_id) ON payment_seen TO ${app};
