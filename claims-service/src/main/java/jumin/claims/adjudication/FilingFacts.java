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
import jumin.regulation.law.Law;

/**
 * 备案、认定、申报所定的事实: they go before what the hospital says, whose word stays a fact to verify. Pure.
 *
 * @param filings all of the person
 * @param visit where and when the care was given
 */
record FilingFacts(List<Filing> filings, Visit visit, Law law) {

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
            "treated_disease",
            "third_party_share",
            "third_party_undecided",
            "third_party_advance");

    /** The reason that a hospital can vouch for: whoever is rescued has no time to file. */
    private static final String EMERGENCY = "emergency";

    /**
     * A visit as the filings see it.
     *
     * @param injury its diagnosis is one, whatever care type it is billed under
     * @param providerPath the divisions in which the provider lies, as {@code 310100/310115/}
     */
    record Visit(
            CareType careType,
            boolean injury,
            String providerArea,
            String providerPath,
            String personArea,
            LocalDate admission,
            LocalDate discharge) {}

    Facts of(Circumstances said) {
        var facts = withoutDecided(said.facts());
        facts = offArea(facts, said);
        facts = recognised().chronic(facts, said);
        facts = recognised().twoDisease(facts, said);
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
        if (Boolean.TRUE.equals(said.emergency()) || EMERGENCY.equals(said.offAreaReason())) {
            words.add("医院称急诊抢救，视同已备案，待核实");
        } else if (said.offAreaReason() != null && offArea().isEmpty() && away()) {
            words.add("医院填写异地就医原因 " + said.offAreaReason() + "，没有有效备案，不予采用");
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

    /** A place may be a province, a city or a county: the provider lies in it if one of its divisions does. */
    private boolean atItsPlace(Filing filing) {
        var place = filing.details().offArea().place();
        return Stream.of(visit.providerPath().split("/")).anyMatch(division -> division.startsWith(place));
    }

    private boolean away() {
        return !visit.providerArea().equals(visit.personArea());
    }

    private Facts offArea(Facts facts, Circumstances said) {
        if (!away()) {
            return facts;
        }
        return offArea()
                .map(filing -> filed(facts, filing))
                .orElseGet(() ->
                        EMERGENCY.equals(said.offAreaReason()) ? facts.with("off_area_reason", EMERGENCY) : facts);
    }

    /** Filed before the discharge is filed; later it is filed late, which the law may pay by hand. */
    private Facts filed(Facts facts, Filing filing) {
        var late = filing.filedOn().isAfter(visit.discharge());
        return facts.with("off_area_reason", filing.details().offArea().reason())
                .with(late ? "back_filed" : "filed", true)
                .with("filing_date", filing.validFrom())
                .with("at_filed_place", atItsPlace(filing));
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

    RecognisedCare recognised() {
        return new RecognisedCare(
                filings.stream().filter(one -> one.holds(visit.admission())).toList(), visit.careType(), law);
    }

    private boolean needs(FilingKind kind) {
        return visit.careType().needs().equals(Optional.of(kind));
    }
}
