-- 月度结算单退回: one with a mistake is sent back by whoever was to approve it, and made again; what it deducted is due again.
ALTER TABLE monthly_statement
    DROP CONSTRAINT monthly_statement_state_check,
    ADD CONSTRAINT monthly_statement_state_check CHECK (state IN ('MADE', 'APPROVED', 'PAID', 'REJECTED')),
    ADD COLUMN rejected_by text,
    ADD COLUMN opinion text NOT NULL DEFAULT '',
    ADD CONSTRAINT statement_is_rejected_by_another CHECK (rejected_by IS NULL OR rejected_by <> made_by),
    DROP CONSTRAINT one_statement_per_provider_fund_and_month;
CREATE UNIQUE INDEX one_statement_per_provider_fund_and_month ON monthly_statement (provider, area, month) WHERE state <> 'REJECTED';
GRANT UPDATE (rejected_by, opinion) ON monthly_statement TO ${app};

-- 协议约定的预留比例
ALTER TABLE provider_agreement ADD COLUMN retention_rate text;
GRANT UPDATE (retention_rate) ON provider_agreement TO ${app};
