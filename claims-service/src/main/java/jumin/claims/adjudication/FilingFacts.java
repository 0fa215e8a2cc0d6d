package jumin.claims.adjudication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jumin.claims.filing.Filing;
import jumin.claims.filing.FilingKind;
import jumin.regulation.fact.Facts;

/**
 * 备案、认定、申报所定的事实: they go before what the hospital says, whose word stays a fact to verify. Pure.
 *
 * @param filings all of the person
 * @param visit where and when the care was given
 */
record FilingFacts(List<Filing> filings, Visit visit) {

    /** What a filing decides; words of the hospital under these names are not taken over. */
    static final Set<String> DECIDED = Set.of(
            "off_area_reason",
            "filed",
            "filing_date",
            "back_filed",
            "at_filed_place",
            "chronic_class",
            "diseases",
            "chronic_certified",
            "disease",
            "third_party_share",
            "third_party_undecided",
            "third_party_advance");

    /**
     * A visit as the filings see it.
     *
     * @param injury its diagnosis is one, whatever care type it is billed under
     */
    record Visit(
            CareType careType,
            boolean injury,
            String providerArea,
            String personArea,
            LocalDate admission,
            LocalDate discharge) {}

    Facts of(Circumstances said) {
        var facts = withoutDecided(said.facts());
        facts = offArea(facts, said);
        facts = chronic(facts, said);
        facts = twoDisease(facts);
        return trauma(facts, said);
    }

    /** What the hospital said and no filing bears out, for people. */
    List<String> unverified(Circumstances said) {
        var words = new ArrayList<String>();
        if (Boolean.TRUE.equals(said.filed()) && offArea().isEmpty()) {
            words.add("医院称已办异地就医备案，本系统没有有效备案");
        }
        if (said.thirdPartyShare() != null && holding(FilingKind.TRAUMA).isEmpty()) {
            words.add("医院填写第三人责任比例 " + said.thirdPartyShare() + "，没有经审批的外伤申报");
        }
        if (Boolean.TRUE.equals(said.emergency())) {
            words.add("医院称急诊抢救，视同已备案，待核实");
        }
        return List.copyOf(words);
    }

    /** Whether what this care needs is there. */
    boolean needIsMet() {
        return visit.careType()
                .needs()
                .filter(kind -> kind != FilingKind.TRAUMA)
                .map(kind -> !holding(kind).isEmpty())
                .orElse(true);
    }

    private static Facts withoutDecided(Facts said) {
        var kept = Facts.none();
        for (var fact : said.all().entrySet()) {
            kept = DECIDED.contains(fact.getKey()) ? kept : kept.with(fact.getKey(), fact.getValue());
        }
        return kept;
    }

    private List<Filing> holding(FilingKind kind) {
        return filings.stream()
                .filter(one -> one.kind() == kind && one.holds(visit.admission()))
                .toList();
    }

    /** Of several the one of the place, then the newest. */
    private Optional<Filing> offArea() {
        return holding(FilingKind.OFF_AREA).stream()
                .max(Comparator.comparing(this::atItsPlace).thenComparing(Filing::filedOn));
    }

    private boolean atItsPlace(Filing filing) {
        return visit.providerArea().startsWith(filing.details().offArea().place());
    }

    private Facts offArea(Facts facts, Circumstances said) {
        if (visit.providerArea().equals(visit.personArea())) {
            return facts;
        }
        return offArea()
                .map(filing -> filed(facts, filing))
                .orElseGet(() -> Optional.ofNullable(said.offAreaReason())
                        .map(reason -> facts.with("off_area_reason", reason))
                        .orElse(facts));
    }

    /** Filed before the discharge is filed; later it is filed late, which the law may pay by hand. */
    private Facts filed(Facts facts, Filing filing) {
        var late = filing.filedOn().isAfter(visit.discharge());
        return facts.with("off_area_reason", filing.details().offArea().reason())
                .with(late ? "back_filed" : "filed", true)
                .with("filing_date", filing.validFrom())
                .with("at_filed_place", atItsPlace(filing));
    }

    private Facts chronic(Facts facts, Circumstances said) {
        var recognised = holding(FilingKind.CHRONIC);
        if (recognised.isEmpty() || !needs(FilingKind.CHRONIC)) {
            return facts;
        }
        var treated = Optional.ofNullable(said.diseases()).orElse(List.of());
        var relevant = recognised.stream()
                .filter(one -> treated.isEmpty()
                        || one.details().chronic().diseases().stream().anyMatch(treated::contains))
                .toList();
        var counting = relevant.isEmpty() ? recognised : relevant;
        var chronicClass = counting.stream()
                .flatMap(one -> Stream.ofNullable(one.details().chronic().chronicClass()))
                .min(Comparator.naturalOrder());
        var complete = facts.with("chronic_certified", true).withWords("diseases", diseases(counting, treated));
        return chronicClass.isPresent() ? complete.with("chronic_class", chronicClass.get()) : complete;
    }

    private static List<String> diseases(List<Filing> counting, List<String> treated) {
        var all = counting.stream()
                .flatMap(one -> one.details().chronic().diseases().stream())
                .distinct()
                .toList();
        var both = all.stream().filter(treated::contains).toList();
        return both.isEmpty() ? all : both;
    }

    private Facts twoDisease(Facts facts) {
        if (!needs(FilingKind.TWO_DISEASE)) {
            return facts;
        }
        var chronic = holding(FilingKind.CHRONIC).stream()
                .anyMatch(one -> one.details().chronic().twoDisease() != null);
        var complete = chronic ? facts.with("chronic_certified", true) : facts;
        return holding(FilingKind.TWO_DISEASE).stream()
                .reduce((earlier, later) -> later)
                .map(one -> complete.with("disease", one.details().twoDisease().disease()))
                .orElse(complete);
    }

    /** Without an approved declaration an injury waits: the hospital can only make a bill wait, never settle a share. */
    private Facts trauma(Facts facts, Circumstances said) {
        var speaks = needs(FilingKind.TRAUMA)
                || visit.injury()
                || Boolean.TRUE.equals(said.thirdPartyUndecided())
                || said.thirdPartyShare() != null;
        var declared = holding(FilingKind.TRAUMA).stream()
                .filter(one -> speaks || one.validTo().isPresent())
                .reduce((earlier, later) -> later)
                .map(one -> one.details().trauma());
        if (declared.isPresent() && declared.get().thirdPartyShare() != null) {
            var shared = facts.with("third_party_share", declared.get().thirdPartyShare());
            return declared.get().fundAdvance() ? shared.with("third_party_advance", true) : shared;
        }
        return speaks || declared.isPresent() ? facts.with("third_party_undecided", true) : facts;
    }

    private boolean needs(FilingKind kind) {
        return visit.careType().needs().equals(Optional.of(kind));
    }
}
