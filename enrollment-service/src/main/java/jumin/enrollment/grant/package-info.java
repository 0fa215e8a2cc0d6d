/** 资助标准的公布 */
@NullMarked
package jumin.enrollment.grant;

import org.jspecify.annotations.NullMarked;
