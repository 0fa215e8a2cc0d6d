package jumin.claims.twin;

import jakarta.persistence.Entity;
import java.time.OffsetDateTime;

/** 变更 */
@Entity
class TwinChange extends TwinRow {

    String subject;
    OffsetDateTime recordedAt;
    String payload;
}
