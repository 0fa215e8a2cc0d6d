-- Every row of a roster is written twice: with its verdict, then with what was registered. With room beside it, the second writing
-- stays on the page of the first and touches no index.
ALTER TABLE roster_import_row SET (fillfactor = 50);
