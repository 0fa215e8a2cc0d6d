package jumin.enrollment.person;

/**
 * 死亡、合并: told to the other features within the transaction in which it is recorded.
 *
 * @param why Chinese, for whoever finds something of the person closed
 */
public record PersonGone(PersonId person, String why) {}
