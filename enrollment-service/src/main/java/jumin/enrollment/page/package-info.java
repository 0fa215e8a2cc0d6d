/** Pages of lists. */
@NullMarked
package jumin.enrollment.page;

import org.jspecify.annotations.NullMarked;
