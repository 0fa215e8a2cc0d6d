/** 身份认定 */
@NullMarked
package jumin.enrollment.recognition;

import org.jspecify.annotations.NullMarked;
