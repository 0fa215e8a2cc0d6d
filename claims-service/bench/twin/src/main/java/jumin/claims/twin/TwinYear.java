package jumin.claims.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** 年度累计 */
@Entity
class TwinYear {

    @Id
    String id;

    @Version
    long version;

    String sums;
}
