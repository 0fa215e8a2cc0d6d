-- A function in SQL within a check is read, and looked at whether it can be inlined, with every statement that inserts: a tenth of the
-- database's time for a settlement. The same rule in jsonpath is ready when the statement is. Strict, or a posting, itself a list, would
-- be taken apart before it is looked at.
ALTER TABLE settlement DROP CONSTRAINT posting_moves_money;
DROP FUNCTION posting_moves_money(jsonb);
ALTER TABLE settlement ADD CONSTRAINT posting_moves_money
    CHECK (NOT jsonb_path_exists(postings, 'strict $[*] ? (@[2] <= 0 || @[0] == @[1])'));
