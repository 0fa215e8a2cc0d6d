package jumin.enrollment.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import jumin.enrollment.enrollment.EnrollmentType;
import jumin.enrollment.law.Topic;
import jumin.enrollment.person.Finding;
import jumin.enrollment.standard.Standard;
import jumin.enrollment.standard.Standards;
import jumin.regulation.entitlement.EntitlementDecision;

/** 新生儿参保核验: in time or not, for which year, and whether the guardian's choice stands; by the law of the area. */
@ApplicationScoped
class NewbornCheck {

    private static final int OLDEST_YEARS = 1;

    private final AskCover ask;
    private final Standards standards;

    NewbornCheck(AskCover ask, Standards standards) {
        this.ask = ask;
        this.standards = standards;
    }

    List<Finding> run(String area, LocalDate birth, EnrollmentWish wish, LocalDate today) {
        if (wish.type() == EnrollmentType.NEWBORN_DECEASED) {
            return List.of(Finding.error("type", "NEWBORN_DECEASED", "死亡新生儿须附死亡证明单独办理", "请乡镇经办在“死亡新生儿”中办理")
                    .under(Topic.NEWBORN));
        }
        if (wish.type() != EnrollmentType.NEWBORN) {
            return List.of();
        }
        if (birth.plusYears(OLDEST_YEARS).isBefore(today)) {
            return List.of(Finding.error("type", "NOT_A_NEWBORN", "出生已满一年，不是新生儿", "参保类型请改为普通居民")
                    .under(Topic.NEWBORN));
        }
        return judged(area, birth, wish, today).stream()
                .map(finding -> finding.under(Topic.NEWBORN))
                .toList();
    }

    private List<Finding> judged(String area, LocalDate birth, EnrollmentWish wish, LocalDate today) {
        var window = standards.hold(area, wish.benefitYear()).flatMap(Standard::window);
        var decision = ask.run(area, birth, wish, today);
        var chosen = Boolean.TRUE.equals(wish.facts().chooseNextYearOnly());
        return switch (decision.orElse(null)) {
            case null -> List.of();
            case EntitlementDecision.Entitled entitled -> {
                var year = entitled.benefit().first().getYear();
                if (year != wish.benefitYear()) {
                    yield List.of(otherYear(chosen, birth, year));
                }
                var late = entitled.deadline().filter(today::isAfter).isPresent();
                yield late ? List.of(late()) : open(chosen, window.isPresent());
            }
            default -> List.of(late());
        };
    }

    private static Finding otherYear(boolean chosen, LocalDate birth, int year) {
        return chosen && year == birth.getYear()
                ? Finding.error(
                        "chooseNextYearOnly",
                        "CHOICE_NOT_OPEN",
                        "现在不能选择只缴次年：次年征缴尚未开始，或条文没有此选择",
                        "请登记" + year + "年度，缴出生当年")
                : Finding.error(
                        "benefitYear",
                        "NEWBORN_YEAR",
                        "此时办理的新生儿按条文缴" + year + "年度",
                        "请登记" + year + "年度；监护人选择只缴次年的，请注明；两年都缴的，次年按普通居民登记");
    }

    private static List<Finding> open(boolean chosen, boolean windowKnown) {
        return chosen && !windowKnown
                ? List.of(Finding.note("chooseNextYearOnly", "WINDOW_UNKNOWN", "次年征缴期尚未公布，请核对次年征缴是否已开始"))
                : List.of();
    }

    private static Finding late() {
        return Finding.warning("type", "NEWBORN_LATE", "已超过新生儿办理期限，待遇按普通居民计算", "请告知监护人待遇起始日期，并核对出生日期");
    }
}
