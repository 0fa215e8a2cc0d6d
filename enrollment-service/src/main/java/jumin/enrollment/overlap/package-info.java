/** 重复参保：职工医保和外地参保名单的比对、建议、处理与撤销 */
@NullMarked
package jumin.enrollment.overlap;

import org.jspecify.annotations.NullMarked;
