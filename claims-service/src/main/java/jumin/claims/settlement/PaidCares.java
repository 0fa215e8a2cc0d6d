package jumin.claims.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.insured.PersonId;
import jumin.claims.suspicion.Neighbour;
import jumin.platform.sql.Sql;

/** 已支付的就诊, as the database keeps it with each payment and each reversal. */
@ApplicationScoped
public class PaidCares {

    private static final String COLUMNS = """
            s.number, c.care_provider, s.settled_on, c.admission, c.discharge,
            (select d.bill #>> '{diagnosis,code}' from settlement_document d where d.settlement_id = s.id),
            (select d.bill ->> 'encounter' from settlement_document d where d.settlement_id = s.id)
            from paid_care c join settlement s on s.id = c.settlement_id
            """;

    /** A stay may begin on the day on which another ends; what is looked at is not its own neighbour. */
    private static final String BESIDE_A_STAY = "select 'SAME_BILL', " + COLUMNS
            + "where c.care_provider = ? and c.bill_key = ? and s.id <> ?"
            + " union all select 'OVERLAPPING_STAY', " + COLUMNS
            + "where c.person_id = any (?::uuid[]) and c.stay and c.discharge > ? and c.admission < ? and s.id <> ?"
            + " union all (select 'STAY_BEFORE', " + COLUMNS
            + "where c.person_id = any (?::uuid[]) and c.stay and c.discharge <= ? and s.id <> ? order by c.discharge desc limit 1)";

    private static final String BESIDE_A_VISIT = "select 'SAME_BILL', " + COLUMNS
            + "where c.care_provider = ? and c.bill_key = ? and s.id <> ?"
            + " union all select 'SURROUNDING_STAY', " + COLUMNS
            + "where c.person_id = any (?::uuid[]) and c.stay and c.discharge > ? and c.admission < ? and s.id <> ?";

    private static final UUID NOT_YET_SETTLED = new UUID(0, 0);

    private final Sql database;

    PaidCares(Sql database) {
        this.database = database;
    }

    /** Beside a bill that is about to be settled. */
    List<Neighbour> beside(BillRecord bill, List<PersonId> records) {
        return beside(bill, records, NOT_YET_SETTLED);
    }

    /** Beside one that is settled. */
    public List<Neighbour> beside(BillRecord bill, List<PersonId> records, SettlementId settled) {
        return bill.identity() == null ? List.of() : beside(bill, records, settled.value());
    }

    private List<Neighbour> beside(BillRecord bill, List<PersonId> records, UUID own) {
        var provider = bill.providerCode();
        var key = bill.identity().key();
        var id = new Sql.ArrayOf("uuid", records.stream().map(PersonId::value).toList());
        var from = bill.admissionDate();
        var to = bill.dischargeDate();
        return bill.identity().stay()
                ? database.list(BESIDE_A_STAY, PaidCares::found, provider, key, own, id, from, to, own, id, from, own)
                : database.list(BESIDE_A_VISIT, PaidCares::found, provider, key, own, id, from, to, own);
    }

    private static Neighbour found(ResultSet row) throws SQLException {
        return new Neighbour(
                Neighbour.Relation.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                Optional.ofNullable(row.getString(8)).map(UUID::fromString));
    }
}
