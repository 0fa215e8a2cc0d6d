package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import jumin.claims.settlement.RecallDecision.Recalled;
import jumin.platform.audit.Audit;
import jumin.platform.problem.PlatformProblem;
import jumin.platform.problem.ProblemException;

/** Reads settlements within the caller's own scope; every look leaves a trace. */
@ApplicationScoped
public class QuerySettlement {

    private final Settlements settlements;
    private final RecallDecision recall;
    private final SettlementViews views;
    private final Audit audit;

    QuerySettlement(Settlements settlements, RecallDecision recall, SettlementViews views, Audit audit) {
        this.settlements = settlements;
        this.recall = recall;
        this.views = views;
        this.audit = audit;
    }

    @Transactional
    public SettlementView view(SettlementId id) {
        return view(row(id));
    }

    /** Many decisions at once, none of them a reversal, in the order of their ids: the number of statements is that of one. */
    @Transactional
    public List<SettlementView> views(List<SettlementId> ids) {
        var rows = settlements.all(ids);
        var documents = settlements.documents(ids);
        var reversals = settlements.successors(ids, SettlementRow.Kind.REVERSAL);
        var replacements = settlements.successors(ids, SettlementRow.Kind.SETTLEMENT);
        audit.readAll(
                "settlement",
                rows.stream()
                        .map(row -> new Audit.Subject(row.id(), row.origin().divisionPath()))
                        .toList());
        return rows.stream()
                .map(row -> views.recalled(
                        recall.run(
                                row,
                                Optional.ofNullable(documents.get(row.id())).orElseThrow()),
                        Optional.empty(),
                        new SettlementViews.Links(
                                Optional.ofNullable(reversals.get(row.id())),
                                Optional.ofNullable(replacements.get(row.id())),
                                row.redone().map(SettlementRow.Redone::redo))))
                .toList();
    }

    @Transactional
    public SettlementView byMessage(String messageId) {
        return view(settlements
                .byMessage(messageId)
                .orElseThrow(() -> new ProblemException(
                        PlatformProblem.RESOURCE_NOT_FOUND,
                        "没有报文 " + messageId + " 的结算：尚未生效，可能仍在处理。可用原编号重发（不会重复支付）；不再重发的请了结该报文。")));
    }

    /** By what is printed on the paper in a person's hand. */
    @Transactional
    public SettlementView byNumber(String number) {
        return view(settlements
                .byNumber(number)
                .orElseThrow(() -> new ProblemException(
                        PlatformProblem.RESOURCE_NOT_FOUND, "没有单号为 " + number + " 的结算，或不在您的数据范围。请核对单号（JS 开头）。")));
    }

    @Transactional
    public Optional<SettlementView> findByMessage(String messageId) {
        return settlements.byMessage(messageId).map(this::view);
    }

    @Transactional
    public Recalled recall(SettlementId id) {
        var recalled = recall.run(row(id));
        audit.read("settlement", id, recalled.row().origin().divisionPath());
        return recalled;
    }

    /** What has become of a settlement since. */
    public record Since(Optional<SettlementRow> reversal, Optional<SettlementRow> replacement) {}

    /** Within a transaction in which it was looked at. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Since since(SettlementId id) {
        return new Since(settlements.reversalOf(id), settlements.replacementOf(id));
    }

    private SettlementView view(SettlementRow row) {
        audit.read("settlement", row.id(), row.origin().divisionPath());
        return views.recalled(
                recall.run(row),
                recall.given(row),
                new SettlementViews.Links(
                        settlements.reversalOf(row.id()).map(SettlementRow::id),
                        settlements.replacementOf(row.id()).map(SettlementRow::id),
                        row.redone().map(SettlementRow.Redone::redo)));
    }

    private SettlementRow row(SettlementId id) {
        return settlements
                .find(id)
                .orElseThrow(() -> new ProblemException(PlatformProblem.RESOURCE_NOT_FOUND, "没有此结算，或不在您的数据范围。"));
    }
}
