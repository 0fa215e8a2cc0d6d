package jumin.claims.twin;

import jakarta.persistence.Entity;

/** 核算单的一行 */
@Entity
class TwinLine extends TwinPart {

    String step;
    String title;
    long amount;
    String instrument;
    String article;
}
