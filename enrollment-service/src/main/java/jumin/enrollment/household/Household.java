package jumin.enrollment.household;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import jumin.enrollment.person.HouseholdId;
import org.hibernate.annotations.DynamicUpdate;

/** 户, as in the household booklet; its number is unique in its village. */
@Entity
@DynamicUpdate
public class Household {

    @Id
    UUID id;

    String area;
    String divisionPath;
    String houseNumber;
    String address;
    boolean collective;
    OffsetDateTime withdrawnAt;

    @Version
    long version;

    OffsetDateTime recordedAt;

    public HouseholdId id() {
        return new HouseholdId(id);
    }

    public String divisionPath() {
        return divisionPath;
    }

    public String houseNumber() {
        return houseNumber;
    }

    public boolean collective() {
        return collective;
    }

    /** 更正: what is not given stays. */
    public void describe(Optional<String> number, Optional<String> where, Optional<Boolean> asCollective) {
        houseNumber = number.orElse(houseNumber);
        address = where.orElse(address);
        collective = asCollective.orElse(collective);
    }
}
