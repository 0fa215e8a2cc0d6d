package jumin.regulation.law;

/** 汉字或数字写的数，以百万分之一计：{@code 一万五千}、{@code 1万5千}、{@code 1.5万}、{@code 两}. */
final class ChineseNumber {

    static final long ONE = 1_000_000;

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String SCALES = "十百千万亿";
    private static final long[] TIMES = {10, 100, 1_000, 10_000, 100_000_000};

    private final String text;
    private long whole;
    private long section;
    private long digit = -1;

    private ChineseNumber(String text) {
        this.text = text;
    }

    /** Millionths; −1 for a number too long to be an amount (a document's number, say). */
    static long of(String text) {
        try {
            return new ChineseNumber(text).read();
        } catch (ArithmeticException | NumberFormatException tooLong) {
            return -1;
        }
    }

    private long read() {
        int at = 0;
        while (at < text.length() && text.charAt(at) != '点') {
            int scale = SCALES.indexOf(text.charAt(at));
            if (scale >= 0) {
                scale(TIMES[scale]);
                at++;
            } else if (isArabic(at)) {
                int end = at;
                while (end < text.length() && isArabic(end)) {
                    end++;
                }
                digit = decimal(text.substring(at, end));
                at = end;
            } else {
                digit = digit(text.charAt(at)) * ONE;
                at++;
            }
        }
        long sum = Math.addExact(Math.addExact(whole, section), Math.max(0, digit));
        return at < text.length() ? sum + decimals(text.substring(at + 1)) : sum;
    }

    /** 十 alone is ten; 万 and 亿 count all that stands before them. */
    private void scale(long times) {
        if (times >= 10_000) {
            long counted = section == 0 && digit < 0 ? ONE : Math.addExact(section, Math.max(0, digit));
            whole = Math.addExact(whole, Math.multiplyExact(counted, times));
            section = 0;
        } else {
            section = Math.addExact(section, Math.multiplyExact(digit < 0 ? ONE : digit, times));
        }
        digit = -1;
    }

    /** A plain decimal such as {@code 62.5}, in millionths. */
    static long decimal(String number) {
        int point = number.indexOf('.');
        var integer = point < 0 ? number : number.substring(0, point);
        var rest = point < 0 ? "" : number.substring(point + 1);
        var places = (rest + "000000").substring(0, 6);
        return Math.addExact(Math.multiplyExact(Long.parseLong(integer), ONE), Long.parseLong(places));
    }

    private static long decimals(String digits) {
        var plain = new StringBuilder("0.");
        digits.chars().forEach(sign -> plain.append(digit((char) sign)));
        return decimal(plain.toString());
    }

    private boolean isArabic(int at) {
        return Character.isDigit(text.charAt(at)) || text.charAt(at) == '.';
    }

    private static long digit(char sign) {
        return switch (sign) {
            case '两' -> 2;
            case '〇' -> 0;
            default -> DIGITS.indexOf(sign);
        };
    }
}
