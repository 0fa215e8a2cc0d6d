-- 冲销应收: a due that was typed wrongly is taken back by another person; what was reckoned from it is reckoned anew.
ALTER TABLE fund_due ADD CONSTRAINT fund_due_by_whom UNIQUE (id, created_by);
CREATE TABLE fund_due_reversal (
    due_id        uuid PRIMARY KEY,
    created_by    text NOT NULL,
    reversed_by   text NOT NULL,
    reversed_at   timestamptz NOT NULL,
    note          text NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    FOREIGN KEY (due_id, created_by) REFERENCES fund_due (id, created_by),
    CONSTRAINT due_reversal_needs_two_persons CHECK (reversed_by <> created_by)
);
ALTER TABLE fund_due_reversal ENABLE ROW LEVEL SECURITY;
ALTER TABLE fund_due_reversal FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON fund_due_reversal USING (jumin_visible(division_path, '-', '-', '-'));
GRANT SELECT, INSERT ON fund_due_reversal TO ${app};
CREATE TRIGGER fund_due_reversal_is_insert_only BEFORE UPDATE OR DELETE ON fund_due_reversal
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
