/** 法规与核算：the law as data and the arithmetic on it; knows no framework, no clock and no database. */
package jumin.regulation;
