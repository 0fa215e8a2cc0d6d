package jumin.claims.suspicion;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jumin.claims.adjudication.CareType;
import jumin.claims.adjudication.ClassifiedItem;
import jumin.regulation.Money;
import jumin.regulation.law.Law;
import jumin.regulation.review.Review;
import jumin.regulation.review.ReviewFacts;
import jumin.regulation.review.ReviewRule;
import jumin.regulation.review.Suspicion;

/**
 * 审核一次就诊: asks the law's rules of each line, of the days and of the neighbouring cares. Pure; nothing is decided by it.
 *
 * @param rules the law whose rules are asked, which may be newer than the decision
 */
public record ReviewCare(Care care, List<Neighbour> neighbours, Law rules) {

    private static final int MOST_DAYS_NAMED = 10;
    private static final String IN_AREA = "in_area";

    public List<Suspect> run() {
        var suspects = new ArrayList<>(lines());
        suspects.addAll(days());
        suspects.addAll(lacking());
        suspects.addAll(overlap());
        neighbours.forEach(neighbour -> suspects.addAll(beside(neighbour)));
        return oneForEachRule(suspects);
    }

    /** Several reasons for the same suspicion are one finding. */
    private static List<Suspect> oneForEachRule(List<Suspect> suspects) {
        var found = new LinkedHashMap<String, Suspect>();
        suspects.forEach(one -> found.merge(
                one.rule().code(),
                one,
                (first, next) -> new Suspect(
                        first.rule(),
                        first.detail() + "；" + next.detail(),
                        first.amount().max(next.amount()))));
        return List.copyOf(found.values());
    }

    private List<Suspect> lines() {
        var parts = new LinkedHashMap<ReviewRule, SuspectLines>();
        var recordsKept = care.bill().items().stream().anyMatch(item -> item.orderNumber() != null);
        for (var item : care.bill().items()) {
            for (var suspicion : suspicions(item, recordsKept)) {
                parts.computeIfAbsent(suspicion.rule(), rule -> new SuspectLines(care))
                        .add(item, suspicion);
            }
        }
        return parts.entrySet().stream()
                .map(one -> one.getValue().suspect(one.getKey()))
                .toList();
    }

    /** Most lines have nothing that a rule could ask for. */
    private List<Suspicion> suspicions(ClassifiedItem item, boolean recordsKept) {
        return recordsKept || item.atDischarge() != null ? Review.of(facts(item, recordsKept), rules) : List.of();
    }

    private static ReviewFacts facts(ClassifiedItem item, boolean recordsKept) {
        var facts = ReviewFacts.none().flag("records_kept", recordsKept).flag("recorded", item.orderNumber() != null);
        return item.atDischarge() == null ? facts : item.atDischarge().into(facts);
    }

    /** Days between admission and discharge without any charge; known only where leave is registered too. */
    private List<Suspect> days() {
        var bill = care.bill();
        if (bill.encounter() == null
                || bill.identity() == null
                || !bill.identity().stay()) {
            return List.of();
        }
        var absent = new TreeSet<LocalDate>();
        bill.admissionDate()
                .plusDays(1)
                .datesUntil(laterOf(bill.admissionDate().plusDays(1), bill.dischargeDate()))
                .forEach(absent::add);
        bill.items().forEach(item -> absent.remove(item.date()));
        absent.removeAll(care.leave());
        var named =
                absent.stream().limit(MOST_DAYS_NAMED).map(LocalDate::toString).collect(Collectors.joining("、"));
        return whole(ReviewFacts.none().count("absent_days", absent.size()), absent.size() + " 日没有费用也没有请假登记：" + named);
    }

    /** 入院登记、医嘱记录: what a stay in the area lacks altogether. It costs nobody anything before a person has looked. */
    private List<Suspect> lacking() {
        var bill = care.bill();
        var here = care.facts().facts().word("location").orElse(IN_AREA).equals(IN_AREA);
        if (!care.billed()
                || !here
                || observed()
                || bill.identity() == null
                || !bill.identity().stay()) {
            return List.of();
        }
        var suspects = new ArrayList<Suspect>();
        if (bill.encounter() == null) {
            suspects.addAll(of(ReviewFacts.none().flag("registered", false), "住院没有办理医保入院登记", Money.ZERO));
        }
        if (bill.items().stream().allMatch(item -> item.orderNumber() == null)) {
            suspects.addAll(of(ReviewFacts.none().flag("stay_recorded", false), "整次住院没有上传医嘱号，请补交医嘱执行记录", Money.ZERO));
        }
        return suspects;
    }

    /** 急诊留观 is no admission, so none is registered. */
    private boolean observed() {
        return care.facts()
                .facts()
                .word("benefit")
                .filter(CareType.EMERGENCY_OBSERVATION::equals)
                .isPresent();
    }

    private static LocalDate laterOf(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Suspect> overlap() {
        return care.facts().facts().flag("overlapping_stay")
                ? whole(
                        ReviewFacts.none().flag("overlapping_stay", true),
                        String.join("；", care.bill().unverified()))
                : List.of();
    }

    private List<Suspect> beside(Neighbour neighbour) {
        var bill = care.bill();
        var same = neighbour.provider().equals(bill.providerCode());
        return switch (neighbour.relation()) {
            case SAME_BILL, OVERLAPPING_STAY -> List.of();
            case SURROUNDING_STAY ->
                whole(
                        ReviewFacts.none().flag("during_stay", true).flag("same_provider", same),
                        "就诊日 " + bill.admissionDate() + " 在单号 " + neighbour.number() + " 的住院期间");
            case SAME_DAY_STAY ->
                whole(
                        ReviewFacts.none().flag("during_stay", true).flag("same_provider", false),
                        bill.admissionDate() + " 同日又在别处住院，单号 " + neighbour.number());
            case STAY_BEFORE -> again(neighbour, same);
        };
    }

    /** An interim bill and what follows it are one stay. */
    private List<Suspect> again(Neighbour before, boolean sameProvider) {
        var bill = care.bill();
        if (before.encounter().isPresent() && before.encounter().get().equals(bill.encounter())) {
            return List.of();
        }
        var facts = ReviewFacts.none()
                .flag("same_provider", sameProvider)
                .flag(
                        "same_diagnosis",
                        before.diagnosis().equals(bill.diagnosis().code()))
                .count("days_since_discharge", ChronoUnit.DAYS.between(before.discharge(), bill.admissionDate()));
        return whole(
                facts,
                "单号 " + before.number() + " 于 " + before.discharge() + " 出院，本次 " + bill.admissionDate() + " 以同一诊断入院");
    }

    /** What concerns the care as a whole. */
    private List<Suspect> whole(ReviewFacts facts, String detail) {
        return of(facts, detail, SuspectLines.paid(care));
    }

    private List<Suspect> of(ReviewFacts facts, String detail, Money amount) {
        return Review.of(facts, rules).stream()
                .map(Suspicion::rule)
                .map(rule -> new Suspect(rule, detail, amount))
                .toList();
    }
}
