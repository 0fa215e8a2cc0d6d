package jumin.claims.clearing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 预留 as a fold of all settlements, in whatever order statements are made, sent back and made again. */
class SharesTest {

    private static final YearMonth FIRST = YearMonth.of(2024, 11);
    private static final List<Rate> RATES =
            List.of(Rate.parse("0"), Rate.parse("0.03"), Rate.parse("0.05"), Rate.parse("0.0333"));

    /** A bill, and in which month it was reversed, if in one. */
    private record Bill(YearMonth settled, int benefitYear, long fen, YearMonth reversed) {

        Shares.Cell cell() {
            return new Shares.Cell(settled, benefitYear);
        }
    }

    private static final class World {

        private final List<Bill> bills = new ArrayList<>();
        private final Map<YearMonth, SortedMap<Shares.Cell, Shares.Share>> made = new TreeMap<>();
        private final Map<YearMonth, Rate> rates = new HashMap<>();

        SortedMap<Shares.Cell, Money> fund(YearMonth month) {
            var fund = new TreeMap<Shares.Cell, Money>();
            bills.stream()
                    .filter(bill -> bill.settled().equals(month))
                    .forEach(bill -> fund.merge(bill.cell(), Money.ofFen(bill.fen()), Money::plus));
            bills.stream()
                    .filter(bill -> month.equals(bill.reversed()))
                    .forEach(bill -> fund.merge(bill.cell(), Money.ofFen(-bill.fen()), Money::plus));
            return fund;
        }

        SortedMap<Shares.Cell, Shares.Share> standing() {
            var standing = new TreeMap<Shares.Cell, Shares.Share>();
            made.values()
                    .forEach(
                            shares -> shares.forEach((cell, share) -> standing.merge(cell, share, Shares.Share::plus)));
            return standing;
        }

        Shares.Share make(YearMonth month, Rate rate) {
            rates.put(month, rate);
            var next = Shares.next(standing(), fund(month), new TreeMap<>(), rates);
            made.put(month, next);
            return Shares.sum(next);
        }

        void sendBack(YearMonth month) {
            made.remove(month);
            rates.remove(month);
        }

        Money retained() {
            return Shares.sum(standing()).retention();
        }
    }

    @Test
    @DisplayName("当月冲正多于结算：退回的是当时预留的（按当时的比例），不是按本月比例，也不是零")
    void aNegativeMonthGivesBackWhatItsBillsHadRetained() {
        var world = new World();
        world.bills.add(new Bill(FIRST, 2024, 10_000_00, FIRST.plusMonths(1)));
        world.bills.add(new Bill(FIRST, 2024, 3_000_00, null));
        world.bills.add(new Bill(FIRST.plusMonths(1), 2024, 1_000_00, null));
        assertEquals(Money.yuan("650.00"), world.make(FIRST, Rate.parse("0.05")).retention());
        var second = world.make(FIRST.plusMonths(1), Rate.parse("0.03"));
        assertEquals(Money.yuan("-9000.00"), second.fund());
        assertEquals(Money.yuan("-470.00"), second.retention());
        assertEquals(Money.yuan("-8530.00"), second.payable());
    }

    @Test
    @DisplayName("1 月结算的上年就诊：预留按待遇年度分列，合计等于本月比例")
    void aMonthOfTwoBenefitYearsIsSplit() {
        var world = new World();
        var january = YearMonth.of(2025, 1);
        world.bills.add(new Bill(january, 2024, 33, null));
        world.bills.add(new Bill(january, 2025, 33, null));
        world.make(january, Rate.parse("0.05"));
        assertEquals(Money.ofFen(3), world.retained());
        assertEquals(
                Money.ofFen(2),
                world.standing().get(new Shares.Cell(january, 2024)).retention());
        assertEquals(
                Money.ofFen(1),
                world.standing().get(new Shares.Cell(january, 2025)).retention());
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("各月预留合计等于全部结算的折叠，与生成、退回、重做的次序无关；全部冲正后为零")
    void allMonthsTogetherAreTheFoldOfAllBills(int seed) {
        var random = new Random(seed);
        var world = new World();
        var months = 5;
        for (var i = random.nextInt(30); i >= 0; i--) {
            var settled = FIRST.plusMonths(random.nextInt(months));
            var reversed = random.nextInt(3) == 0
                    ? FIRST.plusMonths(months - 1 - random.nextInt(months - months(settled)))
                    : null;
            world.bills.add(
                    new Bill(settled, settled.getYear() - random.nextInt(2), 1 + random.nextInt(99_999), reversed));
        }
        for (var i = 0; i < 20; i++) {
            var month = FIRST.plusMonths(random.nextInt(months));
            if (world.made.containsKey(month)) {
                world.sendBack(month);
            } else {
                world.make(month, RATES.get(random.nextInt(RATES.size())));
            }
        }
        IntStream.range(0, months)
                .mapToObj(FIRST::plusMonths)
                .filter(month -> !world.made.containsKey(month))
                .forEach(month -> world.make(month, RATES.get(random.nextInt(RATES.size()))));
        // A statement that was sent back and made again puts right what the others had given back meanwhile.
        var last = FIRST.plusMonths(months);
        world.make(last, Rate.parse("0"));

        var standing = new TreeMap<Shares.Cell, Money>();
        world.bills.stream()
                .filter(bill -> bill.reversed() == null)
                .forEach(bill -> standing.merge(bill.cell(), Money.ofFen(bill.fen()), Money::plus));
        var fold = Shares.retained(standing, world.rates).values().stream().reduce(Money.ZERO, Money::plus);
        assertEquals(fold, world.retained());

        world.bills.replaceAll(bill -> bill.reversed() == null
                ? new Bill(bill.settled(), bill.benefitYear(), bill.fen(), last.plusMonths(1))
                : bill);
        world.make(last.plusMonths(1), Rate.parse("0.05"));
        assertEquals(Money.ZERO, world.retained());
        assertEquals(Money.ZERO, Shares.sum(world.standing()).payable());
    }

    private static int months(YearMonth settled) {
        return (int) FIRST.until(settled, java.time.temporal.ChronoUnit.MONTHS);
    }

    @Test
    @DisplayName("返还的比例按年度分摊，合计等于整笔")
    void aShareOfSeveralYearsIsTheShareOfTheWhole() {
        var sums = new TreeMap<>(Map.of(2024, Money.ofFen(3), 2025, Money.ofFen(3), 2026, Money.ofFen(-1)));
        var parts = Shares.of(sums, Rate.parse("0.5"));
        assertEquals(Money.ofFen(3), parts.values().stream().reduce(Money.ZERO, Money::plus));
    }
}
