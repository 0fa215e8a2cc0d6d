package jumin.regulation.fact;

import java.util.List;
import java.util.Locale;
import jumin.regulation.json.Json;
import jumin.regulation.json.JsonText;

/** 事实的规范化 JSON：the same facts have the same bytes, and read back as the same facts. */
public final class FactsJson {

    private FactsJson() {}

    public static String canonical(Facts facts) {
        return write(facts).canonical();
    }

    static Json write(Facts facts) {
        var json = new Json.Structure();
        facts.forEach((name, fact) -> place(json, name, FactType.write(fact)));
        return json;
    }

    private static void place(Json.Structure json, String name, Json value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            json.with(name, value);
        } else {
            var inner = json.members().computeIfAbsent(name.substring(0, dot), any -> new Json.Structure());
            place((Json.Structure) inner, name.substring(dot + 1), value);
        }
    }

    public static Facts read(String text, Declarations declarations) {
        return read(JsonText.read(text), declarations);
    }

    /** 另报的事实: an object whose names a service spells in its own way (camelCase); what the law has no word for is not its business. */
    public static Facts spoken(String text, Declarations declarations) {
        var known = new Json.Structure();
        if (JsonText.read(text) instanceof Json.Structure said) {
            said.members().forEach((name, value) -> {
                var declared = name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
                if (!value.equals(Json.NOTHING) && declarations.find(declared).isPresent()) {
                    known.with(declared, value);
                }
            });
        }
        return read(known, declarations);
    }

    /** Reads by the declared names and types; complaints name the key. */
    public static Facts read(Json json, Declarations declarations) {
        if (!(json instanceof Json.Structure structure)) {
            throw new IllegalArgumentException("事实须为对象");
        }
        return read(Facts.none(), "", structure, declarations);
    }

    private static Facts read(Facts facts, String prefix, Json.Structure json, Declarations declarations) {
        for (var member : json.members().entrySet()) {
            var name = prefix + member.getKey();
            var declared = declarations.find(name);
            if (declared.isPresent() && !(member.getValue() instanceof Json.Structure)) {
                facts = facts.with(name, value(declared.get(), member.getValue()));
            } else if (member.getValue() instanceof Json.Structure inner && declarations.hasNested(name)) {
                facts = read(facts, name + ".", inner, declarations);
            } else {
                throw new FactProblem(
                        name, "不认识的事实“" + name + "”；" + declarations.near(name) + "事实须先在 vocabulary.yaml 中声明", null);
            }
        }
        return facts;
    }

    private static Fact value(Declaration declared, Json json) {
        try {
            var fact = switch (declared.type()) {
                case ITEMS ->
                    new Fact.Items(elements(json).stream().map(ItemJson::read).toList());
                case MANY ->
                    new Fact.Many(elements(json).stream()
                            .map(element -> read(element, declared.members().orElseThrow()))
                            .toList());
                default -> declared.type().read(json);
            };
            declared.check(fact);
            return fact;
        } catch (IllegalArgumentException e) {
            throw new FactProblem(declared.name(), "事实“" + declared.name() + "”：" + e.getMessage(), e);
        }
    }

    private static List<Json> elements(Json json) {
        if (json instanceof Json.Array array) {
            return array.elements();
        }
        throw new IllegalArgumentException("须为一列");
    }
}
