package jumin.regulation.law.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 全部写法的对照表，for authors: the same grammar as Markdown. */
public final class GrammarText {

    private GrammarText() {}

    /** docs/regulation-reference.md */
    public static String markdown() {
        var lines = new ArrayList<String>();
        lines.add("# 法规数据的全部写法");
        lines.add("");
        lines.add("由程序写出，与程序所读的一致；不要手改。怎样用见 [regulation-authoring.md](regulation-authoring.md)。粗体的键必须写。");
        var units = units();
        Grammar.ordered().forEach(form -> form(form, units, lines));
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, List<String>> units() {
        var units = new LinkedHashMap<String, List<String>>();
        Grammar.periodsByUnit()
                .forEach((unit, form) ->
                        units.computeIfAbsent(form, any -> new ArrayList<>()).add(unit));
        return units;
    }

    private static void form(Form form, Map<String, List<String>> units, List<String> lines) {
        lines.add("");
        lines.add("## " + form.title());
        lines.add("");
        if (units.containsKey(form.name())) {
            lines.add("`unit`："
                    + units.get(form.name()).stream()
                            .map(unit -> "`" + unit + "`")
                            .collect(Collectors.joining("、")));
            lines.add("");
        }
        lines.add("| 键 | 写什么 | 含义 |");
        lines.add("|---|---|---|");
        form.fields().forEach((key, field) -> {
            var shown = field.required() ? "**`" + key + "`**" : "`" + key + "`";
            lines.add("| " + shown + " | " + cell(shape(field.shape())) + " | " + cell(field.says()) + " |");
        });
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String shape(Shape shape) {
        return switch (shape) {
            case Shape.Scalar scalar -> scalar.says();
            case Shape.Word word -> word.words().size() > 12 ? "一个词（见各节的 unit）" : String.join("、", word.words());
            case Shape.Many many -> shape(many.each()) + "；可以几个";
            case Shape.Entries entries -> "名称: " + shape(entries.value());
            case Shape.Open open -> "条件";
            case Shape.Block block -> "见“" + Grammar.form(block.form()).title() + "”";
            case Shape.Either either -> shape(either.plain()) + "，或 " + shape(either.keyed());
            case Shape.Named named -> named(named.name());
            case Shape.Period period -> "各时期，按 unit";
            case Shape.Told told -> told.says();
        };
    }

    private static String named(String name) {
        return switch (name) {
            case "cells" -> "各格";
            case "condition" -> "条件";
            case "step" -> "步骤";
            default -> "名称: 值";
        };
    }
}
