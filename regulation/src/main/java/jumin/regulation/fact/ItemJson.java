package jumin.regulation.fact;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.regulation.Money;
import jumin.regulation.Rate;
import jumin.regulation.json.Json;
import jumin.regulation.law.form.Nearest;

/** 费用明细的书写形式。 */
final class ItemJson {

    private static final Set<String> KEYS = Set.of(
            "class",
            "kind",
            "amount",
            "over_ceiling",
            "date",
            "excluded",
            "exclude_reason",
            "tcm",
            "prepayment",
            "uses");

    private ItemJson() {}

    static Json write(FeeItem item) {
        var json = new Json.Structure()
                .with("class", Json.text(item.itemClass()))
                .with("kind", Json.text(item.kind()))
                .with("amount", Json.text(item.amount()));
        if (!item.overCeiling().isZero()) {
            json.with("over_ceiling", Json.text(item.overCeiling()));
        }
        item.date().ifPresent(day -> json.with("date", Json.text(day)));
        if (item.excluded()) {
            json.with("excluded", Json.of(true));
        }
        if (item.traditional()) {
            json.with("tcm", Json.of(true));
        }
        item.prepayment().ifPresent(rate -> json.with("prepayment", Json.text(rate.decimal())));
        item.uses().ifPresent(uses -> json.with("uses", words(uses)));
        return json;
    }

    private static Json words(Set<String> uses) {
        return Json.array(uses.stream().sorted().map(Json::text).toList());
    }

    static FeeItem read(Json json) {
        if (!(json instanceof Json.Structure item)) {
            throw new IllegalArgumentException("须为费用明细对象");
        }
        item.members().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("不认识的键“" + key + "”；" + Nearest.hint(key, KEYS) + "可用："
                            + String.join("、", KEYS.stream().sorted().toList()));
                });
        return new FeeItem(
                itemClass(text(item, "class")),
                text(item, "kind"),
                Money.yuan(text(item, "amount")),
                find(item, "over_ceiling").map(Money::yuan).orElse(Money.ZERO),
                find(item, "date").map(LocalDate::parse),
                flag(item, "excluded") || item.members().containsKey("exclude_reason"),
                flag(item, "tcm"),
                find(item, "prepayment").map(Rate::parse),
                Optional.ofNullable(item.members().get("uses")).map(ItemJson::uses));
    }

    private static Set<String> uses(Json value) {
        if (!(value instanceof Json.Array array)) {
            throw new IllegalArgumentException("键“uses”须为词的列表，如 [\"blood_pressure\"]；没有用途的写 []");
        }
        return array.elements().stream()
                .map(element -> {
                    if (element instanceof Json.Text word) {
                        return word.value();
                    }
                    throw new IllegalArgumentException("键“uses”须为词的列表");
                })
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ItemClass itemClass(String word) {
        return Stream.of(ItemClass.values())
                .filter(known -> known.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("收费项目等级“" + word + "”；可用：A（甲类）、B（乙类）、C（丙类及目录外）"));
    }

    private static String text(Json.Structure item, String key) {
        return find(item, key).orElseThrow(() -> new IllegalArgumentException("缺少键“" + key + "”"));
    }

    private static Optional<String> find(Json.Structure item, String key) {
        return Optional.ofNullable(item.members().get(key)).map(value -> {
            if (value instanceof Json.Text text) {
                return text.value();
            }
            throw new IllegalArgumentException("键“" + key + "”须加引号"
                    + (value instanceof Json.Whole number ? "，写 \"" + number.value() + ".00\"" : "，如 \"1000.00\""));
        });
    }

    private static boolean flag(Json.Structure item, String key) {
        return item.members().get(key) instanceof Json.Flag flag && flag.value();
    }
}
