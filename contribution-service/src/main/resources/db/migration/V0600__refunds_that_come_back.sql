-- 退票: a refund that was reported paid and whose money came back afterwards. What had been paid is kept here, word for word; the refund itself
-- stands as one that could not be paid, to be ordered once more or withdrawn.
CREATE TABLE refund_bounce (
    refund_id     uuid NOT NULL REFERENCES refund (id),
    attempt       int NOT NULL,
    channel       text NOT NULL CHECK (channel IN ('TAX', 'EXPENDITURE')),
    document_no   text NOT NULL,
    paid_on       date NOT NULL,
    payee_masked  text NOT NULL,
    return_no     text NOT NULL,
    returned_on   date NOT NULL,
    reason        text NOT NULL,
    reported_by   text NOT NULL,
    reported_at   timestamptz NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    PRIMARY KEY (refund_id, attempt),
    CONSTRAINT bounced_document_is_used_up UNIQUE (organ, document_no),
    CONSTRAINT refund_comes_back_after_it_was_paid CHECK (returned_on >= paid_on)
);
ALTER TABLE refund_bounce ENABLE ROW LEVEL SECURITY;
ALTER TABLE refund_bounce FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON refund_bounce USING (jumin_visible(division_path, '-', organ, '-'));
-- What came back never changes; only its place follows the person.
GRANT SELECT, INSERT, UPDATE (division_path) ON refund_bounce TO ${app};
