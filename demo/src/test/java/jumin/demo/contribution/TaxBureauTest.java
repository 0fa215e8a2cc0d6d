package jumin.demo.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jumin.demo.input.Cast;
import jumin.demo.input.InputFiles;
import jumin.demo.tale.Days;
import jumin.regulation.Money;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("税务局的收款")
class TaxBureauTest {

    private final Cast cast = cast();

    @Test
    @DisplayName("不欠费的人没有税票，其余每人一张，外加一张重复、一张对不上人")
    void oneVoucherEachAndTwoMore() {
        var vouchers = new TaxBureau(cast).collect(levies());

        assertEquals(10 + 3 + 2, vouchers.size());
        assertEquals(
                vouchers.size(),
                vouchers.stream().map(Voucher::voucherNo).distinct().count());
        assertTrue(vouchers.stream().noneMatch(voucher -> voucher.idNumber().equals(cast.hardship())));
    }

    @Test
    @DisplayName("一人少缴 180 元，一人缴两次，一人集中征缴期后才缴，一笔没有应缴")
    void fourPaymentsAreNotAsTheyShouldBe() {
        var vouchers = new TaxBureau(cast).collect(levies());

        assertEquals(List.of("200.00"), amounts(vouchers, cast.payingShort()));
        assertEquals(List.of("380.00", "380.00"), amounts(vouchers, cast.payingTwice()));
        assertEquals(Days.LATE_PAYMENT, vouchers.getLast().paidOn());
        assertEquals(
                1,
                vouchers.stream().filter(voucher -> voucher.levyId().isEmpty()).count());
    }

    @Test
    @DisplayName("同样的应缴得到同样的税票")
    void sameLeviesGiveTheSameVouchers() {
        assertEquals(new TaxBureau(cast).collect(levies()), new TaxBureau(cast).collect(levies()));
    }

    @Test
    @DisplayName("文本文件为 GB18030，首行表头，末行笔数、合计与校验值，生僻字不丢")
    void fileHasHeaderTrailerAndRareCharacters() {
        var vouchers = new TaxBureau(cast).collect(levies());

        var lines = new String(
                        BureauFile.of("13609020000", 2024, Days.LATE_PAYMENT, vouchers), Charset.forName("GB18030"))
                .lines()
                .toList();

        assertEquals("H|JUMIN-PAYMENTS-1|13609020000|20240305|1|2024|390", lines.getFirst());
        var sum = vouchers.stream().map(Voucher::amount).reduce(Money.ZERO, Money::plus);
        assertTrue(lines.getLast().matches("T\\|15\\|" + sum + "\\|[0-9a-f]{64}"));
        assertTrue(lines.stream().anyMatch(line -> line.contains("|黄㼆|")));
        assertTrue(lines.stream().anyMatch(line -> line.contains("|易𠮷|")));
    }

    private static List<String> amounts(List<Voucher> vouchers, String idNumber) {
        return vouchers.stream()
                .filter(voucher -> voucher.idNumber().equals(idNumber))
                .map(voucher -> voucher.amount().toString())
                .toList();
    }

    private List<TaxLevy> levies() {
        var ordinary = IntStream.range(0, 8).mapToObj(i -> levy("36090219800101000" + i, "某人" + i, "380.00"));
        var parts = List.of(
                levy(cast.payingShort(), "欧阳明", "380.00"),
                levy(cast.payingTwice(), "谢兰花", "380.00"),
                levy(cast.payingLate(), "罗建平", "380.00"),
                levy(cast.hardship(), "周满生", "0.00"),
                levy(cast.rare(), "黄㼆", "380.00"),
                levy(cast.rarer(), "易𠮷", "60.00"))
                .stream();
        return java.util.stream.Stream.concat(ordinary, parts).toList();
    }

    private static TaxLevy levy(String idNumber, String name, String due) {
        return new TaxLevy(
                "levy-" + idNumber, "person-" + idNumber, idNumber, name, Money.yuan(due), Money.ZERO, "", List.of());
    }

    private static Cast cast() {
        try {
            return new InputFiles(Path.of("input")).cast();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
