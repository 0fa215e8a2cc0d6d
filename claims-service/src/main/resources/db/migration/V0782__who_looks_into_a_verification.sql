-- 待核实事项的承办人: one person has taken it on, or was given it; nobody where it is empty. The step says to whom it went.
ALTER TABLE verification ADD COLUMN assignee text NOT NULL DEFAULT '';
GRANT UPDATE (assignee) ON verification TO ${app};
ALTER TABLE verification_step ADD COLUMN assignee text NOT NULL DEFAULT '';
CREATE INDEX verification_of_assignee ON verification (assignee, state, id) WHERE assignee <> '';
