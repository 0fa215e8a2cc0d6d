package jumin.regulation.json;

import java.util.ArrayList;

/** Writes and reads the canonical text. */
public final class JsonText {

    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private JsonText(String text) {
        this.text = text;
    }

    /** Reads one value and nothing behind it. */
    public static Json read(String text) {
        var reader = new JsonText(text);
        var value = reader.value();
        reader.space();
        if (reader.at < text.length()) {
            throw reader.wrong("值之后还有内容");
        }
        return value;
    }

    static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Structure structure -> writeStructure(structure, out);
            case Json.Array array -> {
                out.append('[');
                for (int i = 0; i < array.elements().size(); i++) {
                    write(array.elements().get(i), i == 0 ? out : out.append(','));
                }
                out.append(']');
            }
            case Json.Text text -> writeText(text.value(), out);
            case Json.Whole whole -> out.append(whole.value());
            case Json.Flag flag -> out.append(flag.value());
            case Json.Nothing nothing -> out.append("null");
        }
    }

    private static void writeStructure(Json.Structure structure, StringBuilder out) {
        char separator = '{';
        for (var member : structure.members().entrySet()) {
            writeText(member.getKey(), out.append(separator));
            write(member.getValue(), out.append(':'));
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static void writeText(String value, StringBuilder out) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || c < ' ') {
                out.append(value, written, i).append(c < ' ' ? String.format("\\u%04x", (int) c) : "\\" + c);
                written = i + 1;
            }
        }
        out.append(written == 0 ? value : value.substring(written)).append('"');
    }

    private Json value() {
        space();
        if (at >= text.length()) {
            throw wrong("内容不完整");
        }
        char c = text.charAt(at);
        return switch (c) {
            case '{' -> structure();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> literal("true", Json.of(true));
            case 'f' -> literal("false", Json.of(false));
            case 'n' -> literal("null", Json.NOTHING);
            default -> whole();
        };
    }

    private Json structure() {
        enter();
        var structure = new Json.Structure();
        if (!accept('}')) {
            do {
                space();
                var name = string();
                expect(':');
                if (structure.members().containsKey(name)) {
                    throw wrong("键“" + name + "”重复");
                }
                structure.with(name, value());
            } while (accept(','));
            expect('}');
        }
        depth--;
        return structure;
    }

    private Json array() {
        enter();
        var elements = new ArrayList<Json>();
        if (!accept(']')) {
            do {
                elements.add(value());
            } while (accept(','));
            expect(']');
        }
        depth--;
        return Json.array(elements);
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw wrong("嵌套过深");
        }
    }

    private Json literal(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw wrong("不认识的值");
        }
        at += word.length();
        return value;
    }

    private Json whole() {
        int start = at;
        while (at < text.length() && "-0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Json.of(Long.parseLong(text, start, at, 10));
        } catch (NumberFormatException e) {
            throw wrong("须为整数；金额和比例须写成字符串");
        }
    }

    private String string() {
        if (at >= text.length() || text.charAt(at) != '"') {
            throw wrong("缺少双引号");
        }
        var value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
        }
        if (at >= text.length()) {
            throw wrong("字符串没有结束");
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        at++;
        char c = at < text.length() ? text.charAt(at) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw wrong("不认识的转义");
        };
    }

    private char unicode() {
        if (at + 4 >= text.length()) {
            throw wrong("转义不完整");
        }
        try {
            char c = (char) Integer.parseInt(text, at + 1, at + 5, 16);
            at += 4;
            return c;
        } catch (NumberFormatException e) {
            throw wrong("不认识的转义");
        }
    }

    private void space() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(char c) {
        space();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw wrong("缺少“" + c + "”");
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("JSON 第 " + (at + 1) + " 个字符：" + what);
    }
}
