package jumin.contribution.refund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import jumin.contribution.ContributionProblem;
import jumin.platform.audit.Audit;
import jumin.platform.personal.PersonalData;
import jumin.platform.problem.ProblemException;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** 退费材料: pictures and PDFs, sealed, each kept once; whoever opens one leaves a trace. */
@ApplicationScoped
public class RefundPapers {

    private static final int MOST = 20;

    private final Sql database;
    private final Refunds refunds;
    private final PersonalData personalData;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    RefundPapers(
            Sql database, Refunds refunds, PersonalData personalData, CurrentCaller caller, Audit audit, Clock clock) {
        this.database = database;
        this.refunds = refunds;
        this.personalData = personalData;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** One paper, without its content. */
    public record Paper(
            int no,
            @Schema(description = "材料种类") String kind,
            String name,
            String mediaType,
            String sha256,
            String addedBy,
            OffsetDateTime addedAt) {}

    /** A paper as it was handed in. */
    public record Content(String mediaType, byte[] bytes) {}

    /** Adding the same paper again changes nothing. */
    @Transactional
    public List<Paper> add(UUID id, String kind, String name, byte[] content) {
        var refund = refunds.lock(id).orElseThrow(DecideRefund::unknown);
        // A payee who is put right after a failed payment may need papers of their own.
        if (refund.state() != RefundCase.State.FAILED) {
            DecideRefund.requireState(refund, RefundCase.State.REQUESTED);
        }
        if (list(id).size() >= MOST) {
            throw new ProblemException(ContributionProblem.REFUND_DOCUMENT_UNFIT, "一张退费单最多 " + MOST + " 份材料。");
        }
        database.update(
                """
                insert into refund_document (refund_id, no, kind, name, media_type, sha256, sealed, added_by, added_at,
                       division_path)
                select ?, coalesce(max(no), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? from refund_document where refund_id = ?
                on conflict (refund_id, sha256) do nothing
                """,
                id,
                kind,
                name,
                mediaType(content),
                sha256(content),
                personalData.seal(Base64.getEncoder().encodeToString(content)),
                caller.get().id(),
                OffsetDateTime.now(clock),
                refund.where().divisionPath(),
                id);
        audit.changed("refund", id, refund.where().divisionPath(), "上传材料：" + kind);
        return list(id);
    }

    @Transactional
    public List<Paper> of(UUID id) {
        refunds.find(id).orElseThrow(DecideRefund::unknown);
        return list(id);
    }

    @Transactional
    public Content open(UUID id, int no) {
        var refund = refunds.find(id).orElseThrow(DecideRefund::unknown);
        audit.read("refund-document", id, refund.where().divisionPath());
        return database.first(
                        "select media_type, sealed from refund_document where refund_id = ? and no = ?",
                        row -> new Content(
                                row.getString(1), Base64.getDecoder().decode(personalData.open(row.getString(2)))),
                        id,
                        no)
                .orElseThrow(DecideRefund::unknown);
    }

    boolean any(UUID id) {
        return !list(id).isEmpty();
    }

    private List<Paper> list(UUID id) {
        return database.list(
                "select no, kind, name, media_type, sha256, added_by, added_at from refund_document"
                        + " where refund_id = ? order by no",
                row -> new Paper(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class)),
                id);
    }

    /** By the first bytes: the name of a file promises nothing. */
    private static String mediaType(byte[] content) {
        var head = HexFormat.of().formatHex(content, 0, Math.min(4, content.length));
        if (head.equals("25504446")) {
            return "application/pdf";
        }
        if (head.equals("89504e47")) {
            return "image/png";
        }
        if (head.startsWith("ffd8ff")) {
            return "image/jpeg";
        }
        throw new ProblemException(ContributionProblem.REFUND_DOCUMENT_UNFIT, "材料须为 PDF、JPG 或 PNG。");
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
