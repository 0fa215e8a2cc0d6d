package jumin.enrollment.registration;

import jumin.enrollment.household.HouseholdKey;
import jumin.enrollment.household.Relation;
import jumin.enrollment.person.PersonFacts;

/** 参保登记申请, checked: a new person, its household, and its enrollment. */
public record Registration(
        PersonFacts person, HouseholdKey household, String address, Relation relation, EnrollmentWish wish) {}
