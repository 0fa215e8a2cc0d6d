package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jumin.platform.sql.Sql;
import jumin.platform.sql.TimeOrderedId;

/** Approvals that were taken back before anything was paid; row-level security decides which. */
@ApplicationScoped
class ApprovalWithdrawals {

    private final Sql database;

    ApprovalWithdrawals(Sql database) {
        this.database = database;
    }

    /** Holds the payable's row, so that a payment goes before or finds it not approved; false where there is nothing to take back. */
    boolean withdraw(ProviderPayments.Payable of, UUID payable, String reason, ProviderPayments.Hand hand) {
        return switch (of) {
            case STATEMENT ->
                written("monthly_statement", "p.approved_by, ''", payable, reason, hand)
                        && database.update(
                                        "update monthly_statement set state = 'MADE', approved_by = null where id = ? and state = 'APPROVED'",
                                        payable)
                                == 1;
            case RETENTION ->
                written("retention_release", "p.decided_by, p.opinion", payable, reason, hand)
                        && database.update(
                                        "update retention_release set state = 'MADE', decided_by = null, opinion = '' where id = ? and state = 'APPROVED'",
                                        payable)
                                == 1;
        };
    }

    private boolean written(String table, String approval, UUID payable, String reason, ProviderPayments.Hand hand) {
        return database.update(
                        """
                insert into approval_withdrawal (id, payable, provider, division_path, approved_by, opinion, withdrawn_by, withdrawn_on, reason)
                select ?, p.id, p.provider, p.division_path, %s, ?, ?, ? from %s p
                where p.id = ? and p.state = 'APPROVED'
                  and not exists (select 1 from provider_payment paid where paid.payable = p.id) for update of p
                """.formatted(approval, table), TimeOrderedId.next(), hand.by(), hand.on(), reason, payable)
                == 1;
    }

    /** Releases of the year that deal with what a statement retained. */
    boolean retentionDealtWith(UUID statement) {
        return database.count("""
                select count(*) from retention_release r join monthly_statement m
                    on m.provider = r.provider and m.area = r.area and extract(year from m.month) = r.year
                where m.id = ? and r.state <> 'REJECTED'
                """, statement) > 0;
    }

    /** Of each payable what was taken back, the first first. */
    Map<UUID, List<WithdrawnApproval>> of(Collection<UUID> payables) {
        var found = new LinkedHashMap<UUID, List<WithdrawnApproval>>();
        database.list(
                """
                select payable, id, approved_by, opinion, withdrawn_by, withdrawn_on, reason
                from approval_withdrawal where payable = any (?::uuid[]) order by payable, entry
                """,
                row -> found.computeIfAbsent(row.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(new WithdrawnApproval(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, LocalDate.class),
                                row.getString(7))),
                new Sql.ArrayOf("uuid", List.copyOf(payables)));
        return found;
    }
}
