package jumin.enrollment.household;

/** 户编号 within a division: how people name a household. */
public record HouseholdKey(String divisionPath, String houseNumber) {}
