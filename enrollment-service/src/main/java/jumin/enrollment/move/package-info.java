/** 户的变动：迁入迁出、分户、并户、变更户主、跨辖区迁移 */
@NullMarked
package jumin.enrollment.move;

import org.jspecify.annotations.NullMarked;
