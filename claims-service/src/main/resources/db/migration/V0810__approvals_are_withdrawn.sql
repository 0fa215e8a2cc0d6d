-- 撤回复核: the approval of a monthly statement or of a release of retained money is taken back by another person while nothing was
-- paid; the payable stands as before the approval. Each withdrawal stays as it was.
CREATE TABLE approval_withdrawal (
    id            uuid PRIMARY KEY,
    entry         bigint GENERATED ALWAYS AS IDENTITY,
    payable       uuid NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    approved_by   text NOT NULL,
    opinion       text NOT NULL,
    withdrawn_by  text NOT NULL,
    withdrawn_on  date NOT NULL,
    reason        text NOT NULL,
    CONSTRAINT approval_is_withdrawn_by_another CHECK (withdrawn_by <> approved_by)
);
CREATE INDEX approval_withdrawal_of_payable ON approval_withdrawal (payable, entry);
ALTER TABLE approval_withdrawal ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval_withdrawal FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON approval_withdrawal
    USING (jumin_visible(division_path, provider, '-' COLLATE "C", '-' COLLATE "C"));
CREATE TRIGGER approval_withdrawal_is_insert_only BEFORE UPDATE OR DELETE ON approval_withdrawal
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
GRANT SELECT, INSERT ON approval_withdrawal TO ${app};
