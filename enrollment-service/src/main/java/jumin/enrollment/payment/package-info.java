/** 缴费情况，来自征缴服务的变更流 */
@NullMarked
package jumin.enrollment.payment;

import org.jspecify.annotations.NullMarked;
