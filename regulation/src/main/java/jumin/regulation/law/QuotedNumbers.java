package jumin.regulation.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 表中的数须出现在引文里，so that nobody changes a number and forgets the sentence it stands in. */
record QuotedNumbers(String quotes) {

    private static final String NUMERALS = "一二三四五六七八九";
    private static final Set<String> NUMERIC_UNITS = Set.of("CNY", "rate", "points", "count");
    private static final Set<String> NOT_NUMBERS = Set.of("0%", "0.00", "unlimited", "not_covered");

    static void check(Node rule, String unit) {
        var quote = rule.find("quote");
        if (quote.isPresent() && NUMERIC_UNITS.contains(unit)) {
            var numbers = new QuotedNumbers(quote.get().texts().stream().collect(Collectors.joining("\n")));
            rule.get("values").list().forEach(version -> version.find("cells").ifPresent(numbers::cells));
        }
        if (quote.isPresent()) {
            var numbers = new QuotedNumbers(quote.get().texts().stream().collect(Collectors.joining("\n")));
            rule.get("values").list().stream()
                    .flatMap(version -> version.find("bands").stream())
                    .flatMap(bands -> bands.list().stream())
                    .forEach(numbers::band);
        }
    }

    /** The bounds and ratios of a band; a number of times may be written in words (第三次). */
    private void band(Node band) {
        band.find("cells").ifPresent(this::cells);
        for (var bound : List.of("up_to", "below")) {
            band.find(bound).filter(node -> !node.text().matches("\\d")).ifPresent(this::cells);
        }
    }

    private void cells(Node cells) {
        if (cells.isMapping()) {
            cells.members().values().forEach(this::cells);
        } else if (!cells.text().startsWith("see ")
                && !NOT_NUMBERS.contains(cells.text())
                && writings(cells.text()).stream().noneMatch(this::quoted)) {
            throw cells.problem("值 " + cells.text() + " 不在引文中；改值须同时改引文，引文中没有数字的写 assumption");
        }
    }

    private boolean quoted(String number) {
        return Pattern.compile("(?<![\\d.])" + Pattern.quote(number) + "(?![\\d.])")
                .matcher(quotes)
                .find();
    }

    /** How a Chinese text may write the value of a cell. */
    private static List<String> writings(String cell) {
        var value = cell.split(" of ")[0];
        var writings = new ArrayList<String>();
        if (value.endsWith("%")) {
            var points = value.substring(0, value.length() - 1);
            writings.addAll(List.of(value, points + "％", points + "个百分点"));
            if (points.equals("50")) {
                writings.add("减半");
            }
        } else {
            var plain = value.replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
            writings.add(plain);
            if (plain.matches("[1-9]")) {
                writings.add(NUMERALS.charAt(plain.charAt(0) - '1') + "个");
            }
            if (plain.endsWith("0000")) {
                writings.add(plain.substring(0, plain.length() - 4) + "万");
            }
        }
        return writings;
    }
}
