package jumin.claims.provider;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** 服务协议（第三十九条至第四十二条）: a qualification from day to day; without an end it goes on. */
@Entity
@DynamicUpdate
class ProviderAgreement {

    @Id
    UUID id;

    String provider;

    @Enumerated(EnumType.STRING)
    Qualification qualification;

    LocalDate validFrom;
    LocalDate validTo;
    String decision;
    String retentionRate;
}
