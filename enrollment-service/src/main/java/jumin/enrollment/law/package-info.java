/** 登记所依的法规 */
@NullMarked
package jumin.enrollment.law;

import org.jspecify.annotations.NullMarked;
