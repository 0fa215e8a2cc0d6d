package jumin.regulation.law.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.Node;

/** 对照写法检查一个文件：all complaints at once, each with its place and what to do. */
public final class FormCheck {

    private final List<LawDataProblem> problems = new ArrayList<>();

    private FormCheck() {}

    /** What is wrong with a block that should have this form. */
    public static List<LawDataProblem> check(String form, Node node) {
        var check = new FormCheck();
        check.block(Grammar.form(form), node, Optional.empty());
        return List.copyOf(check.problems);
    }

    private void shape(Shape shape, Node node, Optional<String> unit) {
        switch (shape) {
            case Shape.Scalar scalar -> scalar(scalar, node);
            case Shape.Word word -> word(word, node);
            case Shape.Many many -> node.list().forEach(each -> shape(many.each(), each, unit));
            case Shape.Entries entries -> entries(entries, node);
            case Shape.Open open -> open(open, node);
            case Shape.Block block -> block(Grammar.form(block.form()), node, Optional.empty());
            case Shape.Either either -> shape(node.isMapping() ? either.keyed() : either.plain(), node, unit);
            case Shape.Named named -> named(named, node);
            case Shape.Period period -> unit.ifPresent(known -> block(Grammar.period(known), node, unit));
            case Shape.Told told -> told(told, node);
        }
    }

    private void named(Shape.Named named, Node node) {
        if (!named.name().equals("anything")) {
            shape(Grammar.named(named.name()), node, Optional.empty());
        }
    }

    private void scalar(Shape.Scalar scalar, Node node) {
        if (!(node instanceof Node.Scalar value)) {
            complain(node, "此处须为" + scalar.says());
        } else if (!scalar.pattern().matcher(value.text()).matches()) {
            complain(node, "“" + value.text() + "”写法不对；须为" + scalar.says());
        }
    }

    private void word(Shape.Word word, Node node) {
        if (!(node instanceof Node.Scalar value)) {
            complain(node, "此处须为一个词；可用：" + String.join("、", word.words()));
        } else if (!word.words().contains(value.text())) {
            complain(node, "不认识的“" + value.text() + "”；" + suggestion(value.text(), word.words()));
        }
    }

    private void entries(Shape.Entries entries, Node node) {
        if (keyed(node)) {
            node.members().values().forEach(value -> shape(entries.value(), value, Optional.empty()));
        }
    }

    private void open(Shape.Open open, Node node) {
        if (keyed(node)) {
            node.members()
                    .forEach((key, value) ->
                            shape(open.known().getOrDefault(key, open.others()), value, Optional.empty()));
        }
    }

    private void told(Shape.Told told, Node node) {
        if (!keyed(node)) {
            return;
        }
        var keys = node.members().keySet();
        told.tellers().stream()
                .filter(teller -> keys.containsAll(teller.keys()))
                .findFirst()
                .ifPresentOrElse(
                        teller -> block(Grammar.form(teller.form()), node, Optional.empty()),
                        () -> complain(node, "看不出是哪种" + told.says() + "；须写其中之一：" + heads(told)));
    }

    private static String heads(Shape.Told told) {
        var heads = new LinkedHashSet<String>();
        told.tellers().forEach(teller -> heads.add(teller.keys().getFirst()));
        return String.join("、", heads);
    }

    private void block(Form form, Node node, Optional<String> unit) {
        if (!keyed(node)) {
            return;
        }
        var own = unit.or(() ->
                        node.find("unit").filter(Node.Scalar.class::isInstance).map(Node::text))
                .filter(Grammar.UNITS::contains);
        node.members().forEach((key, value) -> {
            var field = form.fields().get(key);
            if (field == null) {
                problems.add(new LawDataProblem(node.mark(key), unknown(key, form)));
            } else {
                shape(field.shape(), value, own);
            }
        });
        form.fields().forEach((key, field) -> {
            if (field.required() && node.find(key).isEmpty()) {
                complain(node, "缺少键“" + key + "”（" + field.says() + "）；" + form.title() + "须写这个键");
            }
        });
    }

    /** A key that belongs elsewhere is told apart from one that belongs nowhere. */
    private static String unknown(String key, Form form) {
        var near = nearest(key, form.fields().keySet());
        var elsewhere = Grammar.all().values().stream()
                .filter(other -> other.fields().containsKey(key))
                .map(Form::title)
                .distinct()
                .sorted()
                .limit(4)
                .toList();
        return near.isEmpty() && !elsewhere.isEmpty()
                ? "键“" + key + "”不能写在这里（" + form.title() + "）；它属于：" + String.join("、", elsewhere) + "；此处可用："
                        + String.join("、", form.fields().keySet())
                : "不认识的键“" + key + "”；" + suggestion(key, form.fields().keySet());
    }

    private static String suggestion(String word, java.util.Collection<String> known) {
        return nearest(word, known).map(near -> "是不是“" + near + "”？").orElse("") + "可用：" + String.join("、", known);
    }

    private static Optional<String> nearest(String word, java.util.Collection<String> known) {
        return known.stream()
                .filter(other -> Distance.between(word, other) <= Math.max(1, word.length() / 4))
                .findFirst();
    }

    private boolean keyed(Node node) {
        if (!node.isMapping()) {
            complain(node, "此处须为“键: 值”");
        }
        return node.isMapping();
    }

    private void complain(Node node, String what) {
        problems.add(new LawDataProblem(node.mark(), what));
    }

    /** The keys that any form knows. */
    static Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        Grammar.all().values().forEach(form -> keys.addAll(form.fields().keySet()));
        return keys;
    }
}
