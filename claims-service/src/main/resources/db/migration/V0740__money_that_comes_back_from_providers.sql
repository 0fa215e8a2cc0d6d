-- 机构退汇: a payment to a provider that the bank sends back is taken back in the books, its payable is open again, and is paid again
-- to an account that two persons have looked at. Payments and returns are written down one by one; amounts never change.
CREATE TABLE provider_account (
    id             uuid PRIMARY KEY,
    entry          bigint GENERATED ALWAYS AS IDENTITY,
    provider       text COLLATE "C" NOT NULL,
    area           text COLLATE "C" NOT NULL,
    division_path  text COLLATE "C" NOT NULL,
    payee_name     text NOT NULL,
    payee_bank     text NOT NULL,
    account_sealed text NOT NULL,
    account_last4  text NOT NULL,
    entered_by     text NOT NULL,
    entered_on     date NOT NULL,
    confirmed_by   text,
    confirmed_on   date,
    CONSTRAINT provider_account_is_confirmed_by_another CHECK (confirmed_by IS NULL OR confirmed_by <> entered_by)
);
CREATE INDEX provider_account_of_fund ON provider_account (provider, area, entry);

CREATE TABLE provider_payment (
    id            uuid PRIMARY KEY,
    entry         bigint GENERATED ALWAYS AS IDENTITY,
    payable       uuid NOT NULL,
    provider      text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    amount_fen    bigint NOT NULL,
    voucher       text NOT NULL,
    account       uuid REFERENCES provider_account (id),
    paid_by       text NOT NULL,
    paid_on       date
);
CREATE INDEX provider_payment_of_payable ON provider_payment (payable, entry);

CREATE TABLE provider_payment_return (
    id                uuid PRIMARY KEY,
    entry             bigint GENERATED ALWAYS AS IDENTITY,
    payment           uuid NOT NULL REFERENCES provider_payment (id),
    provider          text COLLATE "C" NOT NULL,
    division_path     text COLLATE "C" NOT NULL,
    reason            text NOT NULL,
    entered_by        text NOT NULL,
    returned_on       date NOT NULL,
    withdrawn_by      text,
    withdrawn_on      date,
    withdrawal_reason text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX one_return_of_a_payment ON provider_payment_return (payment) WHERE withdrawn_by IS NULL;
CREATE INDEX provider_payment_return_of_payment ON provider_payment_return (payment, entry);

ALTER TABLE monthly_statement
    DROP CONSTRAINT monthly_statement_state_check,
    ADD CONSTRAINT monthly_statement_state_check CHECK (state IN ('MADE', 'APPROVED', 'PAID', 'BOUNCED', 'REJECTED'));
ALTER TABLE retention_release
    DROP CONSTRAINT retention_release_state_check,
    ADD CONSTRAINT retention_release_state_check CHECK (state IN ('MADE', 'APPROVED', 'REJECTED', 'PAID', 'BOUNCED'));
CREATE INDEX monthly_statement_sent_back_by_the_bank ON monthly_statement (id) WHERE state = 'BOUNCED';

-- What was paid until now: the first payment of a payable has its id, by which the fund books know it. Its day was not written down.
SELECT set_config('jumin.' || d || '_from', '!', true), set_config('jumin.' || d || '_to', '~', true)
FROM unnest(ARRAY['division', 'provider', 'organ', 'school']) d;
INSERT INTO provider_payment (id, payable, provider, division_path, amount_fen, voucher, paid_by)
SELECT id, id, provider, division_path, payable_fen, voucher, coalesce(paid_by, '-') FROM monthly_statement WHERE state = 'PAID'
UNION ALL
SELECT id, id, provider, division_path, released_fen, voucher, coalesce(paid_by, '-') FROM retention_release WHERE state = 'PAID';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['provider_account', 'provider_payment', 'provider_payment_return'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY in_scope ON %I USING (jumin_visible(division_path, provider, ''-'' COLLATE "C", ''-'' COLLATE "C"))', t);
    END LOOP;
END
$$;
CREATE TRIGGER provider_payment_is_insert_only BEFORE UPDATE OR DELETE ON provider_payment
    FOR EACH ROW EXECUTE FUNCTION jumin_insert_only();
GRANT SELECT, INSERT, UPDATE (confirmed_by, confirmed_on) ON provider_account TO ${app};
GRANT SELECT, INSERT ON provider_payment TO ${app};
GRANT SELECT, INSERT, UPDATE (withdrawn_by, withdrawn_on, withdrawal_reason) ON provider_payment_return TO ${app};
