package jumin.claims.twin;

import jakarta.persistence.Entity;
import java.time.OffsetDateTime;

/** 留痕 */
@Entity
class TwinTrail extends TwinRow {

    OffsetDateTime recordedAt;
    String actor;
    String subject;
    String detail;
}
