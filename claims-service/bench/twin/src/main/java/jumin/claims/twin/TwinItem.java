package jumin.claims.twin;

import jakarta.persistence.Entity;
import java.time.LocalDate;

/** 费用明细 */
@Entity
class TwinItem extends TwinPart {

    int lineNo;
    String code;
    String name;
    String itemClass;
    String kind;
    String quantity;
    String unitPrice;
    long amountFen;
    long overCeilingFen;
    LocalDate usedOn;
    String remark;
}
