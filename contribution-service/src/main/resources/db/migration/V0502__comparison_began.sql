-- When a run began to compare: what arrives between its steps was seen by the later ones only.
ALTER TABLE reconciliation ADD COLUMN compare_began timestamptz;
GRANT UPDATE (compare_began) ON reconciliation TO ${app};
