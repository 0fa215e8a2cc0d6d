package jumin.claims.provider;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;

/** 定点医药机构 */
@Entity
@DynamicUpdate
class Provider {

    @Id
    String code;

    String name;
    String area;
    String divisionPath;
    String level;
    String kind;
    boolean traditional;

    @Version
    int version;
}
