package jumin.contribution.bench;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jumin.contribution.bench.TwinRecords.TwinDetail;
import jumin.contribution.bench.TwinRecords.TwinDifference;
import jumin.contribution.bench.TwinRecords.TwinLevy;
import jumin.contribution.bench.TwinRecords.TwinPayment;

/** The same question with entities: a batch of records is stored, its payments and levies are fetched, compared, flushed and cleared. */
final class JpaTwin {

    static final int BATCH = 500;

    private static final String TABLES = """
            drop table if exists bench_twin_detail, bench_twin_difference;
            create table bench_twin_detail (id uuid primary key, voucher_no text, amount_fen bigint, paid_on date);
            create table bench_twin_difference (id uuid primary key, class text, voucher_no text, payment_id uuid, person_id uuid,
                our_fen bigint, their_fen bigint, difference_fen bigint);
            grant select, insert on bench_twin_detail, bench_twin_difference to public;
            """;

    private final EntityManager entities;
    private final Map<UUID, Long> paid = new HashMap<>();

    JpaTwin(EntityManager entities) {
        this.entities = entities;
    }

    static void forget() throws SQLException {
        try (var admin = BenchCity.admin()) {
            BenchCity.execute(admin, TABLES);
        }
    }

    /** Lines of the csv. */
    void compare(List<String> lines) {
        var details = lines.stream().map(JpaTwin::detail).toList();
        details.forEach(entities::persist);
        var payments = entities.createQuery("from TwinPayment where voucherNo in :vouchers", TwinPayment.class)
                .setParameter(
                        "vouchers",
                        details.stream().map(detail -> detail.voucherNo).toList())
                .getResultStream()
                .collect(Collectors.toMap(payment -> payment.voucherNo, Function.identity()));
        var levies = levies(payments.values().stream()
                .filter(payment -> payment.personId != null)
                .map(payment -> payment.personId)
                .toList());
        details.forEach(detail -> compare(detail, payments.get(detail.voucherNo), levies));
        entities.flush();
        entities.clear();
    }

    private Map<UUID, TwinLevy> levies(List<UUID> persons) {
        return entities.createQuery(
                        "from TwinLevy where personId in :persons and benefitYear = 2024 and supersededBy is null",
                        TwinLevy.class)
                .setParameter("persons", persons)
                .getResultStream()
                .collect(Collectors.toMap(levy -> levy.personId, Function.identity()));
    }

    private void compare(TwinDetail theirs, TwinPayment ours, Map<UUID, TwinLevy> levies) {
        if (ours == null) {
            different("ONLY_THEIRS", theirs, null, theirs.amountFen);
        } else if (ours.amountFen != theirs.amountFen) {
            paid.merge(ours.personId, ours.amountFen, Long::sum);
            different("AMOUNT_DIFFERS", theirs, ours, theirs.amountFen - ours.amountFen);
        } else if (ours.personId == null) {
            different("NOBODY", theirs, ours, ours.amountFen);
        } else if (paid.merge(ours.personId, ours.amountFen, Long::sum) > levies.get(ours.personId).dueFen) {
            different("TWICE", theirs, ours, ours.amountFen);
        }
    }

    private void different(String kind, TwinDetail theirs, TwinPayment ours, long fen) {
        var difference = new TwinDifference();
        difference.kind = kind;
        difference.voucherNo = theirs.voucherNo;
        difference.paymentId = ours == null ? null : ours.id;
        difference.personId = ours == null ? null : ours.personId;
        difference.ourFen = ours == null ? null : ours.amountFen;
        difference.theirFen = theirs.amountFen;
        difference.differenceFen = fen;
        entities.persist(difference);
    }

    private static TwinDetail detail(String line) {
        var cells = line.split(",");
        var detail = new TwinDetail();
        detail.voucherNo = cells[0];
        detail.amountFen = Long.parseLong(cells[1]);
        detail.paidOn = LocalDate.parse(cells[2]);
        return detail;
    }
}
