/** 在校学生：入学、毕业、肄业、参军保留学籍 */
@NullMarked
package jumin.enrollment.student;

import org.jspecify.annotations.NullMarked;
