package jumin.enrollment.table;

/** 表头, found in some row of a file. */
public interface TableHeader {

    /** Where it stands. */
    int rowNo();

    /** How many columns of it are known: of several readings of a text the best has most. */
    int known();
}
