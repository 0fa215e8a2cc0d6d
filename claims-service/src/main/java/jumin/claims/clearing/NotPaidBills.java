package jumin.claims.clearing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jumin.claims.adjudication.BillRecord;
import jumin.claims.settlement.SettlementId;
import jumin.claims.settlement.Settlements;
import jumin.platform.sql.JsonColumn;
import jumin.platform.sql.Sql;
import jumin.regulation.Money;

/** 没有支付的账单: what of a month a provider still has to look after. The same care counts once, and not at all once it stands paid. */
@ApplicationScoped
class NotPaidBills {

    /** So many documents are opened at once. */
    private static final int AT_ONCE = 500;

    private final Sql database;
    private final Settlements settlements;
    private final JsonColumn json;

    NotPaidBills(Sql database, Settlements settlements, JsonColumn json) {
        this.database = database;
        this.settlements = settlements;
        this.json = json;
    }

    /** A refused or held bill, as the provider sent it last. */
    record NotPaid(SettlementId id, Money total) {}

    private record Decided(NotPaid bill, UUID person) {}

    /** As first decided, the first first: a redo by the agency shows in what replaced it. */
    Collection<NotPaid> of(String provider, String area, YearMonth month) {
        var decided = database.list(
                """
                select id, total_fen, person_id from settlement where provider = ? and area = ? and kind = 'SETTLEMENT'
                  and outcome <> 'PAID' and redo is null and settled_on between ? and ? order by settled_on, id
                """,
                row -> new Decided(
                        new NotPaid(new SettlementId(row.getObject(1, UUID.class)), Money.ofFen(row.getLong(2))),
                        row.getObject(3, UUID.class)),
                provider,
                area,
                month.atDay(1),
                month.atEndOfMonth());
        var cares = new LinkedHashMap<String, NotPaid>();
        for (var from = 0; from < decided.size(); from += AT_ONCE) {
            unpaid(provider, decided.subList(from, Math.min(from + AT_ONCE, decided.size())))
                    .forEach((care, bill) -> {
                        cares.remove(care);
                        cares.put(care, bill);
                    });
        }
        return cares.values();
    }

    /** By what each care is recognised, its latest bill. */
    private Map<String, NotPaid> unpaid(String provider, List<Decided> decided) {
        var ids = decided.stream().map(one -> one.bill().id()).toList();
        var documents = settlements.documents(ids);
        var bills = new HashMap<SettlementId, BillRecord>();
        documents.forEach((id, document) -> bills.put(id, json.read(document.bill(), BillRecord.class)));
        var paid = paid(provider, decided, bills.values());
        var replaced = replacedByPaid(ids);
        var found = new LinkedHashMap<String, NotPaid>();
        for (var one : decided) {
            var bill = bills.get(one.bill().id());
            var care = care(one, bill);
            if (!replaced.contains(one.bill().id()) && !paid.contains(care) && !paid.contains(key(one, bill))) {
                found.remove(care);
                found.put(care, one.bill());
            }
        }
        return found;
    }

    /** A person has one stay at a time, whatever the bill of it says. */
    private static String care(Decided one, BillRecord bill) {
        return bill.identity() != null && bill.identity().stay()
                ? stay(one.person(), bill.admissionDate())
                : key(one, bill);
    }

    private static String stay(UUID person, LocalDate admission) {
        return "stay " + person + " " + admission;
    }

    private static String key(Decided one, BillRecord bill) {
        return bill.identity() == null
                ? "S:" + one.bill().id()
                : bill.identity().key();
    }

    private Set<String> paid(String provider, List<Decided> decided, Collection<BillRecord> bills) {
        var keys = bills.stream()
                .filter(bill -> bill.identity() != null)
                .map(bill -> bill.identity().key())
                .toList();
        var found = new HashSet<String>();
        database.list(
                """
                select bill_key, stay, person_id, admission from paid_care
                where care_provider = ? and (bill_key = any (?::text[]) or (stay and person_id = any (?::uuid[])))
                """,
                row -> found.add(row.getString(1))
                        | (row.getBoolean(2)
                                && found.add(stay(row.getObject(3, UUID.class), row.getObject(4, LocalDate.class)))),
                provider,
                new Sql.ArrayOf("text", keys),
                new Sql.ArrayOf("uuid", decided.stream().map(Decided::person).toList()));
        return found;
    }

    private Set<SettlementId> replacedByPaid(List<SettlementId> ids) {
        return new HashSet<>(database.list(
                """
                select s.replaces from settlement s join paid_care c on c.settlement_id = s.id
                where s.replaces = any (?::uuid[])
                """,
                row -> new SettlementId(row.getObject(1, UUID.class)),
                new Sql.ArrayOf("uuid", ids.stream().map(SettlementId::value).toList())));
    }
}
