/** 告知与催报: whom this office has to tell something, and whether it did. */
@NullMarked
package jumin.enrollment.notice;

import org.jspecify.annotations.NullMarked;
