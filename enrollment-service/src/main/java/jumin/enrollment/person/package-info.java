/** 参保人：证件、姓名、登记与查询 */
@NullMarked
package jumin.enrollment.person;

import org.jspecify.annotations.NullMarked;
