package jumin.demo.contribution;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jumin.demo.input.Cast;
import jumin.demo.tale.Days;
import jumin.regulation.Money;

/**
 * 税务局的收款: plays the bureau's side. Fixed rules decide who pays what and when, so the same levies always give the same
 * vouchers: one person pays short, one twice, one after the collection window, and one payment is for nobody.
 */
final class TaxBureau {

    private static final Money SHORT_PAYMENT = Money.yuan("200.00");
    private static final Money FOR_NOBODY = Money.yuan("380.00");
    private static final int DAYS_OF_PAYING = 36;

    private final Cast cast;

    TaxBureau(Cast cast) {
        this.cast = cast;
    }

    /** All vouchers of the year in the order of their numbers; who owes nothing pays nothing. */
    List<Voucher> collect(List<TaxLevy> levies) {
        var vouchers = new ArrayList<Voucher>();
        for (var levy : levies) {
            if (!levy.due().isZero()) {
                vouchers.addAll(paidBy(levy));
            }
        }
        vouchers.add(new Voucher(
                number(cast.unknownPayer(), 1),
                Optional.empty(),
                cast.unknownPayer(),
                "毛国庆",
                FOR_NOBODY,
                Days.PAYMENT));
        vouchers.sort(Comparator.comparing(Voucher::paidOn).thenComparing(Voucher::voucherNo));
        return List.copyOf(vouchers);
    }

    private List<Voucher> paidBy(TaxLevy levy) {
        if (levy.idNumber().equals(cast.payingShort())) {
            return List.of(voucher(levy, 1, SHORT_PAYMENT, ordinaryDay(levy)));
        }
        if (levy.idNumber().equals(cast.payingLate())) {
            return List.of(voucher(levy, 1, levy.due(), Days.LATE_PAYMENT));
        }
        if (levy.idNumber().equals(cast.payingTwice())) {
            return List.of(
                    voucher(levy, 1, levy.due(), Days.PAYMENT), voucher(levy, 2, levy.due(), Days.PAYMENT.plusDays(9)));
        }
        return List.of(voucher(levy, 1, levy.due(), ordinaryDay(levy)));
    }

    private static Voucher voucher(TaxLevy levy, int copy, Money amount, LocalDate day) {
        return new Voucher(
                number(levy.idNumber(), copy), Optional.of(levy.levyId()), levy.idNumber(), levy.name(), amount, day);
    }

    private static LocalDate ordinaryDay(TaxLevy levy) {
        return Days.PAYMENT.plusDays(
                hash(levy.idNumber()).mod(BigInteger.valueOf(DAYS_OF_PAYING)).intValue());
    }

    /** 电子税票号: 18 digits; derived from the payer so that it is the same in every run, yet tells nobody's number. */
    private static String number(String idNumber, int copy) {
        var digits = hash(idNumber + "#" + copy).mod(BigInteger.TEN.pow(11));
        return "3360924" + "%011d".formatted(digits);
    }

    private static BigInteger hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new BigInteger(1, digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
