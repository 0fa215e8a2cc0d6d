-- 同一凭证只登记一次拨付: what came back is paid again by another voucher; the same one is the first payment told twice.
CREATE UNIQUE INDEX one_provider_payment_per_voucher ON provider_payment (payable, voucher);
