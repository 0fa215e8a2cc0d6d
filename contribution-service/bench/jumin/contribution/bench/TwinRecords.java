package jumin.contribution.bench;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The records of the JPA twin. */
final class TwinRecords {

    private TwinRecords() {}

    @Entity(name = "TwinPayment")
    @Immutable
    @Table(name = "payment")
    static class TwinPayment {
        @Id
        UUID id;

        String voucherNo;
        UUID personId;
        String divisionPath;
        long amountFen;
        LocalDate paidOn;
    }

    @Entity(name = "TwinLevy")
    @Immutable
    @Table(name = "levy")
    static class TwinLevy {
        @Id
        UUID id;

        UUID personId;
        int benefitYear;
        UUID supersededBy;
        String divisionPath;
        long dueFen;
    }

    /** 税务明细, kept as the tax organ sent it. */
    @Entity(name = "TwinDetail")
    @Table(name = "bench_twin_detail")
    static class TwinDetail {
        @Id
        UUID id = UUID.randomUUID();

        String voucherNo;
        long amountFen;
        LocalDate paidOn;
    }

    @Entity(name = "TwinDifference")
    @Table(name = "bench_twin_difference")
    static class TwinDifference {
        @Id
        UUID id = UUID.randomUUID();

        @Column(name = "class")
        String kind;

        String voucherNo;
        UUID paymentId;
        UUID personId;
        Long ourFen;
        Long theirFen;
        long differenceFen;
    }
}
