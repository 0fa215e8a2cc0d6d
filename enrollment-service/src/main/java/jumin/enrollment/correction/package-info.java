/** 更正与变更：参保人和户的记录 */
@NullMarked
package jumin.enrollment.correction;

import org.jspecify.annotations.NullMarked;
