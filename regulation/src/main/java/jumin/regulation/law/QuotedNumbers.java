package jumin.regulation.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** 表中的数须出现在引文里，so that nobody changes a number and forgets the sentence it stands in. */
record QuotedNumbers(WrittenNumbers written, List<LawDataProblem> problems) {

    private static final Set<String> NUMERIC_UNITS = Set.of("CNY", "rate", "points", "count");
    private static final Set<String> RATES = Set.of("rate", "points");
    private static final Set<String> NOT_NUMBERS = Set.of("0%", "0.00", "unlimited", "not_covered");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?%?");

    /** Every value that does not stand in the rule's quotation. */
    static List<LawDataProblem> missing(Node rule, String unit) {
        var quote = rule.find("quote");
        if (quote.isEmpty()) {
            return List.of();
        }
        var numbers = new QuotedNumbers(
                WrittenNumbers.in(String.join("\n", quote.get().texts())), new ArrayList<>());
        for (var version : rule.get("values").list()) {
            if (NUMERIC_UNITS.contains(unit)) {
                version.find("cells").ifPresent(cells -> numbers.cells(cells, RATES.contains(unit)));
            }
            version.find("bands").ifPresent(bands -> bands.list().forEach(numbers::band));
        }
        return numbers.problems;
    }

    /** The bounds and ratios of a band; a number of times may be written in words (第三次). */
    private void band(Node band) {
        band.find("cells").ifPresent(cells -> cells(cells, true));
        for (var bound : List.of("up_to", "below")) {
            band.find(bound).filter(node -> !node.text().matches("\\d")).ifPresent(cells -> cells(cells, false));
        }
    }

    private void cells(Node cells, boolean rate) {
        if (cells.isMapping()) {
            cells.members().values().forEach(inner -> cells(inner, rate));
        } else if (!cells.text().startsWith("see ") && !NOT_NUMBERS.contains(cells.text()) && !quoted(cells.text())) {
            problems.add(cells.problem("值 " + cells.text() + " 不在引文中；" + advice(cells.text(), rate)));
        }
    }

    private boolean quoted(String cell) {
        var value = cell.split(" of ")[0];
        if (!NUMBER.matcher(value).matches()) {
            return false;
        }
        boolean percent = value.endsWith("%");
        long number = ChineseNumber.of(percent ? value.substring(0, value.length() - 1) : value);
        return percent ? written.percents(number) : written.amounts(number);
    }

    private static String advice(String cell, boolean rate) {
        var halved = FullWidth.halved(cell).replace("，", ",");
        if (rate && NUMBER.matcher(halved).matches() && !halved.endsWith("%")) {
            boolean decimal = halved.startsWith("0.");
            long percent = decimal ? ChineseNumber.of(halved) * 100 : ChineseNumber.of(halved);
            return "比例要写百分号，是不是 " + new jumin.regulation.Rate(Math.min(percent / 100, ChineseNumber.ONE)) + "？";
        }
        return halved.equals(cell) ? "改值须同时改引文，引文中没有数字的写 assumption" : "值中有全角字符，改成半角 " + halved;
    }
}
