/** 年度标准，来自征缴服务的变更流 */
@NullMarked
package jumin.enrollment.standard;

import org.jspecify.annotations.NullMarked;
