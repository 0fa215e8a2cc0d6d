/** 办理参保登记：柜台、续保、撤销 */
@NullMarked
package jumin.enrollment.registration;

import org.jspecify.annotations.NullMarked;
