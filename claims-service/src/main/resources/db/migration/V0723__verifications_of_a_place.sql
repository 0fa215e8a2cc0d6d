-- 待核实清单: a hospital or a county reads its own rows, not past those of all the others.
CREATE INDEX verification_of_provider ON verification (provider, state, id);
CREATE INDEX verification_of_place ON verification (division_path, state, id);
