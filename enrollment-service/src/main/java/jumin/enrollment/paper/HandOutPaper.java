package jumin.enrollment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jumin.enrollment.EnrollmentProblem;
import jumin.enrollment.page.Page;
import jumin.paper.QrCode;
import jumin.platform.audit.Audit;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.scope.Roles;
import jumin.platform.sql.TimeOrderedId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** 开具、补打、验证单据. Every one is on record: who, for what, with full numbers or without. */
@ApplicationScoped
public class HandOutPaper {

    /** Who may print full numbers, saying what for. */
    private static final Set<String> MAY_UNMASK = Set.of(Roles.TOWNSHIP_CLERK, Roles.COUNTY_REVIEWER);

    private static final String UNFIT = "['\"\\\\<>{}\\p{Cntrl}]";

    private final ComposePaper compose;
    private final Papers papers;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;
    private final Optional<String> verifyAt;

    /** @param verifyAt address of the page that verifies, to stand before the code; without one the code stands alone */
    HandOutPaper(
            ComposePaper compose,
            Papers papers,
            CurrentCaller caller,
            Audit audit,
            Clock clock,
            @ConfigProperty(name = "jumin.papers.verify-at") Optional<String> verifyAt) {
        this.compose = compose;
        this.papers = papers;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.verifyAt = verifyAt;
    }

    @Transactional
    PaperView issue(PaperSubmission submission) {
        var me = caller.get();
        requireMayUnmask(submission.unmasked());
        var draft = compose.run(submission);
        var view = new PaperView(
                TimeOrderedId.next(),
                submission.kind(),
                submission.kind().title(),
                submission.benefitYear(),
                VerificationCode.next(),
                !submission.unmasked(),
                submission.purpose(),
                me.displayName(),
                OffsetDateTime.now(clock),
                0);
        papers.add(view, submission, draft, me.id());
        var detail = submission.kind() + (submission.unmasked() ? " 全号：" : " 脱敏：") + submission.purpose();
        audit.changed("paper", view.paperId(), draft.divisionPath(), detail);
        return view;
    }

    @Transactional
    PaperView view(UUID id) {
        return papers.get(id).view();
    }

    /** 打印记录: what was issued in the caller's division; no name, no number. */
    @Transactional
    Page<PaperView> list(PaperFilter filter, int page, int size) {
        return new Page<>(papers.page(filter, page, size), page, size, papers.count(filter));
    }

    /** What to print, and how it is marked; counted as a print. */
    record Print(PaperContent content, PaperMark mark, PaperView view) {}

    /** @param wanted what this print is for; who prints what somebody else issued with full numbers says so */
    @Transactional
    Print print(UUID id, Optional<String> wanted) {
        papers.printed(id);
        var stored = papers.get(id);
        var view = stored.view();
        requireMayUnmask(!view.masked());
        if (!view.masked()
                && wanted.isEmpty()
                && !stored.issuedBy().equals(caller.get().id())) {
            throw ProblemException.field(
                    EnrollmentProblem.PAPER_PURPOSE_MISSING, "/purpose", "没有写明补打他人开具的全号单据的用途", "请在 purpose 中写明用途");
        }
        var purpose = wanted.orElse(view.purpose());
        audit.changed(
                "paper-print", id, stored.divisionPath(), view.kind() + (view.masked() ? " 脱敏：" : " 全号：") + purpose);
        var code = view.verificationCode();
        var mark = new PaperMark(watermark(purpose), code, view.prints(), QrCode.dataUri(verifyAt.orElse("") + code));
        return new Print(stored.content(), mark, view);
    }

    private void requireMayUnmask(boolean unmasked) {
        if (unmasked && caller.get().roles().stream().noneMatch(MAY_UNMASK::contains)) {
            throw new ProblemException(EnrollmentProblem.UNMASKING_NOT_ALLOWED, "您的岗位只能开具、打印脱敏的单据，请由乡镇经办办理。");
        }
    }

    /** It also stands in the style of the page: nothing in it may end a text there. */
    private String watermark(String purpose) {
        var moment = LocalDateTime.now(clock).withNano(0).toString().replace('T', ' ');
        return (caller.get().displayName() + "　" + moment + "　用途：" + purpose).replaceAll(UNFIT, "");
    }

    /** Asked with the service's own view: the paper may come from anywhere in the system. */
    @Transactional
    PaperView.VerificationView verify(String typed) {
        var code = VerificationCode.read(typed);
        audit.read("paper-verification", code, "");
        return papers.verify(code).orElse(PaperView.VerificationView.UNKNOWN);
    }
}
