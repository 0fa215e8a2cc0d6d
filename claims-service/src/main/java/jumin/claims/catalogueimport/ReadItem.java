package jumin.claims.catalogueimport;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jumin.claims.catalogue.CatalogueItemSubmission;
import jumin.claims.catalogue.Restriction;
import jumin.regulation.Money;
import jumin.regulation.Rate;

/** Reads one line as a version of a catalogue item, or says what is wrong with it. Pure. */
final class ReadItem {

    private static final Map<String, String> CLASSES =
            Map.of("A", "A", "B", "B", "C", "C", "01", "A", "02", "B", "03", "C", "甲", "A", "乙", "B", "丙", "C");
    private static final Map<String, String> KINDS = Map.of(
            "药品",
            "drug",
            "医用耗材",
            "consumable",
            "医疗服务项目",
            "service",
            "服务设施",
            "facility",
            "谈判抗肿瘤药",
            "negotiated_antitumor",
            "其他谈判药",
            "negotiated_other");
    private static final Map<String, String> USES = Map.of("降血压", "blood_pressure", "降血糖", "blood_sugar");
    private static final Set<String> YES = Set.of("是", "1", "true", "Y", "y");

    private static final int LONGEST_RESTRICTION = 500;

    private ReadItem() {}

    /** What a line came to. */
    sealed interface Result {}

    /** A version to enter. */
    record Item(CatalogueItemSubmission submission) implements Result {}

    /** What to correct. */
    record Fault(String text) implements Result {}

    /** @param cells in the order of {@link CatalogueColumn} */
    static Result of(List<String> cells) {
        try {
            var item = new CatalogueItemSubmission(
                    required(cells, CatalogueColumn.CODE),
                    required(cells, CatalogueColumn.NAME),
                    word(cells, CatalogueColumn.ITEM_CLASS, CLASSES),
                    kind(cells),
                    YES.contains(cell(cells, CatalogueColumn.TRADITIONAL)),
                    day(cells, CatalogueColumn.VALID_FROM).orElseThrow(() -> new IllegalArgumentException("生效日必填")),
                    day(cells, CatalogueColumn.VALID_TO).orElse(null),
                    new CatalogueItemSubmission.PaymentStandards(
                            money(cells, CatalogueColumn.STANDARD_PRIMARY),
                            money(cells, CatalogueColumn.STANDARD_SECONDARY),
                            money(cells, CatalogueColumn.STANDARD_TERTIARY)),
                    restriction(cell(cells, CatalogueColumn.RESTRICTION)),
                    rate(cell(cells, CatalogueColumn.PREPAYMENT)),
                    uses(cell(cells, CatalogueColumn.USES)));
            return item.faulty().<Result>map(Fault::new).orElseGet(() -> new Item(item));
        } catch (IllegalArgumentException wrong) {
            return new Fault(wrong.getMessage());
        }
    }

    /** A file has the sentence only: a person looks at whether it is kept to. */
    private static Restriction restriction(String text) {
        if (text.length() > LONGEST_RESTRICTION) {
            throw new IllegalArgumentException(
                    CatalogueColumn.RESTRICTION.title() + "不超过 " + LONGEST_RESTRICTION + " 个字符");
        }
        return text.isEmpty() ? null : new Restriction(text, List.of(), List.of(), null, null);
    }

    /** Several with a comma between, in Chinese or as the interface has them. */
    private static List<String> uses(String text) {
        return Stream.of(text.split("[,，、; ；]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> USES.containsValue(word)
                        ? word
                        : Optional.ofNullable(USES.get(word))
                                .orElseThrow(() -> new IllegalArgumentException(
                                        CatalogueColumn.USES.title() + "“" + word + "”不认识，写降血压、降血糖或不写")))
                .toList();
    }

    /** @throws IllegalArgumentException saying how it is to be written */
    private static Rate rate(String text) {
        return text.isEmpty() ? null : Rate.parse(text);
    }

    private static String cell(List<String> cells, CatalogueColumn column) {
        return column.ordinal() < cells.size() ? cells.get(column.ordinal()) : "";
    }

    private static String required(List<String> cells, CatalogueColumn column) {
        var value = cell(cells, column);
        if (value.isEmpty() || value.length() > 200) {
            throw new IllegalArgumentException(column.title() + "必填，不超过 200 个字符");
        }
        return value;
    }

    private static String kind(List<String> cells) {
        var value = required(cells, CatalogueColumn.KIND);
        return KINDS.containsValue(value.toLowerCase(Locale.ROOT))
                ? value.toLowerCase(Locale.ROOT)
                : word(cells, CatalogueColumn.KIND, KINDS);
    }

    private static String word(List<String> cells, CatalogueColumn column, Map<String, String> words) {
        var value = required(cells, column);
        return Optional.ofNullable(words.get(value))
                .orElseThrow(() -> new IllegalArgumentException(column.title() + "“" + value + "”不认识"));
    }

    private static Optional<LocalDate> day(List<String> cells, CatalogueColumn column) {
        var value = cell(cells, column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        var plain = value.replace('/', '-').replace('.', '-');
        try {
            return Optional.of(LocalDate.parse(
                    plain.matches("\\d{8}")
                            ? plain.substring(0, 4) + "-" + plain.substring(4, 6) + "-" + plain.substring(6)
                            : plain));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(column.title() + "“" + value + "”不是日期（如 2024-01-01）");
        }
    }

    private static Money money(List<String> cells, CatalogueColumn column) {
        var value = cell(cells, column);
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("\\d{1,12}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException(column.title() + "“" + value + "”不是金额（元，最多两位小数）");
        }
        return Money.yuan(value);
    }
}
