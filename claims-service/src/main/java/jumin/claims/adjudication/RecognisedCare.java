package jumin.claims.adjudication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jumin.claims.filing.Filing;
import jumin.claims.filing.FilingKind;
import jumin.regulation.fact.Facts;
import jumin.regulation.fact.Vocabulary;
import jumin.regulation.law.Law;
import jumin.regulation.settlement.ClassOf;

/**
 * 认定的门诊慢特病和两病: several recognitions stand beside each other; which of the diseases a visit treats, the hospital says. Pure.
 *
 * @param holding the filings that hold on the day of care
 */
record RecognisedCare(List<Filing> holding, CareType careType, Law law) {

    private static final String CLASS = "class.chronic";
    private static final String BOTH = "both";

    /**
     * A recognised disease.
     *
     * @param written the class that the recognition names, where it names one
     * @param counted the class as which it counts: the written one, or the law's own; empty where the law has no classes
     */
    private record Disease(String name, Optional<String> written, String counted) {}

    /** 慢特病: what is treated decides the class; the limit of a class is common to all diseases of that class that are recognised. */
    Facts chronic(Facts facts, Circumstances said) {
        var treated = treated(said);
        if (!needs(FilingKind.CHRONIC) || treated.isEmpty()) {
            return facts;
        }
        return counted(facts, treated.getFirst());
    }

    private Facts counted(Facts facts, Disease treated) {
        var counted = treated.counted();
        var together = diseases()
                .filter(one -> one.counted().equals(counted))
                .map(Disease::name)
                .distinct()
                .toList();
        var complete = facts.with("chronic_certified", true).withWords("diseases", together);
        var written = treated.written();
        return written.isPresent() ? complete.with("chronic_class", written.get()) : complete;
    }

    /**
     * Whether what a bill was decided on stays, since the bill cannot tell it: which class, as another has been recognised since, or
     * that the named disease was not asked for then. What is recognised no more does not stay.
     */
    boolean keeps(List<String> decided, Circumstances said) {
        var known = diseases().map(Disease::name).collect(Collectors.toSet());
        return needs(FilingKind.CHRONIC)
                && !decided.isEmpty()
                && known.containsAll(decided.stream().map(this::named).toList())
                && (classIsOpen(said) || !unrecognised(said).isEmpty());
    }

    /** 两病: what the person is recognised for, and what this visit treats; that one recognised disease is treated needs no word. */
    Facts twoDisease(Facts facts, Circumstances said) {
        if (!needs(FilingKind.TWO_DISEASE)) {
            return facts;
        }
        var complete = recognisedTwoDisease(facts);
        var recognised = twoDiseases();
        if (recognised.isEmpty()) {
            return complete;
        }
        var all = recognised.size() > 1 ? BOTH : recognised.iterator().next();
        var treated = Optional.ofNullable(said.twoDisease())
                .filter(one -> recognised.containsAll(each(one)))
                .or(() -> Optional.of(all).filter(one -> !one.equals(BOTH)));
        return treated.isPresent() ? complete.with("treated_disease", treated.get()) : complete;
    }

    private Facts recognisedTwoDisease(Facts facts) {
        var chronic =
                of(FilingKind.CHRONIC).anyMatch(one -> one.details().chronic().twoDisease() != null);
        var complete = chronic ? facts.with("chronic_certified", true) : facts;
        var recognised = twoDiseases();
        return recognised.isEmpty()
                ? complete
                : complete.with(
                        "disease",
                        recognised.size() > 1 ? BOTH : recognised.iterator().next());
    }

    /** 认定所及的各种就诊: one for each class of the recognised chronic diseases, one for each of the two; a single one where the care needs no recognition. */
    List<Facts> each() {
        if (needs(FilingKind.CHRONIC)) {
            var classes = new LinkedHashMap<String, Disease>();
            diseases().forEach(one -> classes.putIfAbsent(one.counted(), one));
            return classes.values().stream()
                    .map(one -> counted(Facts.none(), one))
                    .toList();
        }
        return needs(FilingKind.TWO_DISEASE)
                ? twoDiseases().stream()
                        .map(one -> recognisedTwoDisease(Facts.none()).with("treated_disease", one))
                        .toList()
                : List.of(Facts.none());
    }

    /** What the visit is said to treat and nobody has recognised. */
    List<String> unrecognised(Circumstances said) {
        if (needs(FilingKind.CHRONIC)) {
            var known = diseases().map(Disease::name).collect(Collectors.toSet());
            return said(said).stream().filter(one -> !known.contains(one)).toList();
        }
        if (needs(FilingKind.TWO_DISEASE) && said.twoDisease() != null) {
            var known = twoDiseases();
            return each(said.twoDisease()).stream()
                    .filter(one -> !known.contains(one))
                    .toList();
        }
        return List.of();
    }

    /** Whether diseases of different classes stand in one bill, or may, for want of a word on what is treated. */
    boolean classIsOpen(Circumstances said) {
        return needs(FilingKind.CHRONIC)
                && treated(said).stream().map(Disease::counted).distinct().count() > 1;
    }

    private boolean needs(FilingKind kind) {
        return careType.needs().equals(Optional.of(kind));
    }

    private Stream<Filing> of(FilingKind kind) {
        return holding.stream().filter(one -> one.kind() == kind);
    }

    private Stream<Disease> diseases() {
        return of(FilingKind.CHRONIC)
                .map(one -> one.details().chronic())
                .flatMap(one -> one.diseases().stream()
                        .map(this::named)
                        .map(name -> disease(name, Optional.ofNullable(one.chronicClass()))));
    }

    private Disease disease(String name, Optional<String> written) {
        var alone = Facts.none().withWords("diseases", List.of(name));
        var facts = written.isPresent() ? alone.with("chronic_class", written.get()) : alone;
        return new Disease(
                name, written, ClassOf.word(law, CLASS, facts).or(() -> written).orElse(""));
    }

    /** The recognised diseases that the hospital names; all of them where it names none. */
    private List<Disease> treated(Circumstances said) {
        var named = said(said);
        return diseases()
                .filter(one -> named.isEmpty() || named.contains(one.name()))
                .toList();
    }

    private List<String> said(Circumstances said) {
        return Optional.ofNullable(said.diseases()).orElse(List.of()).stream()
                .map(this::named)
                .toList();
    }

    /** The law's own name of a disease that has several; a word that it does not know stays as it is. */
    private String named(String disease) {
        var list = Vocabulary.of(law).words("disease");
        try {
            return list.words().get(list.number(disease));
        } catch (IllegalArgumentException unknown) {
            return disease;
        }
    }

    private Set<String> twoDiseases() {
        return of(FilingKind.TWO_DISEASE)
                .flatMap(one -> each(one.details().twoDisease().disease()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A word for both stands for each of the two. */
    private List<String> each(String disease) {
        return disease.equals(BOTH)
                ? Vocabulary.of(law).words("two_disease").words().stream()
                        .filter(one -> !one.equals(BOTH))
                        .toList()
                : List.of(disease);
    }
}
