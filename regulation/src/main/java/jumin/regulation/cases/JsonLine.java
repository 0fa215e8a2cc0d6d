package jumin.regulation.cases;

import java.util.regex.Pattern;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Mark;

/** 一行一个案例的文件须是 JSON：what YAML would take on such a line, and other readers of the file would not. */
final class JsonLine {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern COMMA_BEFORE_END = Pattern.compile(",\\s*[}\\]]");
    private static final Pattern BARE_WORD =
            Pattern.compile("(?<![^\\s{}\\[\\],:])(?!(?:true|false|null)\\b)[^\\s{}\\[\\],:\"0-9+-][^\\s{}\\[\\],:]*");

    private JsonLine() {}

    static void check(String file, String line, int number) {
        var marks =
                TEXT.matcher(line).replaceAll(text -> "\"".repeat(text.group().length()));
        var comma = COMMA_BEFORE_END.matcher(marks);
        if (comma.find()) {
            throw new LawDataProblem(
                    new Mark(file, number, comma.start() + 1), "第 " + (comma.start() + 1) + " 个字符的逗号之后没有内容；删去这个逗号");
        }
        var word = BARE_WORD.matcher(marks);
        if (word.find()) {
            throw new LawDataProblem(
                    new Mark(file, number, word.start() + 1),
                    "“" + line.substring(word.start(), word.end()) + "”没有写在双引号里；.jsonl 的键和文字都加双引号，或改存为 .yaml");
        }
    }
}
