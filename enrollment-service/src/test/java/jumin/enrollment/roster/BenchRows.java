package jumin.enrollment.roster;

import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jumin.enrollment.Demo;

/** Invented people of the benchmark: families of four, valid numbers, one roster for each round and way. */
final class BenchRows {

    static final String TITLES = "户编号,与户主关系,姓名,证件号码,手机号,家庭地址\n";
    private static final String[] RELATIONS = {"户主", "配偶", "子", "女"};

    private BenchRows() {}

    /** One person as the roster writes it. @param batch keeps the people of one round apart from all others */
    record BenchRow(String house, int relation, String name, String idNumber, LocalDate birth, boolean male) {

        String line() {
            return "%s,%s,%s,%s,,3组%s号\n".formatted(house, RELATIONS[relation], name, idNumber, house);
        }
    }

    static Stream<BenchRow> of(int batch, int persons) {
        return IntStream.range(0, persons).mapToObj(at -> {
            var birth = LocalDate.of(1950 + at % 50, 1 + at / 50 % 12, 1 + at / 600 % 28);
            var order = at / 16_800 * 2 % 1000 + (at % 2);
            var number = Demo.withCheckDigit(
                    "%06d%s%03d".formatted(410_000 + batch, birth.toString().replace("-", ""), order));
            return new BenchRow(
                    batch + "-" + at / 4, at % 4, "测" + (char) ('一' + at % 5000), number, birth, at % 2 == 1);
        });
    }
}
