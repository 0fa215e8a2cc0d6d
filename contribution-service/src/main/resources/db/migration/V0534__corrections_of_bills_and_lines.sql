-- 冲销结算错的资助参保款: the bill stays, what it was made of is free for the next one.
ALTER TABLE aid_bill_posting DROP CONSTRAINT aid_bill_posting_pkey;
ALTER TABLE aid_bill_posting
    ADD COLUMN taken_back boolean NOT NULL DEFAULT false,
    ADD PRIMARY KEY (posting_id, due_id);
CREATE UNIQUE INDEX one_bill_per_posting ON aid_bill_posting (posting_id) WHERE NOT taken_back;
GRANT UPDATE (taken_back) ON aid_bill_posting TO ${app};
CREATE FUNCTION aid_bill_posting_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.taken_back AND to_jsonb(OLD) - 'taken_back' = to_jsonb(NEW) - 'taken_back'
       AND EXISTS (SELECT 1 FROM fund_due_reversal r WHERE r.due_id = OLD.due_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'what a bill was made of never changes: reverse the bill' USING ERRCODE = '23000';
END
$$;
DROP TRIGGER aid_bill_posting_is_insert_only ON aid_bill_posting;
CREATE TRIGGER aid_bill_posting_is_kept BEFORE UPDATE OR DELETE ON aid_bill_posting
    FOR EACH ROW EXECUTE FUNCTION aid_bill_posting_is_kept();
