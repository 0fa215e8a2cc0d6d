-- Asked with every new decision of a subsidy and with every renewal: what is refunded, and who is aided elsewhere.
CREATE INDEX refund_seen_by_enrollment ON refund_seen (enrollment_id);
CREATE INDEX elsewhere_aid_by_year ON elsewhere_aid (benefit_year) WHERE state IN ('CLAIMED', 'APPROVED');
