-- 收款账户由一人填写、另一人确认；三人经办的零星报销账户已经看过。
ALTER TABLE payout
    ADD COLUMN payee_relation text CHECK (payee_relation IN ('SELF', 'GUARDIAN', 'PROXY', 'HEIR')),
    ADD COLUMN account_by text,
    ADD COLUMN account_confirmed_by text,
    ADD CONSTRAINT payout_account_by_two CHECK (account_by IS NULL OR account_confirmed_by <> account_by),
    DROP CONSTRAINT payout_state_check,
    ADD CONSTRAINT payout_state_check CHECK (state IN
        ('WAITING_FOR_ACCOUNT', 'ACCOUNT_ENTERED', 'READY', 'IN_BATCH', 'PAID', 'REJECTED', 'TO_RECOVER', 'RECOVERED')),
    ADD CONSTRAINT payout_entered_is_confirmed CHECK (
        account_by IS NULL OR account_confirmed_by IS NOT NULL OR state IN ('ACCOUNT_ENTERED', 'REJECTED'));
GRANT UPDATE (payee_relation, account_by, account_confirmed_by) ON payout TO ${app};
