package jumin.claims.twin;

import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;

/** A row that belongs to a settlement. */
@MappedSuperclass
abstract class TwinPart extends TwinRow {

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "settlement_id")
    TwinSettlement settlement;
}
