/** 行政区划 */
@NullMarked
package jumin.enrollment.division;

import org.jspecify.annotations.NullMarked;
