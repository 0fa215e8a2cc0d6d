package jumin.claims.twin;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;

/** A row with a number of its own. */
@MappedSuperclass
abstract class TwinRow {

    @Id
    @SequenceGenerator(name = "row", sequenceName = "twin_row_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row")
    Long id;
}
