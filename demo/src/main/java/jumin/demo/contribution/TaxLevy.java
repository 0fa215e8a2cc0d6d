package jumin.demo.contribution;

import jumin.regulation.Money;

/** 应缴 as the bureau received it. */
record TaxLevy(String levyId, String idNumber, String name, Money due) {}
