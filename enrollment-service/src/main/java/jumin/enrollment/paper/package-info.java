/** 单据与名册打印 */
@NullMarked
package jumin.enrollment.paper;

import org.jspecify.annotations.NullMarked;
