package jumin.claims.twin;

import jakarta.persistence.Entity;

/** 记账分录 */
@Entity
class TwinPosting extends TwinPart {

    String accountFrom;
    String accountTo;
    long amountFen;
}
