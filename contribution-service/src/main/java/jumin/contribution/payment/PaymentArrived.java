package jumin.contribution.payment;

/** A voucher is in the books for which a reversal has been waiting; told after the commit. */
public record PaymentArrived(String voucherNo) {}
