package jumin.regulation.law.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 编辑器所用的 JSON Schema：written from the same grammar that the reader checks. */
public final class JsonSchema {

    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";
    private static final String LAW = "law.schema.json";
    private static final Shape PERIODS = new Shape.Many(new Shape.Period());

    /** How an editor types a plain value of YAML, each with examples of it. */
    private static final Map<String, List<String>> TYPED = new TreeMap<>(Map.of(
            "number", List.of("0", "1", "10", "2024", "123456", "0.5", "600.00"),
            "boolean", List.of("true", "false"),
            "null", List.of("")));

    private JsonSchema() {}

    /** All schema files by name. */
    public static SequencedMap<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put(LAW, SchemaText.of(root("一章法规数据", object("$ref", "#/definitions/chapter"), definitions())));
        files.put("city.schema.json", pointing("统筹区及其文件", "city"));
        files.put("vocabulary.schema.json", pointing("词汇", "vocabulary"));
        var one = object("$ref", LAW + "#/definitions/case");
        files.put("case.schema.json", SchemaText.of(root("验算案例", object("anyOf", List.of(one, array(one))), Map.of())));
        return files;
    }

    private static String pointing(String title, String form) {
        return SchemaText.of(root(title, object("$ref", LAW + "#/definitions/" + form), Map.of()));
    }

    private static Map<String, Object> root(
            String title, Map<String, Object> content, Map<String, Object> definitions) {
        var root = new LinkedHashMap<String, Object>();
        root.put("$schema", DRAFT);
        root.put("title", title);
        root.put("allOf", List.of(content));
        if (!definitions.isEmpty()) {
            root.put("definitions", definitions);
        }
        return root;
    }

    private static Map<String, Object> definitions() {
        var definitions = new TreeMap<String, Object>();
        Grammar.all().forEach((name, form) -> definitions.put(name, form(form)));
        Shapes.NAMED.forEach((name, shape) -> definitions.put("shape." + name, shape(shape)));
        definitions.put("shape.anything", Map.of());
        return definitions;
    }

    private static Map<String, Object> form(Form form) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("title", form.title());
        schema.put("type", "object");
        var properties = new LinkedHashMap<String, Object>();
        form.fields().forEach((key, field) -> properties.put(key, described(field)));
        schema.put("properties", properties);
        var required = form.fields().entrySet().stream()
                .filter(field -> field.getValue().required())
                .map(Map.Entry::getKey)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        if (form.fields().values().stream().anyMatch(field -> field.shape().equals(PERIODS))) {
            schema.put("allOf", byUnit());
        }
        return schema;
    }

    /** The unit decides what a period may say. */
    private static List<Object> byUnit() {
        var conditions = new ArrayList<Object>();
        Grammar.periodsByUnit().forEach((unit, form) -> {
            var condition = new LinkedHashMap<String, Object>();
            var is = object("properties", object("unit", object("const", unit)));
            is.put("required", List.of("unit"));
            condition.put("if", is);
            condition.put("then", object("properties", object("values", oneOrMany(reference(form)))));
            conditions.add(condition);
        });
        return conditions;
    }

    private static Map<String, Object> described(Form.Field field) {
        var described = new LinkedHashMap<String, Object>();
        described.put("description", field.says());
        var shape = shape(field.shape());
        if (shape.containsKey("$ref")) {
            described.put("allOf", List.of(shape));
        } else {
            shape.forEach(described::putIfAbsent);
        }
        return described;
    }

    /** An editor applies a pattern to texts only: the other types are allowed where something of them would match. */
    private static List<String> types(Pattern pattern) {
        var others = TYPED.entrySet().stream()
                .filter(type -> type.getValue().stream().anyMatch(pattern.asMatchPredicate()))
                .map(Map.Entry::getKey);
        return Stream.concat(Stream.of("string"), others).toList();
    }

    private static Map<String, Object> shape(Shape shape) {
        return switch (shape) {
            case Shape.Scalar scalar -> {
                var schema = object("type", types(scalar.pattern()));
                schema.put("pattern", "^(?:" + scalar.pattern().pattern() + ")$");
                schema.put("description", scalar.says());
                yield schema;
            }
            case Shape.Word word -> object("enum", words(word));
            case Shape.Many many -> oneOrMany(shape(many.each()));
            case Shape.Entries entries -> entries(shape(entries.value()));
            case Shape.Open open -> {
                var known = new TreeMap<String, Object>();
                open.known().forEach((key, value) -> known.put(key, shape(value)));
                var schema = entries(shape(open.others()));
                schema.put("properties", known);
                yield schema;
            }
            case Shape.Block block -> reference(block.form());
            case Shape.Either either -> object("anyOf", List.of(shape(either.plain()), shape(either.keyed())));
            case Shape.Named named -> reference("shape." + named.name());
            case Shape.Period period -> new LinkedHashMap<>(Map.of("type", "object"));
            case Shape.Told told -> told(told.tellers());
        };
    }

    /** An editor reads {@code true} as a flag, the reader as a word. */
    private static List<Object> words(Shape.Word word) {
        var words = new ArrayList<Object>(word.words());
        if (word.words().contains("true")) {
            words.addAll(List.of(true, false));
        }
        return words;
    }

    private static Map<String, Object> told(List<Shape.Told.Teller> tellers) {
        if (tellers.isEmpty()) {
            return object("not", Map.of());
        }
        var first = tellers.getFirst();
        var schema = object("if", object("required", first.keys()));
        schema.put("then", reference(first.form()));
        schema.put("else", told(tellers.subList(1, tellers.size())));
        return schema;
    }

    private static Map<String, Object> entries(Map<String, Object> value) {
        var schema = object("type", "object");
        schema.put("additionalProperties", value);
        return schema;
    }

    private static Map<String, Object> oneOrMany(Map<String, Object> each) {
        return object("anyOf", List.of(each, array(each)));
    }

    private static Map<String, Object> array(Map<String, Object> each) {
        var schema = object("type", "array");
        schema.put("items", each);
        return schema;
    }

    private static Map<String, Object> reference(String definition) {
        return object("$ref", "#/definitions/" + definition);
    }

    private static Map<String, Object> object(String key, Object value) {
        var object = new LinkedHashMap<String, Object>();
        object.put(key, value);
        return object;
    }
}
