package jumin.claims.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** 报文的答复 */
@Entity
class TwinAnswer {

    @Id
    String id;

    String fingerprint;
    int status;
    byte[] body;
}
