package jumin.claims.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.ClaimsProblem;
import jumin.claims.adjudication.OpenPoint;
import jumin.paper.ListSheet;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;

/** 待核实清单 within the caller's scope, by pages or as a workbook that says who took it out and when. */
@ApplicationScoped
public class ListOpenPoints {

    private static final int MOST_ROWS = 50_000;
    private static final int PAGE = 1000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> TITLES =
            List.of("单号", "机构", "姓名", "种类", "待核实", "结算日期", "天数", "状态", "结论或理由", "承办人", "事项编号");

    private final Verifications verifications;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    ListOpenPoints(Verifications verifications, CurrentCaller caller, Audit audit, Clock clock) {
        this.verifications = verifications;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is looked for. @param minimumAge in days since the settlement */
    record Wanted(
            VerificationState state,
            String provider,
            Optional<OpenPoint.Kind> kind,
            Optional<String> assignee,
            int minimumAge) {}

    @Transactional
    List<VerificationView> page(Wanted wanted, Optional<UUID> after, int limit) {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var found = verifications.page(new Verifications.Page(
                wanted.state(),
                wanted.provider(),
                wanted.kind(),
                wanted.assignee(),
                today.minusDays(wanted.minimumAge()),
                after,
                limit));
        found.stream()
                .findFirst()
                .ifPresent(first -> audit.read("verifications", wanted.state(), first.divisionPath()));
        return found.stream().map(Verifications.Found::view).toList();
    }

    @Transactional
    VerificationView one(UUID id) {
        var found = verifications
                .find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此待核实事项，或不在您的数据范围。"));
        audit.read("verification", id, found.divisionPath());
        return found.view().with(verifications.steps(id));
    }

    @Transactional
    byte[] workbook(Wanted wanted) {
        var all = new ArrayList<VerificationView>();
        for (var next = page(wanted, Optional.empty(), PAGE);
                !next.isEmpty();
                next = page(wanted, Optional.of(all.getLast().id()), PAGE)) {
            all.addAll(next);
            if (all.size() > MOST_ROWS) {
                throw new ProblemException(ClaimsProblem.LIST_TOO_LONG, "清单超过 " + MOST_ROWS + " 行，请按机构、种类等缩小范围后再导出。");
            }
        }
        var note = "导出人 " + caller.get().id() + "　"
                + LocalDateTime.ofInstant(clock.instant(), clock.getZone()).format(MINUTE) + "　共 " + all.size() + " 行";
        var rows = all.stream().map(ListOpenPoints::cells).toList();
        return ListSheet.of(new ListSheet.Contents("清单", List.of(List.of("待核实清单"), List.of(note)), TITLES, rows));
    }

    private static List<Object> cells(VerificationView one) {
        return List.of(
                one.number(),
                one.provider(),
                one.personName(),
                one.kind().title(),
                one.remark(),
                one.settledOn().toString(),
                Integer.toString(one.ageDays()),
                one.state().title(),
                Optional.ofNullable(one.reason()).orElse(""),
                Optional.ofNullable(one.assignee()).orElse(""),
                one.id().toString());
    }
}
