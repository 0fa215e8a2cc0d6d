/** 退费后的参保登记，来自征缴服务的变更流 */
@NullMarked
package jumin.enrollment.refund;

import org.jspecify.annotations.NullMarked;
