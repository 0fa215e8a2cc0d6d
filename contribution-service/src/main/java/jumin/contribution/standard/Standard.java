package jumin.contribution.standard;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import org.hibernate.annotations.DynamicUpdate;

/** 年度筹资标准（第十二条、第十五条）。 One version of it; only its decision is ever added. */
@Entity
@DynamicUpdate
@Table(name = "standard")
class Standard {

    /** 标准状态 */
    enum State {
        PROPOSED,
        PUBLISHED,
        REJECTED
    }

    @Id
    UUID id;

    String area;
    int benefitYear;
    int version;
    long individualFen;
    long fiscalFen;
    Long fiscalCentralFen;
    Long fiscalProvincialFen;
    Long fiscalCityFen;
    Long fiscalCountyFen;
    LocalDate windowFrom;
    LocalDate windowTo;
    LocalDate extendedTo;
    String extensionDecision;
    Long incomeFen;
    Integer configuredWaitMonths;
    String decisionNumber;

    @ElementCollection
    @CollectionTable(name = "standard_benefit", joinColumns = @JoinColumn(name = "standard_id"))
    @OrderColumn(name = "place")
    List<BenefitRow> benefits = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    State state;

    String proposedBy;
    OffsetDateTime proposedAt;
    String decidedBy;
    OffsetDateTime decidedAt;
    UUID supersededBy;

    Optional<FiscalShares> fiscalShares() {
        return Optional.ofNullable(fiscalCentralFen)
                .map(central -> new FiscalShares(
                        Money.ofFen(central),
                        Money.ofFen(fiscalProvincialFen),
                        Money.ofFen(fiscalCityFen),
                        Money.ofFen(fiscalCountyFen)));
    }

    Optional<WindowExtension> extension() {
        return Optional.ofNullable(extendedTo).map(to -> new WindowExtension(to, extensionDecision));
    }

    List<BenefitParameter> parameters() {
        return benefits.stream().map(BenefitRow::view).toList();
    }

    /** 集中征缴期, with its extension. */
    DateRange window() {
        return new DateRange(windowFrom, extension().map(WindowExtension::to).orElse(windowTo));
    }
}
