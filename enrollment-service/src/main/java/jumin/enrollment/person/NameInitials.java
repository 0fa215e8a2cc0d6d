package jumin.enrollment.person;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * 姓名首字母: all readings, since a library's single reading is wrong for many surnames.
 * Rather found once too often than not found. A character that nobody can read is passed over.
 */
final class NameInitials {

    /** A name has at most so many; more would be a play with characters of many readings. */
    private static final int MOST = 32;

    /** Readings as a surname, and of variants, that the library does not know. */
    private static final Map<Integer, String> MORE = Map.ofEntries(
            Map.entry("单".codePointAt(0), "s"),
            Map.entry("仇".codePointAt(0), "q"),
            Map.entry("解".codePointAt(0), "x"),
            Map.entry("查".codePointAt(0), "z"),
            Map.entry("曾".codePointAt(0), "z"),
            Map.entry("尉".codePointAt(0), "y"),
            Map.entry("朴".codePointAt(0), "p"),
            Map.entry("万".codePointAt(0), "m"),
            Map.entry("俟".codePointAt(0), "q"),
            Map.entry("区".codePointAt(0), "o"),
            Map.entry("盖".codePointAt(0), "g"),
            Map.entry("种".codePointAt(0), "c"),
            Map.entry("乐".codePointAt(0), "y"),
            Map.entry("缪".codePointAt(0), "m"),
            Map.entry("翟".codePointAt(0), "z"),
            Map.entry("覃".codePointAt(0), "q"),
            Map.entry("洗".codePointAt(0), "x"),
            Map.entry("黑".codePointAt(0), "h"),
            Map.entry("𠮷".codePointAt(0), "j"),
            Map.entry("䶮".codePointAt(0), "y"));

    private NameInitials() {}

    static Set<String> of(String name) {
        Set<String> initials = Set.of("");
        for (var letters : readings(name)) {
            var longer = new LinkedHashSet<String>();
            for (var before : initials) {
                letters.forEach(letter -> longer.add(before + letter));
            }
            initials = longer.size() > MOST
                    ? new LinkedHashSet<>(longer.stream().limit(MOST).toList())
                    : longer;
        }
        return initials.equals(Set.of("")) ? Set.of() : initials;
    }

    private static List<Set<String>> readings(String name) {
        var readings = new ArrayList<Set<String>>();
        var wordBegins = true;
        for (var point : name.codePoints().toArray()) {
            var han = Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
            var letters = han ? han(point) : latin(point, wordBegins);
            wordBegins = han || !Character.isLetter(point);
            if (!letters.isEmpty()) {
                readings.add(letters);
            }
        }
        return readings;
    }

    private static Set<String> han(int point) {
        var letters = new LinkedHashSet<String>();
        var known = Character.isBmpCodePoint(point) ? PinyinHelper.toHanyuPinyinStringArray((char) point) : null;
        if (known != null) {
            for (var reading : known) {
                letters.add(reading.substring(0, 1));
            }
        }
        if (MORE.containsKey(point)) {
            letters.add(MORE.get(point));
        }
        return letters;
    }

    private static Set<String> latin(int point, boolean wordBegins) {
        return wordBegins && Character.isLetter(point)
                ? Set.of(Character.toString(Character.toLowerCase(point)))
                : Set.of();
    }
}
