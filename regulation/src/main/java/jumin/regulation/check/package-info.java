/** 法规数据的检查：what a compiler of the law tells its authors. */
package jumin.regulation.check;
