package jumin.claims.twin;

import jakarta.persistence.Entity;

/** 累计分录 */
@Entity
class TwinEntry extends TwinPart {

    String name;
    long amount;
}
