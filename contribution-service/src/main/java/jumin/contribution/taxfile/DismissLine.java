package jumin.contribution.taxfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** 不再等待: a reversal whose original will never come is put away, with a reason; the tax organ sends it again if it should come after all. */
@ApplicationScoped
public class DismissLine {

    private final PaymentFiles files;
    private final Audit audit;

    DismissLine(PaymentFiles files, Audit audit) {
        this.files = files;
        this.audit = audit;
    }

    @Transactional
    public PaymentFileView run(UUID fileId, int line, String reason) {
        var path = files.pathOf(fileId, line)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此文件或此行，或不在您的辖区。"));
        if (!files.dismiss(fileId, line, reason)) {
            throw new ProblemException(ContributionProblem.FILE_LINE_NOT_WAITING, "该行不在等待原缴费，无需撤下。");
        }
        audit.changed("payment-file", fileId, path, "第 " + line + " 行冲正不再等待：" + reason);
        return files.find(fileId).orElseThrow();
    }
}
