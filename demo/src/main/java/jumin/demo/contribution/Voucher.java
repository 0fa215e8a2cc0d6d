package jumin.demo.contribution;

import java.time.LocalDate;
import java.util.Optional;
import jumin.regulation.Money;

/**
 * 电子税票: one payment the bureau booked.
 *
 * @param levyId empty when the bureau knows no levy for this payer
 */
record Voucher(
        String voucherNo, Optional<String> levyId, String idNumber, String name, Money amount, LocalDate paidOn) {}
