/** 变更历史：记录在何日为何样，我们何时得知 */
@NullMarked
package jumin.enrollment.history;

import org.jspecify.annotations.NullMarked;
