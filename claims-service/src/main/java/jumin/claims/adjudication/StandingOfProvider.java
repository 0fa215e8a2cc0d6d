package jumin.claims.adjudication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jumin.claims.catalogue.CatalogueLookup;
import jumin.claims.catalogue.CatalogueVersion;
import jumin.claims.provider.CareProvider;
import jumin.claims.provider.CareProviders;
import jumin.claims.provider.ProviderCode;
import jumin.platform.sql.Sql;
import jumin.regulation.fact.Facts;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.SettlementFacts;

/** 机构当日的级别、类别: as they are known today, for a bill that was decided before; its agreements stay as they were judged. */
@ApplicationScoped
class StandingOfProvider {

    private static final String KIND = "provider_kind";
    private static final String LEVEL = "provider_level";
    private static final String TRADITIONAL = "provider_is_tcm";

    private static final String VERSIONS = "select " + CatalogueLookup.COLUMNS
            + " from unnest(?::text[]) asked (code) join catalogue_item c on c.area = ? and c.code = asked.code";

    private final CareProviders providers;
    private final Sql database;

    StandingOfProvider(CareProviders providers, Sql database) {
        this.providers = providers;
        this.database = database;
    }

    /** None for a provider that is not registered here. */
    Optional<CareProvider> of(AssembledBill decided) {
        return Optional.of(decided.bill().providerCode())
                .filter(code -> code.matches(ProviderCode.FORM))
                .flatMap(code ->
                        providers.on(new ProviderCode(code), decided.bill().admissionDate()));
    }

    /** The same bill as one of that standing; the very same where nothing of it has changed. */
    AssembledBill restated(AssembledBill decided, CareProvider now) {
        var facts = decided.facts().facts();
        if (same(facts, now)) {
            return decided;
        }
        var kept = Facts.none();
        for (var fact : facts.all().entrySet()) {
            kept = fact.getKey().equals(KIND) || fact.getKey().equals(LEVEL)
                    ? kept
                    : kept.with(fact.getKey(), fact.getValue());
        }
        var leveled = now.pharmacy() ? kept : kept.with(LEVEL, now.level());
        var standing = leveled.with(TRADITIONAL, now.traditional());
        return new AssembledBill(
                decided.person(),
                decided.bill().at(title(decided.law(), now), items(decided, now.level())),
                decided.totalAmount(),
                decided.law(),
                new SettlementFacts(now.kind().isEmpty() ? standing : standing.with(KIND, now.kind())));
    }

    /** As it is printed; a pharmacy has no level. */
    static String title(Law law, CareProvider provider) {
        return provider.pharmacy() ? "零售药店" : PersonFacts.title(law, LEVEL, provider.level());
    }

    private static boolean same(Facts facts, CareProvider now) {
        return facts.word(LEVEL).orElse("").equals(now.level())
                && facts.word(KIND).orElse("").equals(now.kind())
                && facts.flag(TRADITIONAL) == now.traditional();
    }

    /** 医保支付标准 goes by the level. */
    private List<ClassifiedItem> items(AssembledBill decided, String level) {
        var items = decided.bill().items();
        var codes = items.stream()
                .filter(item -> item.catalogueCode() != null)
                .map(ClassifiedItem::catalogueCode)
                .distinct()
                .toList();
        var versions =
                database
                        .list(
                                VERSIONS,
                                row -> CatalogueLookup.version(row, 1, level),
                                codes,
                                decided.law().area())
                        .stream()
                        .collect(Collectors.groupingBy(CatalogueVersion::code));
        return items.stream()
                .map(item -> ClassifiedItem.standing(
                                versions.getOrDefault(item.catalogueCode(), List.of()), item.date())
                        .findFirst()
                        .map(version -> item.at(version.standard()))
                        .orElse(item))
                .toList();
    }
}
