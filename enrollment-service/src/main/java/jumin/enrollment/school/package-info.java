/** 学校：登记的学校，大学生学籍的确认 */
@NullMarked
package jumin.enrollment.school;

import org.jspecify.annotations.NullMarked;
