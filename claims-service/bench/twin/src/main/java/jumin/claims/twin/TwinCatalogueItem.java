package jumin.claims.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jumin.claims.catalogue.CatalogueVersion;
import jumin.regulation.Money;
import jumin.regulation.fact.ItemClass;
import org.hibernate.annotations.Immutable;

/** 目录项目, of the service's own table. */
@Entity
@Immutable
@Table(name = "catalogue_item")
@IdClass(TwinCatalogueItem.Key.class)
class TwinCatalogueItem {

    /** Which version. */
    record Key(String area, String code, LocalDate validFrom) {}

    @Id
    String area;

    @Id
    String code;

    @Id
    LocalDate validFrom;

    LocalDate validTo;
    String name;
    String itemClass;
    String kind;
    boolean traditional;
    Long standardTertiaryFen;

    CatalogueVersion version() {
        return new CatalogueVersion(
                code,
                code,
                name,
                ItemClass.valueOf(itemClass),
                kind,
                traditional,
                validFrom,
                validTo == null ? LocalDate.MAX : validTo,
                Optional.ofNullable(standardTertiaryFen).map(Money::ofFen),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
