package jumin.regulation.law;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** 条文：the articles of a text, without white space, each with the numbers that stand in it. */
record Articles(List<Article> all) {

    private static final Pattern START = Pattern.compile("(?m)^[\\s\\u3000]*第([一二三四五六七八九十百]+)条");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d（.])\\d+(?:\\.\\d+)?(?![\\d）])|(?<![第十])[二两三四五六七八九十]+(?=个月|次|倍|天|日|元)");
    private static final Pattern CITED = Pattern.compile("第([一二三四五六七八九十百]+)条");
    private static final String NUMERALS = "一二三四五六七八九";

    /** 一条。 */
    record Article(int number, String text) {

        List<Token> numbers() {
            return NUMBER.matcher(text)
                    .results()
                    .map(found -> new Token(found.start(), found.group()))
                    .toList();
        }

        /** Where a phrase stands in the article. */
        List<Integer> places(String phrase) {
            var places = new ArrayList<Integer>();
            for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
                places.add(at);
            }
            return places;
        }

        /** The number with some of what stands around it. */
        String around(Token token) {
            return text.substring(Math.max(0, token.at() - 12), Math.min(text.length(), token.at() + 12));
        }
    }

    /** 条文中的一个数。 */
    record Token(int at, String text) {

        String digits() {
            if (Character.isDigit(text.charAt(0))) {
                return text;
            }
            return "两".equals(text) ? "2" : String.valueOf(number(text));
        }
    }

    static Articles of(String instrument) {
        var starts = START.matcher(instrument).results().toList();
        return new Articles(IntStream.range(0, starts.size())
                .mapToObj(i -> {
                    int end = i + 1 < starts.size() ? starts.get(i + 1).start() : instrument.length();
                    return new Article(
                            number(starts.get(i).group(1)),
                            collapse(instrument.substring(starts.get(i).end(), end)));
                })
                .toList());
    }

    /** The articles that a citation names. */
    static List<Integer> cited(String citation) {
        return CITED.matcher(citation)
                .results()
                .map(found -> number(found.group(1)))
                .toList();
    }

    static String collapse(String text) {
        return text.replaceAll("[\\s\\u3000]+", "");
    }

    /** 二十三 is 23. */
    static int number(String chinese) {
        int number = 0;
        int digit = 0;
        for (char sign : chinese.toCharArray()) {
            if (sign == '十') {
                number += Math.max(1, digit) * 10;
                digit = 0;
            } else {
                digit = NUMERALS.indexOf(sign) + 1;
            }
        }
        return number + digit;
    }
}
