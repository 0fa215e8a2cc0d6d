package jumin.claims.settlement;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.insured.PersonId;
import jumin.claims.suspicion.Neighbour;
import jumin.claims.suspicion.Neighbour.Relation;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;

/** 已支付的就诊, as the database keeps it with each payment and each reversal. */
@Singleton
public class PaidCares {

    private static final String BESIDE = "select json_agg(b)::text from paid_care_beside(?, ?, ?, ?, ?, ?) b";

    private static final TypeReference<List<Neighbour>> NEIGHBOURS = new TypeReference<>() {};

    private static final UUID NOT_YET_SETTLED = new UUID(0, 0);

    private final Sql database;
    private final JsonColumn json;

    PaidCares(Sql database, JsonColumn json) {
        this.database = database;
        this.json = json;
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
        var found = database.first(
                BESIDE,
                row -> Optional.ofNullable(row.getString(1)),
                new Sql.ArrayOf("uuid", records.stream().map(PersonId::value).toList()),
                bill.providerCode(),
                bill.identity().key(),
                bill.admissionDate(),
                bill.dischargeDate(),
                own);
        return read(found.orElseThrow(), bill);
    }

    /** What {@code paid_care_beside} has told of a bill: to a visit, a stay at the same time is one that surrounds it. */
    List<Neighbour> read(Optional<String> told, BillRecord bill) {
        var found = told.map(text -> json.read(text, NEIGHBOURS)).orElse(List.of());
        return bill.identity().stay()
                ? found
                : found.stream()
                        .filter(one ->
                                one.relation() != Relation.STAY_BEFORE && one.relation() != Relation.SAME_DAY_STAY)
                        .map(one ->
                                one.relation() == Relation.OVERLAPPING_STAY ? one.as(Relation.SURROUNDING_STAY) : one)
                        .toList();
    }
}
