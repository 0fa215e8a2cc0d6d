package jumin.claims.filing;

import java.util.Optional;
import jumin.regulation.fact.Facts;

/** The words of a filing as facts of a settlement, for asking the law whether it knows them. Pure. */
final class FilingWords {

    private FilingWords() {}

    static Facts of(FilingDetails details) {
        var facts = Facts.none();
        if (details.offArea() != null) {
            facts = facts.with("off_area_reason", details.offArea().reason());
        }
        if (details.chronic() != null) {
            var chronicClass = Optional.ofNullable(details.chronic().chronicClass());
            facts = facts.withWords("diseases", details.chronic().diseases());
            facts = chronicClass.isPresent() ? facts.with("chronic_class", chronicClass.get()) : facts;
            var included = Optional.ofNullable(details.chronic().twoDisease());
            facts = included.isPresent() ? facts.with("disease", included.get()) : facts;
        }
        if (details.twoDisease() != null) {
            facts = facts.with("disease", details.twoDisease().disease());
        }
        if (details.outsidePurchase() != null) {
            facts = facts.with("provider_level", details.outsidePurchase().providerLevel());
        }
        return facts;
    }
}
