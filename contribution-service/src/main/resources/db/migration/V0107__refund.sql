-- 退费: request with its verdict, review by another person, order to the tax organ, reported result.
CREATE TABLE refund (
    id            uuid PRIMARY KEY,
    seq           bigint GENERATED ALWAYS AS IDENTITY,
    area          text COLLATE "C" NOT NULL,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    person_id     uuid,
    benefit_year  int NOT NULL,
    cause         text NOT NULL,
    ends_levy     boolean NOT NULL,
    event_date    date,
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    verdict       jsonb NOT NULL,
    payee_sealed  text NOT NULL,
    payee_masked  text NOT NULL,
    state         text NOT NULL CHECK (state IN ('REQUESTED', 'ORDERED', 'FAILED', 'PAID', 'REJECTED')),
    attempt       int NOT NULL DEFAULT 0,
    requested_by  text NOT NULL,
    requested_at  timestamptz NOT NULL,
    decided_by    text,
    decided_at    timestamptz,
    document_no   text,
    paid_on       date,
    note          text NOT NULL DEFAULT '',
    CONSTRAINT refund_needs_two_persons CHECK (decided_by IS NULL OR decided_by <> requested_by),
    CONSTRAINT refund_is_decided_before_money_moves CHECK ((state = 'REQUESTED') = (decided_by IS NULL)),
    CONSTRAINT paid_refund_has_its_document CHECK ((state = 'PAID') = (document_no IS NOT NULL)),
    CONSTRAINT one_refund_per_document UNIQUE (organ, document_no)
);
CREATE INDEX refund_by_person ON refund (person_id, benefit_year);
CREATE INDEX refund_orders ON refund (organ, seq) WHERE state = 'ORDERED';
ALTER TABLE refund ENABLE ROW LEVEL SECURITY;
ALTER TABLE refund FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON refund USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (state, attempt, decided_by, decided_at, document_no, paid_on, note, division_path) ON refund TO ${app};

CREATE TABLE refund_line (
    refund_id     uuid NOT NULL REFERENCES refund (id),
    payment_id    uuid NOT NULL REFERENCES payment (id),
    amount_fen    bigint NOT NULL CHECK (amount_fen > 0),
    open          boolean NOT NULL DEFAULT true,
    division_path text COLLATE "C" NOT NULL,
    organ         text COLLATE "C" NOT NULL,
    PRIMARY KEY (refund_id, payment_id)
);
-- Never twice: a payment is in one open refund at most; never more than was paid: see payment.refunded_fen.
CREATE UNIQUE INDEX one_open_refund_per_payment ON refund_line (payment_id) WHERE open;
ALTER TABLE refund_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE refund_line FORCE ROW LEVEL SECURITY;
CREATE POLICY in_scope ON refund_line USING (jumin_visible(division_path, '-', organ, '-'));
GRANT SELECT, INSERT, UPDATE (open, division_path) ON refund_line TO ${app};
