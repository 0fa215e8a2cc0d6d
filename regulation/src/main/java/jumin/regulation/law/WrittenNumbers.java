package jumin.regulation.law;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 原句中写着的数：the amounts and counts, and the percentages, as Chinese texts write them (1.5万元、一万五千元、百分之六十、六成). */
record WrittenNumbers(Set<Long> plain, Set<Long> percent) {

    private static final String CHINESE = "[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?";
    private static final String ARABIC = "(?<![\\d.])\\d+(?:\\.\\d+)?[百千]?[万亿]?(?:\\d+[百千]?(?![\\d.%]))?(?![\\d.])";
    private static final String MEASURE = "(?=个|次|项|种|人|年|月|日|天|周岁|岁|元|倍|级|块|所|家)";

    private static final Pattern GROUPED = Pattern.compile("(?<![\\d.])\\d{1,3}(?:,\\d{3})+(?!\\d)");
    private static final Pattern WIDE_GROUPED = Pattern.compile("(?<![\\d.])\\d{1,3}(?:，\\d{3})+(?!\\d)");
    private static final Pattern FRACTION = Pattern.compile("([百千万])分之(" + CHINESE + "|\\d+(?:\\.\\d+)?)");
    private static final Pattern TENTHS =
            Pattern.compile("(?:(\\d+(?:\\.\\d+)?)|([一二两三四五六七八九]))(?:成([一二三四五六七八九])?(?![立员年本分果效])|折)");
    private static final Pattern TWO_DIGIT_DISCOUNT = Pattern.compile("([一二三四五六七八九])([一二三四五六七八九])折");
    private static final Pattern HALF = Pattern.compile("一半|减半|半数|半额");
    private static final Pattern NUMBER = Pattern.compile(ARABIC + "(个百分点|%|‰)?");
    private static final Pattern WORDED = Pattern.compile("(" + CHINESE + ")(?:(个百分点)|" + MEASURE + ")");

    static WrittenNumbers in(String quote) {
        var numbers = new WrittenNumbers(new HashSet<>(), new HashSet<>());
        var text = FullWidth.halved(quote).replaceAll("(?<!\\d)[ \\t\\u3000]+|[ \\t\\u3000]+(?!\\d)", "");
        var grouped = GROUPED.matcher(text).replaceAll(found -> found.group().replace(",", ""));
        numbers.read(
                WIDE_GROUPED.matcher(grouped).replaceAll(found -> found.group().replace("，", "")));
        numbers.read(WIDE_GROUPED.matcher(grouped).replaceAll(WrittenNumbers::listed));
        return numbers;
    }

    /** A wide comma may also stand between the numbers of a list, but not before 000. */
    private static String listed(java.util.regex.MatchResult found) {
        return found.group().contains("，0") ? found.group().replace("，", "") : found.group();
    }

    /** Whether an amount or a count stands there, in millionths. */
    boolean amounts(long number) {
        return plain.contains(number);
    }

    /** Whether so many hundredths stand there, in millionths of one hundredth. */
    boolean percents(long number) {
        return percent.contains(number);
    }

    private void read(String text) {
        var rest = take(
                text,
                FRACTION,
                found -> percent.add(
                        ChineseNumber.of(found.group(2)) * 100 * ChineseNumber.ONE / ChineseNumber.of(found.group(1))));
        rest = take(
                rest,
                TWO_DIGIT_DISCOUNT,
                found -> percent.add(ChineseNumber.of(found.group(1)) * 10 + ChineseNumber.of(found.group(2))));
        rest = take(rest, TENTHS, this::tenths);
        rest = take(rest, HALF, found -> percent.add(50 * ChineseNumber.ONE));
        if (rest.contains("全额")) {
            percent.add(100 * ChineseNumber.ONE);
        }
        rest = take(rest, NUMBER, this::number);
        take(rest, WORDED, found -> (found.group(2) == null ? plain : percent).add(ChineseNumber.of(found.group(1))));
    }

    private void tenths(Matcher found) {
        long tenths = ChineseNumber.of(found.group(1) == null ? found.group(2) : found.group(1));
        percent.add(tenths * 10 + (found.group(3) == null ? 0 : ChineseNumber.of(found.group(3))));
    }

    private void number(Matcher found) {
        var unit = found.group(1);
        if (unit == null) {
            plain.add(ChineseNumber.of(found.group()));
        } else {
            long number =
                    ChineseNumber.of(found.group().substring(0, found.group().length() - unit.length()));
            percent.add(unit.equals("‰") ? number / 10 : number);
        }
    }

    /** Reads what the pattern finds and leaves a gap in its place, so that no number is read twice. */
    private static String take(String text, Pattern pattern, java.util.function.Consumer<Matcher> reading) {
        var found = pattern.matcher(text);
        var rest = new StringBuilder();
        while (found.find()) {
            reading.accept(found);
            found.appendReplacement(rest, "；");
        }
        return found.appendTail(rest).toString();
    }
}
