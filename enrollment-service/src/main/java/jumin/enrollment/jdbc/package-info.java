/** How this service speaks to its database. */
@NullMarked
package jumin.enrollment.jdbc;

import org.jspecify.annotations.NullMarked;
